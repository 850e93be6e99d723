package mien.engine.edit.faceswap;

import ai.djl.ndarray.NDArray;
import mien.engine.diffusion.Step;
import mien.engine.face.EyeBoxes;
import mien.engine.tensor.Scope;

/**
 * L_gaze: the eyes should look where the target's look (Kim et al. 2022, facial guidance; reference
 * diffface.md §5). The mean distance of pitch and yaw, of the left eye and of the right eye, added.
 */
public final class GazeExpert implements Expert {

    private final GazeReader reader;
    private final EyeBoxes eyes;
    private final Distance distance;
    private final NDArray wanted; // 2,2

    /**
     * @param target [1, 3, S, S] in [−1, 1]
     * @param eyes where the target's eyes are; cut from both pictures, and only as far as these
     *     reach
     * @throws IllegalArgumentException if an eye lies outside the picture
     */
    public GazeExpert(GazeReader reader, NDArray target, EyeBoxes eyes, Distance distance) {
        this.reader = reader;
        this.eyes = eyes.within((int) target.getShape().get(3), (int) target.getShape().get(2));
        this.distance = distance;
        wanted = Scope.lasting(() -> reader.read(target, this.eyes));
    }

    @Override
    public NDArray distance(NDArray seen, Step step) {
        NDArray off = distance.of(reader.read(seen, eyes), wanted); // 2,2
        return off.mean(new int[] {1}).sum();
    }
}
