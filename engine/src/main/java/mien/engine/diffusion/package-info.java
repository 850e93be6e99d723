/**
 * Diffusion, apart from any network: the schedule in double precision, what a network's output
 * means, and the one loop that walks from noise to a picture.
 *
 * <p>A {@link mien.engine.diffusion.Schedule} gives {@link mien.engine.diffusion.Step}s; a {@link
 * mien.engine.diffusion.Denoiser} predicts the picture at each; a {@link
 * mien.engine.diffusion.Sampler} takes the step; {@link mien.engine.diffusion.Guidance} and {@link
 * mien.engine.diffusion.Blend} are the two ways to bend it. Start with {@link
 * mien.engine.diffusion.SamplingLoop}; the algorithms are in {@link mien.engine.diffusion.sampler}.
 * Symbols: {@code docs/papers/diffusionrig.md}.
 */
package mien.engine.diffusion;
