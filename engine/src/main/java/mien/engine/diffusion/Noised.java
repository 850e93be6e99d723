package mien.engine.diffusion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/**
 * The forward process q(x_t | x_0): x_t = √ᾱ_t·x_0 + √(1−ᾱ_t)·ε (Ho et al. 2020, equation 4).
 * Pictures are [N, …] float32; coefficients are computed in double and rounded once.
 */
public final class Noised {

    private Noised() {}

    /** All pictures at one noise level. */
    public static NDArray at(NDArray x0, NDArray eps, double alphaBar) {
        return x0.mul((float) Math.sqrt(alphaBar)).add(eps.mul((float) Math.sqrt(1 - alphaBar)));
    }

    /** Each of the N pictures at its own noise level. */
    public static NDArray at(NDArray x0, NDArray eps, double[] alphaBar) {
        if (alphaBar.length != x0.getShape().get(0)) {
            throw new IllegalArgumentException(
                    "a batch of "
                            + x0.getShape().get(0)
                            + " pictures needs as many noise levels, not "
                            + alphaBar.length);
        }
        float[] signal = new float[alphaBar.length];
        float[] noise = new float[alphaBar.length];
        for (int n = 0; n < alphaBar.length; n++) {
            signal[n] = (float) Math.sqrt(alphaBar[n]);
            noise[n] = (float) Math.sqrt(1 - alphaBar[n]);
        }
        return x0.mul(perPicture(x0, signal)).add(eps.mul(perPicture(x0, noise)));
    }

    private static NDArray perPicture(NDArray x, float[] values) {
        long[] shape = new long[x.getShape().dimension()];
        Arrays.fill(shape, 1);
        shape[0] = values.length;
        NDManager manager = x.getManager();
        return manager.create(values, new Shape(shape)); // N,1,1,1
    }
}
