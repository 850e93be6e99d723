package mien.engine.diffusion;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A chain of T noise levels (Ho et al. 2020, section 2), in double precision on the host. Entry 0
 * is the cleanest, entry T−1 the noisiest. A respaced chain is a chain of its own that remembers
 * the timesteps it was made from.
 */
public final class Schedule {

    /** Ho et al. 2020, section 4: the linear range of β for 1000 steps. */
    private static final double FIRST_BETA = 1e-4;

    private static final double LAST_BETA = 0.02;

    /** Nichol and Dhariwal 2021, equation 17: the offset s, and the largest β. */
    private static final double COSINE_OFFSET = 0.008;

    private static final double LARGEST_BETA = 0.999;

    private final double[] beta;
    private final double[] alphaBar;
    private final int[] timestep;
    private final double end; // ᾱ after the last step of sampling, 1 unless noise stays

    private Schedule(double[] beta, int[] timestep, double end) {
        if (beta.length < 2) {
            throw new IllegalArgumentException(
                    "a diffusion chain of "
                            + beta.length
                            + " step has no posterior variance: take at least 2 steps");
        }
        this.beta = beta;
        this.timestep = timestep;
        this.end = end;
        alphaBar = new double[beta.length];
        double product = end;
        for (int t = 0; t < beta.length; t++) {
            boolean stays = t == 0 && end < 1 && beta[t] == 0; // the walk ends where it stands
            if (!(beta[t] > 0 && beta[t] < 1) && !stays) {
                throw new IllegalArgumentException(
                        "β must lie between 0 and 1, but β[" + t + "] is " + beta[t]);
            }
            product *= 1 - beta[t]; // ᾱ_t = ∏ (1−β_s), Ho et al. 2020, section 2
            alphaBar[t] = product;
        }
    }

    /**
     * β evenly spaced from 1e-4 to 0.02, both scaled by 1000/T so that any T ends equally noisy:
     * DiffusionRig, DiffFace, PIDM.
     */
    public static Schedule linear(int steps) {
        double scale = 1000.0 / steps;
        return linear(steps, FIRST_BETA * scale, LAST_BETA * scale);
    }

    /** β evenly spaced from {@code first} to {@code last}. */
    public static Schedule linear(int steps, double first, double last) {
        return of(evenly(steps, first, last).toArray());
    }

    /**
     * √β evenly spaced: "scaled linear" in diffusers, "linear" in latent diffusion, "quadratic" in
     * PIDM.
     */
    public static Schedule scaledLinear(int steps, double first, double last) {
        return of(evenly(steps, Math.sqrt(first), Math.sqrt(last)).map(r -> r * r).toArray());
    }

    /** Latent diffusion's scaled linear chain of semantic synthesis: HS-Diffusion. */
    public static Schedule latentDiffusion() {
        return scaledLinear(1000, 0.0015, 0.0205);
    }

    /** Stable Diffusion's scaled linear chain, versions 1 and 2: Photoswap. */
    public static Schedule stableDiffusion() {
        return scaledLinear(1000, 0.00085, 0.012);
    }

    private static DoubleStream evenly(int steps, double first, double last) {
        double stride = (last - first) / (steps - 1);
        return IntStream.range(0, steps).mapToDouble(t -> t * stride + first);
    }

    /** The cosine schedule of Nichol and Dhariwal 2021, equation 17. */
    public static Schedule cosine(int steps) {
        double[] beta = new double[steps];
        for (int t = 0; t < steps; t++) {
            double kept = cosineAlphaBar((t + 1.0) / steps) / cosineAlphaBar((double) t / steps);
            beta[t] = Math.min(1 - kept, LARGEST_BETA);
        }
        return of(beta);
    }

    private static double cosineAlphaBar(double u) {
        double c = Math.cos((u + COSINE_OFFSET) / (1 + COSINE_OFFSET) * Math.PI / 2);
        return c * c;
    }

    /** A chain of given β, each strictly between 0 and 1; at least two. */
    public static Schedule of(double[] beta) {
        return new Schedule(beta.clone(), IntStream.range(0, beta.length).toArray(), 1);
    }

    /** The shorter chain that keeps ᾱ at the chosen timesteps and ends at the picture. */
    public Schedule respaced(Respacing respacing) {
        return respaced(respacing, Ending.CLEAN);
    }

    /** The shorter chain that keeps ᾱ at the chosen timesteps: β'_j = 1 − ᾱ_j/ᾱ_(previous kept). */
    public Schedule respaced(Respacing respacing, Ending ending) {
        int[] kept = respacing.timesteps(size());
        double[] shorter = new double[kept.length];
        int[] original = new int[kept.length];
        double last = ending == Ending.CLEAN ? 1 : alphaBar[0];
        double before = last;
        for (int j = 0; j < kept.length; j++) {
            shorter[j] = 1 - alphaBar[kept[j]] / before;
            original[j] = timestep[kept[j]];
            before = alphaBar[kept[j]];
        }
        return new Schedule(shorter, original, last);
    }

    /** T, the number of steps. */
    public int size() {
        return beta.length;
    }

    /** Everything about step {@code index}, 0 ≤ index < T. */
    public Step step(int index) {
        double beforeIt = index == 0 ? end : alphaBar[index - 1];
        double afterIt = index == size() - 1 ? 0 : alphaBar[index + 1];
        // log 0 at the last step is replaced by its neighbour (Nichol and Dhariwal 2021's code)
        double clipped = Math.log(posteriorVariance(Math.max(index, 1)));
        return new Step(
                index,
                size(),
                timestep[index],
                beta[index],
                alphaBar[index],
                beforeIt,
                afterIt,
                posteriorVariance(index),
                clipped);
    }

    /** β̃_t = β_t (1−ᾱ_{t−1})/(1−ᾱ_t), Ho et al. 2020, equation 7; 0 at t = 0 of a clean end. */
    private double posteriorVariance(int t) {
        double alphaBarPrev = t == 0 ? end : alphaBar[t - 1];
        return beta[t] * (1 - alphaBarPrev) / (1 - alphaBar[t]);
    }

    /** All steps in the order of sampling: from the noisiest, T−1, down to 0. */
    public List<Step> denoising() {
        return IntStream.range(0, size()).mapToObj(i -> step(size() - 1 - i)).toList();
    }

    /** All steps in the order of inversion: from 0 up to the noisiest. */
    public List<Step> noising() {
        return IntStream.range(0, size()).mapToObj(this::step).toList();
    }

    /**
     * The steps of prompt-to-prompt's inversion (Photoswap), from 0 up: the network is told the
     * timestep a step goes to, while the picture still stands one level cleaner.
     */
    public List<Step> noisingAhead() {
        return noising().stream().map(Step::ahead).toList();
    }

    /** ᾱ_t: the share of the picture's power that is left at step t. */
    public double alphaBar(int t) {
        return alphaBar[t];
    }

    /**
     * The loss weight of each step, (k + SNR_t)^(−γ) (Choi et al. 2022, "P2 weighting"). With γ = k
     * = 1, as DiffusionRig trains, it is 1 − ᾱ_t.
     */
    public double[] p2Weights(double gamma, double k) {
        return IntStream.range(0, size())
                .mapToDouble(t -> Math.pow(k + step(t).snr(), -gamma))
                .toArray();
    }

    /**
     * x_t of q(x_t | x_0) for a batch whose pictures stand at different steps.
     *
     * @param x0 [N, …] float32
     * @param eps noise like x0
     * @param t N steps of this chain
     */
    public NDArray noised(NDArray x0, NDArray eps, int[] t) {
        return Noised.at(x0, eps, IntStream.of(t).mapToDouble(this::alphaBar).toArray());
    }
}
