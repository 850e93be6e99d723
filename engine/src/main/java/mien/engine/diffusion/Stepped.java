package mien.engine.diffusion;

import ai.djl.ndarray.NDArray;

/**
 * The result of one step.
 *
 * @param x where the walk goes on
 * @param x0 x̂_0, the finished picture as seen from this step
 */
public record Stepped(NDArray x, NDArray x0) {}
