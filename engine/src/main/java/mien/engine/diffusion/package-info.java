/**
 * Diffusion, apart from any network: the schedule in double precision, what a network's output
 * means, and the one loop that walks from noise to a picture.
 *
 * <p>A {@link mien.engine.diffusion.Schedule} gives {@link mien.engine.diffusion.Step}s; a {@link
 * mien.engine.diffusion.Denoiser} predicts the picture at each; a {@link
 * mien.engine.diffusion.Sampler} takes the step; {@link mien.engine.diffusion.Guidance} and {@link
 * mien.engine.diffusion.Blend} are the two ways to bend it. Each program's timesteps are a {@link
 * mien.engine.diffusion.Pacing}; a {@link mien.engine.diffusion.Trajectory} and a {@link
 * mien.engine.diffusion.Journal} let a walk go on from any step. Start with {@link
 * mien.engine.diffusion.SamplingLoop}. Symbols: {@code docs/papers/samplers.md}.
 */
package mien.engine.diffusion;
