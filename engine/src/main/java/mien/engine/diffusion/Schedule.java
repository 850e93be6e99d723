package mien.engine.diffusion;

import ai.djl.ndarray.NDArray;
import java.util.List;
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

    private Schedule(double[] beta, int[] timestep) {
        if (beta.length < 2) {
            throw new IllegalArgumentException(
                    "a diffusion chain of "
                            + beta.length
                            + " step has no posterior variance: take at least 2 steps");
        }
        this.beta = beta;
        this.timestep = timestep;
        alphaBar = new double[beta.length];
        double product = 1;
        for (int t = 0; t < beta.length; t++) {
            if (!(beta[t] > 0 && beta[t] < 1)) {
                throw new IllegalArgumentException(
                        "β must lie between 0 and 1, but β[" + t + "] is " + beta[t]);
            }
            product *= 1 - beta[t]; // ᾱ_t = ∏ (1−β_s), Ho et al. 2020, section 2
            alphaBar[t] = product;
        }
    }

    /**
     * β evenly spaced from 1e-4 to 0.02, both scaled by 1000/T so that any T ends equally noisy.
     */
    public static Schedule linear(int steps) {
        double scale = 1000.0 / steps;
        double first = FIRST_BETA * scale;
        double stride = (LAST_BETA * scale - first) / (steps - 1);
        double[] beta = IntStream.range(0, steps).mapToDouble(t -> t * stride + first).toArray();
        return of(beta);
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
        return new Schedule(beta.clone(), IntStream.range(0, beta.length).toArray());
    }

    /** The shorter chain that keeps ᾱ at the chosen timesteps: β'_j = 1 − ᾱ_j/ᾱ_(previous kept). */
    public Schedule respaced(Respacing respacing) {
        int[] kept = respacing.timesteps(size());
        double[] shorter = new double[kept.length];
        int[] original = new int[kept.length];
        double before = 1;
        for (int j = 0; j < kept.length; j++) {
            shorter[j] = 1 - alphaBar[kept[j]] / before;
            original[j] = timestep[kept[j]];
            before = alphaBar[kept[j]];
        }
        return new Schedule(shorter, original);
    }

    /** T, the number of steps. */
    public int size() {
        return beta.length;
    }

    /** Everything about step {@code index}, 0 ≤ index < T. */
    public Step step(int index) {
        double beforeIt = index == 0 ? 1 : alphaBar[index - 1];
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

    /** β̃_t = β_t (1−ᾱ_{t−1})/(1−ᾱ_t), Ho et al. 2020, equation 7; 0 at t = 0. */
    private double posteriorVariance(int t) {
        double alphaBarPrev = t == 0 ? 1 : alphaBar[t - 1];
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
