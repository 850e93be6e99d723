package mien.engine.edit.faceswap;

import ai.djl.ndarray.NDArray;
import mien.engine.diffusion.Step;
import mien.engine.tensor.Numbers;
import mien.engine.tensor.Scope;

/**
 * The head should be turned as the target's: an expert of ours beside the program's (the paper
 * allows any). With θ the angle between both rotations, 2 − 2·cos θ, which is θ² while θ is small.
 */
public final class PoseExpert implements Expert {

    private final HeadPose pose;
    private final NDArray wanted; // 1,4

    /**
     * @param target [1, 3, S, S] in [−1, 1]
     */
    public PoseExpert(HeadPose pose, NDArray target) {
        this.pose = pose;
        wanted = Scope.lasting(() -> pose.quaternion(target));
    }

    @Override
    public NDArray distance(NDArray seen, Step step) {
        NDArray c = pose.quaternion(seen).mul(wanted).sum(); // ±cos(θ/2)
        return Numbers.times(c.square().sub(1f), -4); // 4·sin²(θ/2)
    }
}
