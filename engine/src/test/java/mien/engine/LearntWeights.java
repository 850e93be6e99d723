package mien.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mien.engine.checkpoint.TensorSource;

/**
 * Weights that are learnt.
 *
 * @param source makes them
 * @param made those asked for so far, by name
 */
public record LearntWeights(TensorSource source, Map<String, NDArray> made)
        implements TensorSource {

    public LearntWeights(TensorSource source) {
        this(source, new HashMap<>());
    }

    @Override
    public NDManager manager() {
        return source.manager();
    }

    @Override
    public Optional<NDArray> tensor(String name, long... shape) {
        Optional<NDArray> tensor = source.tensor(name, shape);
        tensor.ifPresent(
                w -> {
                    w.setRequiresGradient(true);
                    made.put(name, w);
                });
        return tensor;
    }

    @Override
    public Set<String> names() {
        return source.names();
    }
}
