package mien.engine.edit;

import ai.djl.Device;
import java.util.function.Function;
import java.util.function.Supplier;
import mien.engine.checkpoint.Weights;
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
     */
    void publish(int step, int steps, Supplier<Picture> x0);

    /** A fresh noise source of the run's seed: the same numbers at every call. */
    default NoiseSource noise() {
        return new NoiseSource(settings().seed());
    }
}
