package mien.engine.edit.faceswap;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import mien.engine.diffusion.Step;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Numbers;
import mien.engine.tensor.Scope;

/**
 * The head should be turned as the target's: an expert of ours beside the program's (the paper
 * allows any). With θ the angle between both rotations, 2 − 2·cos θ, which is θ² while θ is small.
 */
public final class PoseExpert implements Expert {

    private final HeadPose pose;

    /** From a quaternion to the vector part of what turns the target's head into that one: 3,4. */
    private final NDArray fromTarget;

    /**
     * @param target [1, 3, S, S] in [−1, 1]
     */
    public PoseExpert(HeadPose pose, NDArray target) {
        this.pose = pose;
        float[] q;
        try (NDArray wanted = Scope.lasting(() -> pose.quaternion(target))) {
            q = wanted.toFloatArray();
        }
        float w = q[0];
        float x = q[1];
        float y = q[2];
        float z = q[3];
        float[] rows = {-x, w, z, -y, -y, -z, w, x, -z, y, -x, w}; // w·v' − w'·v − v × v'
        fromTarget = Scope.lasting(() -> target.getManager().create(rows, new Shape(3, 4)));
    }

    @Override
    public NDArray distance(NDArray seen, Step step) {
        NDArray off = Aten.linear(pose.quaternion(seen), fromTarget); // sin(θ/2)·axis: 1,3
        return Numbers.times(off.square().sum(), 4); // 4·sin²(θ/2)
    }
}
