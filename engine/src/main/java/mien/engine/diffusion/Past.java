package mien.engine.diffusion;

/**
 * A step that a multistep sampler remembers, on the host.
 *
 * @param alphaBar ᾱ where the step began
 * @param order the order of the method that took it
 * @param x0 x̂_0 as predicted there, row-major
 */
public record Past(double alphaBar, int order, float[] x0) {}
