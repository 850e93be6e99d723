package mien.engine.edit.faceswap;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import mien.engine.face.DecaCrop;
import mien.engine.net.CodeEstimator;
import mien.engine.net.DecaEncoder;
import mien.engine.nn.Layer;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Aten.Beyond;
import mien.engine.tensor.Numbers;

/**
 * Tells how a head is turned, by any estimator that can be differentiated.
 *
 * @param rotation a picture [1, 3, S, S] in [0, 1] → axis times angle, radians [1, 3]; keeps what a
 *     backward pass needs
 */
public record HeadPose(Layer rotation) {

    /** Where DECA's code has the head's rotation. */
    private static final int DECA_POSE = 200;

    /** Keeps the root of a rotation by nothing differentiable. */
    private static final float LEAST = 1e-12f;

    /**
     * The demo's estimator, which looks at the whole portrait.
     *
     * @param side of the pictures it reads
     * @param at where the head's rotation begins in its codes
     */
    public static HeadPose of(CodeEstimator estimator, int side, int at) {
        return new HeadPose(x -> part(estimator.forwardGuiding(Aten.bilinear(x, side, side)), at));
    }

    /**
     * DECA's own encoder.
     *
     * @param encoder the coarse one
     * @param crop the square around the target's face, in pixels of the swap
     */
    public static HeadPose of(DecaEncoder encoder, DecaCrop crop) {
        return new HeadPose(x -> part(encoder.forwardGuiding(cut(x, crop)), DECA_POSE));
    }

    private static NDArray part(NDArray code, int at) {
        return code.get(new NDIndex(":, {}:{}", at, at + 3));
    }

    /** The square around a face, as DECA reads it: zeros outside the picture. */
    static NDArray cut(NDArray x, DecaCrop crop) {
        int side = DecaEncoder.SIDE;
        double w = x.getShape().get(3);
        double h = x.getShape().get(2);
        double step = crop.size() / (side - 1.0);
        float[] grid = new float[side * side * 2];
        for (int i = 0; i < side * side; i++) {
            grid[2 * i] = (float) ((2 * (crop.x() + step * (i % side)) + 1) / w - 1);
            grid[2 * i + 1] = (float) ((2 * (crop.y() + step * (i / side)) + 1) / h - 1);
        }
        NDArray where = x.getManager().create(grid, new Shape(1, side, side, 2));
        return Aten.gridSample(x, where, Beyond.ZERO);
    }

    /**
     * The rotation as a unit quaternion.
     *
     * @param picture [1, 3, S, S] in [−1, 1]
     * @return w, x, y, z [1, 4]
     */
    NDArray quaternion(NDArray picture) {
        NDArray r = rotation.forward(Numbers.over(picture.add(1f), 2)); // 1,3
        NDArray angle = r.square().sum(new int[] {1}, true).add(LEAST).sqrt(); // 1,1
        NDArray half = Numbers.over(angle, 2);
        return half.cos().concat(r.mul(half.sin().div(angle)), 1);
    }
}
