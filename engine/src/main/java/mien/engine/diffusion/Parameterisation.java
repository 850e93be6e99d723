package mien.engine.diffusion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import mien.engine.tensor.Numbers;

/**
 * What the output of a network means; part of how it was trained, not of how it is sampled.
 *
 * @param target the quantity it predicts
 * @param clip whether x̂_0 is kept in [−1, 1]; the noise is then what the clipped picture leaves
 *     over
 * @param variance where the variance of an ancestral step comes from
 */
public record Parameterisation(Target target, boolean clip, Variance variance) {

    /** DiffusionRig's and the usual one of small DDPMs: ε, clipped, the larger fixed variance. */
    public static final Parameterisation EPSILON =
            new Parameterisation(Target.EPSILON, true, Variance.FIXED_LARGE);

    /** The quantity a network predicts. */
    public enum Target {
        /** The noise ε (Ho et al. 2020, equation 14). */
        EPSILON,
        /** The picture x_0. */
        X0,
        /** v = √ᾱ·ε − √(1−ᾱ)·x_0 (Salimans and Ho 2022, section 4). */
        V
    }

    /** The variance of p(x_{t−1} | x_t). */
    public enum Variance {
        /**
         * β, with the posterior variance at the end (Ho et al. 2020, section 3.2, first choice).
         */
        FIXED_LARGE,
        /** β̃, the posterior variance (Ho et al. 2020, section 3.2, second choice). */
        FIXED_SMALL,
        /**
         * Between both, by a second half of the output channels (Nichol and Dhariwal 2021, equation
         * 15).
         */
        LEARNED_RANGE
    }

    /**
     * The bare network: x_t [N, C, H, W] → [N, C, H, W], or [N, 2C, H, W] with a learned variance.
     */
    @FunctionalInterface
    public interface Network {
        NDArray evaluate(NDArray x, Step step);
    }

    public Parameterisation withClip(boolean on) {
        return new Parameterisation(target, on, variance);
    }

    /** The denoiser of a network trained this way. */
    public Denoiser denoiser(Network network) {
        return (x, step) -> read(network.evaluate(x, step), x, step);
    }

    private Prediction read(NDArray output, NDArray x, Step s) {
        boolean learned = variance == Variance.LEARNED_RANGE;
        requireChannels(output, x, learned ? 2 : 1);
        if (!learned) {
            return prediction(output, x, s).withLogVariance(fixedLogVariance(x, s));
        }
        NDList halves = output.split(2, 1); // N,C,H,W each
        return prediction(halves.get(0), x, s)
                .withLogVariance(learnedLogVariance(halves.get(1), s));
    }

    private Prediction prediction(NDArray output, NDArray x, Step s) {
        return switch (target) {
            case EPSILON ->
                    clip
                            ? Prediction.ofX0(x, clipped(Prediction.x0(x, output, s)), s)
                            : Prediction.ofEps(x, output, s);
            case X0 -> Prediction.ofX0(x, clip ? clipped(output) : output, s);
            case V ->
                    clip
                            ? Prediction.ofX0(x, clipped(Prediction.x0OfV(x, output, s)), s)
                            : Prediction.ofV(x, output, s);
        };
    }

    private static NDArray clipped(NDArray x0) {
        return Numbers.within(x0, -1, 1);
    }

    private NDArray fixedLogVariance(NDArray x, Step s) {
        double log =
                variance == Variance.FIXED_LARGE ? s.largeLogVariance() : s.posteriorLogVariance();
        return x.getManager().create((float) log);
    }

    /**
     * log σ² = w·log β + (1−w)·log β̃ with w = (v+1)/2, v not clamped (Nichol and Dhariwal 2021,
     * equation 15).
     */
    private static NDArray learnedLogVariance(NDArray v, Step s) {
        double half = (s.logBeta() - s.posteriorLogVariance()) / 2;
        double middle = (s.logBeta() + s.posteriorLogVariance()) / 2;
        return Numbers.times(v, half).add((float) middle);
    }

    private void requireChannels(NDArray output, NDArray x, int times) {
        long expected = times * x.getShape().get(1);
        if (output.getShape().get(1) != expected) {
            throw new IllegalArgumentException(
                    "a network with variance "
                            + variance
                            + " answers "
                            + x.getShape()
                            + " with "
                            + expected
                            + " channels, but this one gave "
                            + output.getShape());
        }
    }
}
