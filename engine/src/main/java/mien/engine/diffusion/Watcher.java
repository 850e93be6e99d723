package mien.engine.diffusion;

import ai.djl.ndarray.NDArray;
import java.util.function.Supplier;

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

    /**
     * Called where the walk begins and after each step.
     *
     * @param place copies what is needed to go on from here to the host; ask during the call only
     */
    default void onWaypoint(Supplier<Waypoint> place) {}

    /** Both, this one first. */
    default Watcher and(Watcher other) {
        Watcher first = this;
        return new Watcher() {
            @Override
            public void beforeStep(Step step) {
                first.beforeStep(step);
                other.beforeStep(step);
            }

            @Override
            public void onStep(int done, int count, NDArray x0) {
                first.onStep(done, count, x0);
                other.onStep(done, count, x0);
            }

            @Override
            public void onWaypoint(Supplier<Waypoint> place) {
                first.onWaypoint(place);
                other.onWaypoint(place);
            }
        };
    }
}
