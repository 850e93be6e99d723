package mien.engine.edit.faceswap;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import java.util.List;
import java.util.stream.Stream;
import mien.engine.face.EyeBoxes;
import mien.engine.nn.Layer;
import mien.engine.nn.Layers.Statistics;
import mien.engine.picture.Region;
import mien.engine.tensor.Aten;

/**
 * Tells where eyes look: EyeNet as DiffFace uses it (reference diffface.md §5, §8.3).
 *
 * @param network grey eyes [N, height, width] in [0, 1] → pitch and yaw [N, 2]; keeps what a
 *     backward pass needs
 * @param height of the pictures it reads, 96 in the published network
 * @param width of the pictures it reads, 160 in the published network
 * @param statistics with {@code BATCH}, as in the program, each eye is normalised by itself alone
 */
public record GazeReader(Layer network, int height, int width, Statistics statistics) {

    /**
     * @param picture [1, 3, S, S] in [−1, 1]
     * @param eyes boxes within the picture
     * @return pitch and yaw of the left and the right eye, radians [2, 2]
     */
    public NDArray read(NDArray picture, EyeBoxes eyes) {
        List<NDArray> crops =
                Stream.of(eyes.left(), eyes.right()).map(box -> crop(picture, box)).toList();
        if (statistics == Statistics.BATCH) {
            return network.forward(crops.get(0)).concat(network.forward(crops.get(1)));
        }
        return network.forward(crops.get(0).concat(crops.get(1)));
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
        NDArray grey = picture.get(inside).add(1f).div(2f).mean(new int[] {1}, true); // 1,1,h,w
        return Aten.bilinear(grey, height, width).squeeze(1);
    }
}
