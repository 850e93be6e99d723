package mien.engine.diffusion;

import ai.djl.ndarray.NDArray;
import java.util.stream.DoubleStream;
import mien.engine.tensor.Numbers;

/**
 * The forward process q(x_t | x_0): x_t = √ᾱ_t·x_0 + √(1−ᾱ_t)·ε (Ho et al. 2020, equation 4).
 * Pictures are [N, …] float32; coefficients are computed in double and rounded once.
 */
public final class Noised {

    private Noised() {}

    /** All pictures at one noise level. */
    public static NDArray at(NDArray x0, NDArray eps, double alphaBar) {
        return Numbers.times(x0, Math.sqrt(alphaBar))
                .add(Numbers.times(eps, Math.sqrt(1 - alphaBar)));
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
        double[] signal = DoubleStream.of(alphaBar).map(Math::sqrt).toArray();
        double[] noise = DoubleStream.of(alphaBar).map(a -> Math.sqrt(1 - a)).toArray();
        return x0.mul(PerPicture.column(x0, signal)).add(eps.mul(PerPicture.column(x0, noise)));
    }
}
