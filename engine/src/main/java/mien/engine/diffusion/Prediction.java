package mien.engine.diffusion;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import mien.engine.tensor.Numbers;

/**
 * What a denoiser says about x_t. The picture and the noise always fit together: x_t = √ᾱ·x̂_0 +
 * √(1−ᾱ)·ε̂.
 *
 * @param x0 x̂_0, the picture seen from here, shaped like x_t
 * @param eps ε̂, the noise seen from here, shaped like x_t
 * @param logVariance log σ² of the step, shaped like x_t or a scalar; empty when the model has no
 *     opinion
 * @param gradient ∇ log p of the guidance at x_t; it travels here because every sampler applies it
 *     in its own way
 */
public record Prediction(
        NDArray x0, NDArray eps, Optional<NDArray> logVariance, Optional<NDArray> gradient) {

    public Prediction(NDArray x0, NDArray eps) {
        this(x0, eps, Optional.empty(), Optional.empty());
    }

    /**
     * From the noise: x̂_0 = √(1/ᾱ)·x_t − √(1/ᾱ−1)·ε̂ (Ho et al. 2020, equation 4 solved for x_0).
     */
    public static Prediction ofEps(NDArray x, NDArray eps, Step s) {
        return new Prediction(x0(x, eps, s), eps);
    }

    /** From the picture: ε̂ = (√(1/ᾱ)·x_t − x̂_0)/√(1/ᾱ−1). */
    public static Prediction ofX0(NDArray x, NDArray x0, Step s) {
        double recip = 1 / s.alphaBar();
        NDArray eps =
                Numbers.over(Numbers.times(x, Math.sqrt(recip)).sub(x0), Math.sqrt(recip - 1));
        return new Prediction(x0, eps);
    }

    static NDArray x0(NDArray x, NDArray eps, Step s) {
        double recip = 1 / s.alphaBar();
        return Numbers.times(x, Math.sqrt(recip)).sub(Numbers.times(eps, Math.sqrt(recip - 1)));
    }

    /** x̂_0 = √ᾱ·x_t − √(1−ᾱ)·v̂ (Salimans and Ho 2022, appendix D). */
    static NDArray x0OfV(NDArray x, NDArray v, Step s) {
        return Numbers.times(x, Math.sqrt(s.alphaBar()))
                .sub(Numbers.times(v, Math.sqrt(1 - s.alphaBar())));
    }

    /**
     * From v: x̂_0 as above, ε̂ = √ᾱ·v̂ + √(1−ᾱ)·x_t (Salimans and Ho 2022, appendix D). Nothing is
     * divided, so it holds at every noise level.
     */
    public static Prediction ofV(NDArray x, NDArray v, Step s) {
        NDArray eps =
                Numbers.times(v, Math.sqrt(s.alphaBar()))
                        .add(Numbers.times(x, Math.sqrt(1 - s.alphaBar())));
        return new Prediction(x0OfV(x, v, s), eps);
    }

    public Prediction withLogVariance(NDArray logVariance) {
        return new Prediction(x0, eps, Optional.of(logVariance), gradient);
    }

    /** The same with a further gradient; several add up. */
    public Prediction guided(NDArray g) {
        return new Prediction(x0, eps, logVariance, Optional.of(gradient.map(g::add).orElse(g)));
    }

    /**
     * The same with its gradient worked in, for the samplers that follow an ODE: ε̂ ← ε̂ −
     * √(1−ᾱ)·g, and x̂_0 follows (Dhariwal and Nichol 2021, algorithm 2).
     */
    public Prediction shifted(NDArray x, Step s) {
        return gradient.map(g -> eps.sub(Numbers.times(g, Math.sqrt(1 - s.alphaBar()))))
                .map(moved -> ofEps(x, moved, s))
                .orElse(this);
    }
}
