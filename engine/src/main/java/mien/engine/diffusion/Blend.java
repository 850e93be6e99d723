package mien.engine.diffusion;

import ai.djl.ndarray.NDArray;

/** What happens to the picture between two steps: keeping a background, filling a mask. */
@FunctionalInterface
public interface Blend {

    /** Leaves the picture as the sampler made it. */
    Blend NONE = (x, step) -> x;

    /**
     * The picture to go on with.
     *
     * @param x x_{t−1} as the sampler left it: noise level {@code step.alphaBarPrev()}
     */
    NDArray blend(NDArray x, Step step);
}
