package mien.engine.diffusion;

import ai.djl.ndarray.NDArray;
import mien.engine.tensor.NoiseSource;
import mien.engine.tensor.Numbers;

/**
 * The normal noise of each step. It is addressed by the step, not by the order of draws: a sampler
 * that needs none at some step does not draw there, and no other step changes by that.
 *
 * <p>The published programs draw at every step, used or not. Replaying their recorded draws works
 * all the same: hand out the one recorded for the step.
 */
@FunctionalInterface
public interface Noise {

    /** Standard normal noise shaped like x. */
    NDArray like(NDArray x, Step step);

    /** This noise, k times as large. */
    default Noise scaled(double k) {
        return (x, step) -> Numbers.times(like(x, step), k);
    }

    /** The noise of a seed; different for every timestep, the same for every sampler and device. */
    static Noise seeded(long seed) {
        return seeded(seed, 0);
    }

    /**
     * One of several independent noises of a seed, for blends and guidances that draw beside the
     * sampler, whose own is stream 0.
     */
    static Noise seeded(long seed, int stream) {
        return (x, step) ->
                NoiseSource.of(seed, step.timestep() + ((long) stream << Integer.SIZE)).like(x);
    }
}
