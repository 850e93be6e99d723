package mien.engine.diffusion;

import ai.djl.ndarray.NDArray;

/** Sees the picture in the noise. Conditions, masks and caches are part of how one is built. */
@FunctionalInterface
public interface Denoiser {

    /** The prediction at x_t, [N, C, H, W] float32. Its arrays are freed with the step. */
    Prediction predict(NDArray x, Step step);

    /** This denoiser, pushed by a guidance. */
    default Denoiser guidedBy(Guidance guidance) {
        return (x, step) -> predict(x, step).guided(guidance.gradient(x, step));
    }
}
