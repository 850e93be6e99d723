package mien.engine.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** The sinusoidal embedding of timesteps used by the ADM family. */
public final class Timesteps {

    private static final double MAX_PERIOD = 10_000;

    private Timesteps() {}

    /**
     * [cos(τ·f₀) …, sin(τ·f₀) …] with f_k = 10000^(−k/half): cosines first, one zero appended when
     * the width is odd. Rounded to float32 where the original rounds, since a last bit of f is 6e-5
     * at τ = 999.
     *
     * @param steps N real numbers τ
     * @return [N, width], float32
     */
    public static NDArray embedding(NDManager manager, double[] steps, int width) {
        int half = width / 2;
        float[] values = new float[steps.length * width];
        for (int n = 0; n < steps.length; n++) {
            for (int k = 0; k < half; k++) {
                float exponent = (float) -Math.log(MAX_PERIOD) * k / half;
                float frequency = (float) Math.exp(exponent);
                float angle = (float) steps[n] * frequency;
                values[n * width + k] = (float) Math.cos(angle);
                values[n * width + half + k] = (float) Math.sin(angle);
            }
        }
        return manager.create(values, new Shape(steps.length, width)); // N,width
    }
}
