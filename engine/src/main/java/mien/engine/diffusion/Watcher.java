package mien.engine.diffusion;

import ai.djl.ndarray.NDArray;

/** Looks at a walk while it happens, and may end it. */
public interface Watcher {

    /** Does not look. */
    Watcher NONE = new Watcher() {};

    /**
     * Called before each step. An exception thrown here, such as a cancellation, ends the walk and
     * frees its arrays.
     */
    default void beforeStep(Step step) {}

    /**
     * Called after each step.
     *
     * @param done how many steps are done, 1 … count
     * @param count how many there are
     * @param x0 x̂_0 of this step, [N, C, H, W]; freed after the call, so copy what you want to
     *     keep
     */
    default void onStep(int done, int count, NDArray x0) {}
}
