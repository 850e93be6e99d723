package mien.engine.net;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.Layers.Statistics;
import mien.engine.tensor.Scope;

/**
 * DECA's encoders (Feng et al. 2021; reference diffusionrig.md §2.3): a ResNet-50 and a regressor,
 * always with running statistics. {@code E_flame} gives 236 numbers, {@code E_detail} 128.
 */
public final class DecaEncoder {

    /** Side of the square crop that DECA reads. */
    public static final int SIDE = 224;

    private static final int HIDDEN = 1024;

    private final Regressor regressor;

    private DecaEncoder(Weights w, int outputs) {
        regressor =
                new Regressor(w, ResNet.Config.resNet50(64), HIDDEN, outputs, Statistics.RUNNING);
    }

    /** {@code E_flame}; its outputs are split by {@link Code#split}. */
    public static DecaEncoder coarse(Weights w) {
        return new DecaEncoder(w, Code.COUNT);
    }

    /** {@code E_detail}: the code of wrinkles, which no buffer uses. */
    public static DecaEncoder detail(Weights w) {
        return new DecaEncoder(w, 128);
    }

    /**
     * @param x [N, 3, 224, 224] float32 in [0, 1]
     * @return [N, 236] or [N, 128] float32
     */
    public NDArray forward(NDArray x) {
        requireSide(x);
        return Scope.freeing(() -> regressor.forward(x, false));
    }

    /** {@link #forward} with nothing freed before the backward pass: for guidance. */
    public NDArray forwardGuiding(NDArray x) {
        requireSide(x);
        return regressor.forward(x, true);
    }

    private static void requireSide(NDArray x) {
        if (x.getShape().get(2) != SIDE || x.getShape().get(3) != SIDE) {
            throw new IllegalArgumentException(
                    "DECA reads crops of %d×%d pixels, but got %s."
                            .formatted(SIDE, SIDE, x.getShape()));
        }
    }

    /** The network, for tests that look inside. */
    Regressor regressor() {
        return regressor;
    }

    /**
     * The 236 outputs of {@code E_flame}. Coefficients are in standard deviations, rotations are
     * axis-angle in radians.
     *
     * @param shape 100 FLAME identity coefficients
     * @param texture 50 albedo coefficients
     * @param expression 50 FLAME expression coefficients
     * @param pose 6: the head's rotation, the jaw's rotation
     * @param camera 3: scale, t_x, t_y
     * @param light 27: nine spherical-harmonic bands by red, green, blue, row-major [9, 3]
     */
    public record Code(
            float[] shape,
            float[] texture,
            float[] expression,
            float[] pose,
            float[] camera,
            float[] light) {

        static final int COUNT = 236;

        /** One row of the encoder's output. */
        public static Code split(float[] outputs) {
            if (outputs.length != COUNT) {
                throw new IllegalArgumentException(
                        "DECA's code has %d numbers, but got %d.".formatted(COUNT, outputs.length));
            }
            return new Code(
                    Arrays.copyOfRange(outputs, 0, 100),
                    Arrays.copyOfRange(outputs, 100, 150),
                    Arrays.copyOfRange(outputs, 150, 200),
                    Arrays.copyOfRange(outputs, 200, 206),
                    Arrays.copyOfRange(outputs, 206, 209),
                    Arrays.copyOfRange(outputs, 209, COUNT));
        }
    }
}
