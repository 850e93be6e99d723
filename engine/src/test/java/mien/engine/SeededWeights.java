package mien.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import mien.engine.checkpoint.SafetensorsWriter;
import mien.engine.checkpoint.TensorSource;
import mien.engine.checkpoint.Weights;
import mien.engine.tensor.Devices;
import mien.engine.tensor.Precision;
import mien.engine.tensor.ScalarType;

/**
 * Files of weights that depend on their names and a seed alone: networks that learnt nothing.
 *
 * @param seed of all of them
 */
public record SeededWeights(long seed) {

    /**
     * Writes what a network asks for.
     *
     * @param given tensors that are not made
     * @param network a constructor
     */
    public void write(Path file, Map<String, float[]> given, Consumer<Weights> network)
            throws IOException {
        try (NDManager manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch")) {
            Map<String, NDArray> made = new LinkedHashMap<>();
            TensorSource source = new Recording(manager, seed, given, made);
            network.accept(Weights.of(source, Precision.FLOAT32));
            SafetensorsWriter.write(file, made, ScalarType.FLOAT32, Map.of());
        }
    }

    /** Makes what is asked for and remembers it. */
    private record Recording(
            NDManager manager, long seed, Map<String, float[]> given, Map<String, NDArray> made)
            implements TensorSource {
        @Override
        public Optional<NDArray> tensor(String name, long... shape) {
            float[] values =
                    given.containsKey(name) ? given.get(name) : Synthetic.weight(name, seed, shape);
            NDArray array = manager.create(values, new Shape(shape));
            made.put(name, array);
            return Optional.of(array);
        }

        @Override
        public Set<String> names() {
            return Set.of();
        }
    }
}
