package mien.engine.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import mien.engine.checkpoint.StoredTensors;
import mien.engine.checkpoint.TensorHeader;
import mien.engine.checkpoint.storage.StoredType;

/**
 * A published checkpoint of which only names and shapes are known.
 *
 * @param tensors in the checkpoint's order
 */
record ManifestTensors(Map<String, TensorHeader> tensors) implements StoredTensors {

    /** The list {@code golden/NAME.tsv} of the test resources. */
    static ManifestTensors read(String manifest) throws IOException {
        Map<String, TensorHeader> tensors = new LinkedHashMap<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                ManifestTensors.class.getResourceAsStream(
                                        "/golden/" + manifest + ".tsv"),
                                StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(line -> line.split("\t"))
                    .forEach(row -> tensors.put(row[0], header(row[1])));
        }
        return new ManifestTensors(tensors);
    }

    /** What a file of these arrays would say. */
    static ManifestTensors of(Map<String, NDArray> arrays) {
        Map<String, TensorHeader> tensors = new LinkedHashMap<>();
        arrays.forEach(
                (name, t) -> tensors.put(name, new TensorHeader(StoredType.F32, t.getShape())));
        return new ManifestTensors(tensors);
    }

    private static TensorHeader header(String sides) {
        return new TensorHeader(
                StoredType.F32,
                sides.equals("scalar")
                        ? new Shape()
                        : new Shape(
                                Arrays.stream(sides.split("x"))
                                        .mapToLong(Long::parseLong)
                                        .toArray()));
    }

    @Override
    public NDManager manager() {
        throw new UnsupportedOperationException("a list of names holds no tensors");
    }

    @Override
    public Optional<NDArray> tensor(String name, long... shape) {
        throw new UnsupportedOperationException("a list of names holds no tensors");
    }
}
