package mien.engine.edit;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import mien.engine.checkpoint.Weights;
import mien.engine.diffusion.Denoiser;
import mien.engine.diffusion.SamplingLoop;
import mien.engine.diffusion.Step;
import mien.engine.diffusion.Watcher;
import mien.engine.picture.Picture;
import mien.engine.tensor.NoiseSource;
import mien.engine.tensor.Precision;

/**
 * What an algorithm may ask for while it runs. A run belongs to one thread, its device's worker.
 */
public interface Run {

    RunSettings settings();

    /** The model to use. */
    Pack pack();

    /** Where tensors live. */
    Device device();

    /** The arithmetic of the networks, never {@code AUTO}. */
    Precision precision();

    /**
     * A network with the weights of one file of the pack, in the given arithmetic. It is built at
     * the first call, strictly (a tensor that is missing, left over or misshaped is an error), and
     * kept for later runs.
     *
     * @param role the file's role in the pack, such as {@code rig}
     * @param constructor builds the network; it must read every tensor of the file exactly once
     * @throws mien.engine.checkpoint.CheckpointException if the file does not fit the network
     * @throws Cancelled if the run is cancelled while loading
     */
    <N> N network(String role, Precision precision, Function<Weights, N> constructor);

    /** The same in the run's own arithmetic. */
    default <N> N network(String role, Function<Weights, N> constructor) {
        return network(role, precision(), constructor);
    }

    /**
     * A place where the run may end early: call it before every piece of work longer than a blink.
     *
     * @throws Cancelled if the person cancelled
     */
    void checkCancelled();

    /**
     * Shows the clean picture that the run expects after step {@code step} of {@code steps},
     * counted from 1.
     *
     * @param x0 makes the picture; called at once or not at all
     * @param meters reads the system's meters off that picture, or off what the run knows of the
     *     step; called at once or not at all
     */
    void publish(int step, int steps, Supplier<Picture> x0, Function<Picture, Readings> meters);

    /** The same with nothing measured. */
    default void publish(int step, int steps, Supplier<Picture> x0) {
        publish(step, steps, x0, picture -> Readings.NONE);
    }

    /**
     * Samples: from the start, or from where this run begins if it is a branch of another or goes
     * on after an interruption. Every step is a place to cancel; the places between the steps are
     * kept for branches to come. Call it once in a run.
     *
     * @param start x_T, [N, C, H, W] float32; stays the caller's
     * @param steps all of them, from the noisiest
     * @return where the walk ends; it belongs to the manager of the start
     * @throws Cancelled if the person cancelled
     */
    default NDArray sample(SamplingLoop loop, NDArray start, List<Step> steps, Denoiser model) {
        return loop.withWatcher(asking().and(loop.watcher())).run(start, steps, model);
    }

    /** Asks before and after each step whether to go on. */
    default Watcher asking() {
        return new Watcher() {
            @Override
            public void beforeStep(Step step) {
                checkCancelled();
            }

            @Override
            public void onStep(int done, int count, NDArray x0) {
                checkCancelled(); // nobody waits for a picture of it any more
            }
        };
    }

    /** A fresh noise source of the run's seed: the same numbers at every call. */
    default NoiseSource noise() {
        return new NoiseSource(settings().seed());
    }
}
