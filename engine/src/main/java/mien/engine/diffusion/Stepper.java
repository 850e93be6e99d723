package mien.engine.diffusion;

import ai.djl.ndarray.NDArray;
import java.util.List;

/** One walk of a {@link Sampler} along the chain. */
public interface Stepper extends AutoCloseable {

    /**
     * Takes one step.
     *
     * @param x x_t, [N, C, H, W] float32
     * @param noise asked only where the step adds noise
     */
    Stepped step(NDArray x, Step step, Denoiser model, Noise noise);

    /**
     * What it remembers of the steps before, newest first, to {@link Sampler#resume} with; nothing
     * if it is a one-step method.
     */
    default List<Past> past() {
        return List.of();
    }

    /** Frees what it remembers. */
    @Override
    default void close() {}
}
