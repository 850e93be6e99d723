package mien.engine.diffusion;

import ai.djl.ndarray.NDArray;

/** One walk of a {@link Sampler} along the chain. */
public interface Stepper {

    /**
     * Takes one step.
     *
     * @param x x_t, [N, C, H, W] float32
     * @param noise asked only where the step adds noise
     */
    Stepped step(NDArray x, Step step, Denoiser model, Noise noise);
}
