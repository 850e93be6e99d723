package mien.engine.checkpoint;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.Mutations;
import mien.engine.tensor.Devices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Damages sound files at random, by seed, and reads what is left of them: every one is refused in a
 * sentence or read. A few hundred of every kind by default, {@code -Dmien.fuzz=10000} for that
 * many.
 */
class MutationTest {

    /** What one damaged file may ask of the heap. */
    private static final long BYTES = 256L << 20;

    /** Tensors larger than this in all are not loaded: that memory is asked for by who loads. */
    private static final long LOADED = 96L << 20;

    @TempDir Path folder;
    private NDManager manager;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");
    }

    @AfterEach
    void close() {
        manager.close();
    }

    /** Sound files of one kind. */
    record Kind(String name, List<byte[]> files) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Kind> kinds() {
        Map<String, List<byte[]>> kinds = new LinkedHashMap<>();
        for (GoldenCase golden : Goldens.with("diffface", "bytes.module_legacy")) {
            add(kinds, "PyTorch zip", golden, "bytes\\..*_zip(_half)?");
            add(kinds, "PyTorch legacy", golden, "bytes\\..*_legacy");
        }
        for (GoldenCase golden : Goldens.with("diffusionrig", "file:landmark_embedding.npy")) {
            add(kinds, "PyTorch zip", golden, "file:.*_zip\\.tar");
            add(kinds, "PyTorch legacy", golden, "file:.*_legacy\\.tar");
            add(kinds, "pickle", golden, "file:py2.*");
            add(kinds, "pickle", golden, "file:py3_protocol[234].*");
            add(kinds, "pickle", golden, "file:py3_protocol0.*");
            add(kinds, "pickle", golden, "file:(mean_shape|lmdb_).*");
            add(kinds, "npz", golden, "file:.*\\.npz");
            add(kinds, "npy", golden, "file:.*\\.npy");
        }
        String header = "{\"a\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]}}";
        byte[] safetensors = HostileSafetensorsTest.bytes(header, 24, new byte[24]);
        kinds.put("safetensors", List.of(safetensors));
        return kinds.entrySet().stream().map(e -> new Kind(e.getKey(), e.getValue()));
    }

    private static void add(
            Map<String, List<byte[]>> kinds, String kind, GoldenCase golden, String pattern) {
        golden.names().stream()
                .filter(name -> name.matches(pattern))
                .forEach(
                        name ->
                                kinds.computeIfAbsent(kind, k -> new ArrayList<>())
                                        .add(golden.bytes(name)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyDamagedFileIsRefusedInASentenceOrRead(Kind kind, TestReporter reporter) {
        Path file = folder.resolve("damaged.bin");
        Mutations mutations = new Mutations(kind.name.hashCode(), BYTES, CheckpointException.class);
        int refused =
                mutations.over(
                        kind.files,
                        bytes -> {
                            write(file, bytes);
                            loadAll(file);
                            readAll(file);
                        });
        reporter.publishEntry(kind.name, refused + " refused");
        assertTrue(refused > 50, "only " + refused + " were refused");
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every tensor, as networks read them. */
    private void loadAll(Path file) {
        try (NDManager own = manager.newSubManager();
                CheckpointFile read = CheckpointFile.open(file, own)) {
            read.averaged();
            for (String section : read.sections()) {
                assertTrue(read.section(section).names().size() <= read.names().size());
            }
            long loaded = 0;
            for (Map.Entry<String, TensorHeader> tensor : read.tensors().entrySet()) {
                loaded += tensor.getValue().shape().size() * Long.BYTES;
                if (loaded < LOADED) {
                    read.tensor(tensor.getKey()).orElseThrow().close();
                }
            }
        }
    }

    /** Every array, as tables of numbers are read. */
    private static void readAll(Path file) {
        try (ArrayFile read = ArrayFile.open(file)) {
            long loaded = 0;
            for (String name : read.names()) {
                loaded += LongStream.of(read.shape(name).orElseThrow()).reduce(8, (a, b) -> a * b);
                if (loaded < LOADED) {
                    assertTrue(read.array(name).isPresent(), name);
                }
            }
        }
    }
}
