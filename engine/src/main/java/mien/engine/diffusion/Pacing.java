package mien.engine.diffusion;

import java.util.function.BiFunction;
import java.util.function.IntFunction;
import mien.engine.diffusion.Leading.Extent;

/**
 * Which noise levels a walk of n steps visits and where it ends: one name for each program's
 * convention. They differ by one timestep here and there, which a picture shows.
 */
public enum Pacing {
    /**
     * DiffusionRig and DiffFace: 0, s, 2s, … at a whole stride s that gives exactly n, else n
     * spread evenly from 0 to T − 1; ends at the picture.
     */
    GUIDED_DIFFUSION(Respacing::steps, Ending.CLEAN),
    /**
     * PIDM: 0, s, 2s, … at s = ⌊T/n⌋, as many as there are (31 for n = 30); ends at the picture.
     */
    PIDM(n -> new Leading(n, 0, Extent.FULL), Ending.CLEAN),
    /**
     * Latent diffusion, so HS-Diffusion: as PIDM but one timestep later, so that 0 is never visited
     * and some n leave the chain; ends at ᾱ_0.
     */
    LATENT_DIFFUSION(n -> new Leading(n, 1, Extent.FULL), Ending.FIRST_LEVEL),
    /** Photoswap, DDIM of diffusers 0.14: 1, 1 + s, … exactly n; ends at ᾱ_0. */
    DIFFUSERS_DDIM(n -> new Leading(n, 1, Extent.EXACT), Ending.FIRST_LEVEL),
    /**
     * DPM-Solver++ and UniPC of diffusers 0.14: n + 1 spread evenly from 0 to T − 1 without the 0;
     * ends at ᾱ_0.
     */
    DIFFUSERS_SOLVER(AboveFirst::new, Ending.FIRST_LEVEL),
    /** The same in newer releases: ends at the picture. */
    DIFFUSERS_SOLVER_CLEAN(AboveFirst::new, Ending.CLEAN),
    /**
     * No published system of ours, but what DPM-Solver++ and UniPC are made for: n + 1 from 0 to T
     * − 1, as evenly in λ as whole timesteps can be, without the 0; ends at the picture.
     */
    EVEN_IN_LAMBDA((trained, n) -> trained.respaced(new EvenInLambda(trained, n)));

    private final BiFunction<Schedule, Integer, Schedule> chain;

    Pacing(IntFunction<Respacing> spacing, Ending ending) {
        this((trained, n) -> trained.respaced(spacing.apply(n), ending));
    }

    Pacing(BiFunction<Schedule, Integer, Schedule> chain) {
        this.chain = chain;
    }

    /**
     * The chain of a walk.
     *
     * @param trained the chain the network was trained on
     * @param steps n; the walk has as many steps, but for {@link #PIDM} and {@link
     *     #LATENT_DIFFUSION} where the stride gives more
     * @throws IllegalArgumentException if this convention has no walk of n steps; the sentence
     *     names one it has
     */
    public Schedule chain(Schedule trained, int steps) {
        return chain.apply(trained, steps);
    }
}
