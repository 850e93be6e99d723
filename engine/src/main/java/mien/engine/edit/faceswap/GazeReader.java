package mien.engine.edit.faceswap;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import mien.engine.checkpoint.Weights;
import mien.engine.face.EyeBoxes;
import mien.engine.net.EyeNet;
import mien.engine.net.EyeNetConfig;
import mien.engine.nn.Layer;
import mien.engine.nn.Layers.Statistics;
import mien.engine.picture.Region;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Numbers;

/**
 * Tells where eyes look: EyeNet as DiffFace uses it (reference diffface.md §5, §8.3).
 *
 * @param network grey eyes [N, height, width] in [0, 1] → pitch and yaw [N, 2], each eye by itself;
 *     keeps what a backward pass needs
 * @param height of the pictures it reads, 96 in the published network
 * @param width of the pictures it reads, 160 in the published network
 */
public record GazeReader(Layer network, int height, int width) {

    /**
     * A reader by EyeNet.
     *
     * @param statistics whose it normalises with
     */
    public static GazeReader of(Weights w, EyeNetConfig sizes, Statistics statistics) {
        EyeNet net = new EyeNet(w, sizes, statistics);
        return new GazeReader(x -> net.forwardLearning(x).gaze(), sizes.height(), sizes.width());
    }

    /**
     * @param picture [1, 3, S, S] in [−1, 1]
     * @param eyes boxes within the picture
     * @return pitch and yaw of the left and the right eye, radians [2, 2]
     */
    public NDArray read(NDArray picture, EyeBoxes eyes) {
        return network.forward(crop(picture, eyes.left()).concat(crop(picture, eyes.right())));
    }

    /** Grey, resized: [1, height, width]. */
    private NDArray crop(NDArray picture, Region box) {
        NDIndex inside =
                new NDIndex(
                        ":, :, {}:{}, {}:{}",
                        box.y(),
                        box.y() + box.height(),
                        box.x(),
                        box.x() + box.width());
        NDArray unit = Numbers.over(picture.get(inside).add(1f), 2);
        NDArray grey = unit.mean(new int[] {1}, true); // 1,1,h,w
        return Aten.bilinear(grey, height, width).squeeze(1);
    }
}
