package mien.engine.evaluate.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Optional;
import java.util.Set;
import mien.engine.checkpoint.TensorSource;
import mien.engine.train.FreshTensors;

/**
 * Synthetic weights of any network, each kept only in the form the network wants, as those of a
 * file are.
 */
record GivenAway(FreshTensors fresh) implements TensorSource {

    private static final long SEED = 1;

    static GivenAway by(NDManager manager) {
        return new GivenAway(new FreshTensors(manager, SEED));
    }

    @Override
    public NDManager manager() {
        return fresh.manager();
    }

    @Override
    public Optional<NDArray> tensor(String name, long... shape) {
        return fresh.tensor(name, shape);
    }

    @Override
    public Set<String> names() {
        return Set.of();
    }

    @Override
    public boolean givesAway() {
        return true;
    }
}
