package mien.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import mien.engine.checkpoint.TensorSource;

/**
 * Weights some of which are scaled, as golden cases were made with: synthetic networks say too much
 * by far.
 *
 * @param scaled whether the tensor of a name is scaled
 */
public record ScaledWeights(TensorSource source, Predicate<String> scaled, float gain)
        implements TensorSource {

    @Override
    public NDManager manager() {
        return source.manager();
    }

    @Override
    public Optional<NDArray> tensor(String name, long... shape) {
        Optional<NDArray> tensor = source.tensor(name, shape);
        return scaled.test(name) ? tensor.map(t -> t.mul(gain)) : tensor;
    }

    @Override
    public Set<String> names() {
        return source.names();
    }

    @Override
    public boolean givesAway() {
        return source.givesAway();
    }
}
