package mien.engine.diffusion.sampler;

import ai.djl.ndarray.NDArray;
import mien.engine.diffusion.Denoiser;
import mien.engine.diffusion.Prediction;

/**
 * Pictures whose pixels are N(μ, s²), for which the best denoiser is linear and the probability
 * flow ODE has a solution in closed form.
 */
record Gaussian(double mu, double s) {

    /** E[x_0 | x_t] = μ + √ᾱ·s²/(ᾱs² + 1 − ᾱ)·(x_t − √ᾱ·μ). */
    Denoiser denoiser() {
        return (x, step) -> {
            double signal = Math.sqrt(step.alphaBar());
            double gain = signal * s * s / variance(step.alphaBar());
            NDArray x0 = x.sub((float) (signal * mu)).mul((float) gain).add((float) mu);
            return Prediction.ofX0(x, x0, step);
        };
    }

    /**
     * Where the ODE leads from x at one noise level to another: the same quantile of the marginal.
     */
    NDArray flow(NDArray x, double from, double to) {
        double scale = Math.sqrt(variance(to) / variance(from));
        return x.sub((float) (Math.sqrt(from) * mu))
                .mul((float) scale)
                .add((float) (Math.sqrt(to) * mu));
    }

    private double variance(double alphaBar) {
        return alphaBar * s * s + 1 - alphaBar;
    }
}
