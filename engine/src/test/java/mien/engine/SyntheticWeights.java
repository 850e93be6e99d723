package mien.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import java.util.Set;
import mien.engine.checkpoint.TensorSource;

/**
 * The weights of golden cases, made when they are asked for: whatever a network asks for exists.
 *
 * @param manager owner of the arrays
 * @param seed the case's seed
 */
public record SyntheticWeights(NDManager manager, long seed) implements TensorSource {

    @Override
    public Optional<NDArray> tensor(String name, long... shape) {
        return Optional.of(manager.create(Synthetic.weight(name, seed, shape), new Shape(shape)));
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
