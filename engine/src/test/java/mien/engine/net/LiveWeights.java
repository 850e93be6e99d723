package mien.engine.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mien.engine.SyntheticWeights;
import mien.engine.checkpoint.TensorSource;

/**
 * Weights that live on, as in a training: all but statistics learn.
 *
 * @param manager owner of the arrays
 * @param seed of the synthetic weights
 * @param learning whether gradients flow into them
 * @param tensors those asked for so far
 */
record LiveWeights(NDManager manager, long seed, boolean learning, Map<String, NDArray> tensors)
        implements TensorSource {

    LiveWeights(NDManager manager, boolean learning) {
        this(manager, 9, learning, new LinkedHashMap<>());
    }

    /** Weights that stay as they are, of a golden case's seed. */
    static LiveWeights of(NDManager manager, long seed) {
        return new LiveWeights(manager, seed, false, new LinkedHashMap<>());
    }

    @Override
    public Optional<NDArray> tensor(String name, long... shape) {
        return Optional.of(tensors.computeIfAbsent(name, n -> made(n, shape)));
    }

    private NDArray made(String name, long... shape) {
        NDArray tensor = new SyntheticWeights(manager, seed).tensor(name, shape).orElseThrow();
        boolean statistic = name.contains("running") || name.startsWith("code_");
        tensor.setRequiresGradient(learning && !statistic);
        return tensor;
    }

    @Override
    public Set<String> names() {
        return Set.of();
    }
}
