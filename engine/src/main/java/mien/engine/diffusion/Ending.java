package mien.engine.diffusion;

/** The noise level that the last step of a walk goes to; programs differ in it. */
public enum Ending {
    /**
     * ᾱ = 1, the picture itself: guided diffusion (DiffusionRig, DiffFace) and PIDM; {@code
     * set_alpha_to_one} and "final sigma zero" in diffusers.
     */
    CLEAN,
    /**
     * ᾱ_0 of the trained chain, so that a trace of noise stays: latent diffusion (HS-Diffusion),
     * and diffusers as Stable Diffusion sets it up (Photoswap).
     */
    FIRST_LEVEL
}
