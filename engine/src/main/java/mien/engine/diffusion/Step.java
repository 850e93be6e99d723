package mien.engine.diffusion;

/**
 * One step of a chain, with every coefficient the samplers use. Letters as in Ho et al. 2020 and
 * Song et al. 2021.
 *
 * @param index place in the chain, 0 (cleanest) … count−1 (noisiest)
 * @param count length of the chain
 * @param timestep τ: the index in the chain the network was trained on, which is what the network
 *     is told
 * @param beta β, the variance this step adds
 * @param alphaBar ᾱ after this step
 * @param alphaBarPrev ᾱ before it; at index 0 where the chain {@link Ending ends}, mostly 1
 * @param alphaBarNext ᾱ one step noisier; 0 at the end
 * @param posteriorVariance β̃ = β(1−ᾱ_prev)/(1−ᾱ); 0 at index 0
 * @param posteriorLogVariance log β̃, at index 0 that of index 1
 */
public record Step(
        int index,
        int count,
        int timestep,
        double beta,
        double alphaBar,
        double alphaBarPrev,
        double alphaBarNext,
        double posteriorVariance,
        double posteriorLogVariance) {

    public Step {
        if (index < 0 || index >= count) {
            throw new IllegalArgumentException("step " + index + " is not in a chain of " + count);
        }
    }

    /**
     * Whether the chain ends with this step: its result is the picture, and no noise is added to
     * it.
     */
    public boolean last() {
        return index == 0;
    }

    /** Weight of x̂_0 in the posterior mean, β√ᾱ_prev/(1−ᾱ) (Ho et al. 2020, equation 7). */
    public double meanOfX0() {
        return beta * Math.sqrt(alphaBarPrev) / (1 - alphaBar);
    }

    /** Weight of x_t in the posterior mean, (1−ᾱ_prev)√α/(1−ᾱ) (Ho et al. 2020, equation 7). */
    public double meanOfXt() {
        return (1 - alphaBarPrev) * Math.sqrt(1 - beta) / (1 - alphaBar);
    }

    /** log β. */
    public double logBeta() {
        return Math.log(beta);
    }

    /** log of the larger fixed variance: β, and at index 0 the posterior variance of index 1. */
    public double largeLogVariance() {
        return last() ? posteriorLogVariance : logBeta();
    }

    /** Signal-to-noise ratio ᾱ/(1−ᾱ). */
    public double snr() {
        return 1 / (1 - alphaBar) - 1;
    }

    /** λ = ln(√ᾱ/√(1−ᾱ)), half the log signal-to-noise ratio (Lu et al. 2022, DPM-Solver). */
    public double lambda() {
        return lambda(alphaBar);
    }

    /** λ of the level this step goes to; infinite when that is the picture itself. */
    public double lambdaPrev() {
        return lambda(alphaBarPrev);
    }

    public static double lambda(double alphaBar) {
        return Math.log(alphaBar / (1 - alphaBar)) / 2;
    }

    /** This step for a picture that stands at ᾱ_prev and goes to ᾱ, told the same timestep. */
    Step ahead() {
        return new Step(
                index,
                count,
                timestep,
                beta,
                alphaBarPrev,
                alphaBarPrev,
                alphaBar,
                posteriorVariance,
                posteriorLogVariance);
    }
}
