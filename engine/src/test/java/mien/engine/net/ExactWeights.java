package mien.engine.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Optional;
import java.util.Set;
import mien.engine.SyntheticWeights;
import mien.engine.checkpoint.TensorSource;

/**
 * Weights in float64, in which difference quotients are exact.
 *
 * @param weights in float32
 * @param givesAway whether norms melt into convolutions
 */
record ExactWeights(SyntheticWeights weights, boolean givesAway) implements TensorSource {

    @Override
    public NDManager manager() {
        return weights.manager();
    }

    @Override
    public Optional<NDArray> tensor(String name, long... shape) {
        return weights.tensor(name, shape).map(t -> t.toType(DataType.FLOAT64, false));
    }

    @Override
    public Set<String> names() {
        return weights.names();
    }
}
