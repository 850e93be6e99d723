package mien.engine.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import mien.engine.checkpoint.SafetensorsWriter;
import mien.engine.model.known.KnownCheckpoint;
import mien.engine.model.known.KnownCheckpoints;
import mien.engine.tensor.Devices;
import mien.engine.tensor.ScalarType;

/** Files that look like small published checkpoints and hold made-up numbers. */
public final class KnownFiles {

    /** The smallest of all: five tensors of 1,472 numbers. */
    public static final String SMALL = "lpips-alex";

    private KnownFiles() {}

    /** A file as published. */
    public static Path write(Path file, String id) {
        return write(file, id, "", tensors -> {});
    }

    /**
     * A file with something wrong.
     *
     * @param change is given the tensors by name without the prefix
     */
    public static Path write(
            Path file, String id, String prefix, Consumer<Map<String, NDArray>> change) {
        KnownCheckpoint known = KnownCheckpoints.standard().named(id).orElseThrow();
        try (NDManager manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch")) {
            Map<String, NDArray> tensors = new LinkedHashMap<>();
            known.tensors()
                    .shapes()
                    .forEach((name, shape) -> tensors.put(name, filled(manager, name, shape)));
            change.accept(tensors);
            Map<String, NDArray> named = new LinkedHashMap<>();
            tensors.forEach((name, t) -> named.put(prefix + name, t));
            SafetensorsWriter.write(file, named, ScalarType.FLOAT16, Map.of());
        }
        return file;
    }

    private static NDArray filled(NDManager manager, String name, Shape shape) {
        return manager.full(shape, (name.hashCode() % 97) / 97f);
    }
}
