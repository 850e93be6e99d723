package mien.engine.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.tensor.Devices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that PyTorch, NumPy and Python 2 wrote, within golden cases, give the written numbers. */
class GoldenFilesTest {

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

    /** One file within a case. */
    record Embedded(GoldenCase golden, String tensor) {

        String name() {
            return tensor.replace("file:", "").replace("bytes.", "");
        }

        Path writtenTo(Path folder) throws IOException {
            return Files.write(folder.resolve(name()), golden.bytes(tensor));
        }

        /** Expected tensors by their names, those of one file after the file's own name. */
        Map<String, String> expected(String mark) {
            return golden.names().stream()
                    .filter(n -> n.startsWith(mark))
                    .collect(Collectors.toMap(n -> n.substring(mark.length()), n -> n));
        }

        @Override
        public String toString() {
            return golden + " " + name();
        }
    }

    static Stream<Embedded> stateDicts() {
        return files("diffface", "bytes.");
    }

    static Stream<Embedded> heads() {
        return files("diffusionrig", "file:").filter(f -> f.name().matches("py\\d_.*\\.pkl"));
    }

    static Stream<Embedded> others() {
        return files("diffusionrig", "file:")
                .filter(f -> !f.name().startsWith("py") && !f.name().endsWith(".mdb"));
    }

    private static Stream<Embedded> files(String system, String mark) {
        List<GoldenCase> cases =
                system.equals("diffface")
                        ? Goldens.find(system, "checkpoint_formats")
                        : Goldens.find(system, "file_formats");
        return cases.stream()
                .flatMap(
                        golden ->
                                golden.names().stream()
                                        .filter(n -> n.startsWith(mark))
                                        .map(n -> new Embedded(golden, n)));
    }

    @ParameterizedTest
    @MethodSource("stateDicts")
    void everyWayToSaveANetworkGivesItsStateDict(Embedded file) throws IOException {
        Map<String, String> expected = file.expected("expect.");
        boolean half = file.name().contains("half");
        try (CheckpointFile read = CheckpointFile.open(file.writtenTo(folder), manager)) {
            assertEquals(
                    file.name().contains("legacy") ? "PyTorch legacy" : "PyTorch zip",
                    read.container());
            String section = section(file.name());
            assertTrue(read.sections().contains(section), read.sections().toString());
            StoredTensors network = read.section(section);
            assertEquals(new TreeSet<>(expected.keySet()), new TreeSet<>(network.names()));
            for (String name : expected.keySet()) {
                same(file.golden(), expected.get(name), network.tensor(name), half);
            }
        }
    }

    private static String section(String file) {
        if (file.startsWith("module_")) {
            return "model.module";
        }
        if (file.startsWith("dict_with_numpy_scalar")) {
            return "model_state_dict";
        }
        return file.contains("module_prefix") ? "module" : "";
    }

    @ParameterizedTest
    @MethodSource("stateDicts")
    void numbersBesideTheTensorsAreNotes(Embedded file) throws IOException {
        try (CheckpointFile read = CheckpointFile.open(file.writtenTo(folder), manager)) {
            if (file.name().contains("numpy_scalar")) {
                assertEquals("3", read.metadata().get("nstack"));
                double loss = Double.parseDouble(read.metadata().get("best_val_loss"));
                assertTrue(loss > 0 && loss < 1e6, "best_val_loss " + loss);
            }
            assertTrue(
                    read.sections().stream().noneMatch(s -> s.contains("optimizer")),
                    "an optimiser's state is no network: " + read.sections());
        }
    }

    @ParameterizedTest
    @MethodSource("heads")
    void everyPickledHeadGivesItsArrays(Embedded file) throws IOException {
        Set<String> wanted =
                Set.of("v_template", "f", "shapedirs", "kintree_table", "weights", "J_regressor");
        try (CheckpointFile read = CheckpointFile.open(file.writtenTo(folder), manager)) {
            assertEquals("pickle", read.container());
            for (String name : wanted) {
                same(file.golden(), "expect:" + name, read.tensor(name), false);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("others")
    void everyOtherFileGivesItsArrays(Embedded file) throws IOException {
        String stem =
                file.name()
                        .replaceFirst("\\.\\w+$", "")
                        .replaceFirst("_(zip|legacy|deflated)$", "");
        Map<String, String> expected = file.expected("expect:" + stem);
        assertTrue(!expected.isEmpty(), "no expectations of " + file.name());
        try (CheckpointFile read = CheckpointFile.open(file.writtenTo(folder), manager)) {
            for (String key : expected.keySet()) {
                String name = key.isEmpty() ? CheckpointFile.ALONE : key.substring(1);
                same(file.golden(), expected.get(key), read.tensor(name), false);
            }
            assertEquals(expected.size(), read.names().size(), read.names().toString());
        }
    }

    /** Real numbers as float32, to the last bit; whole ones in their own type. */
    private static void same(
            GoldenCase golden, String expected, Optional<NDArray> found, boolean half) {
        assertTrue(found.isPresent(), expected + " is missing");
        NDArray read = found.get();
        long[] shape = golden.shape(expected);
        boolean single = read.getShape().dimension() == 0 && shape.length == 1 && shape[0] == 1;
        if (!single) { // a number alone is stored with one dimension in the case
            assertArrayEquals(shape, read.getShape().getShape(), expected);
        }
        if (golden.tensors().get(expected).type().startsWith("F")) {
            float[] values = golden.floats(expected);
            float[] numbers = read.toFloatArray();
            for (int i = 0; i < values.length; i++) {
                float value = half ? rounded(values[i]) : values[i];
                assertEquals(value, numbers[i], expected + "[" + i + "]");
            }
        } else {
            long[] numbers = read.toType(DataType.INT64, true).toLongArray();
            assertArrayEquals(golden.longs(expected), numbers, expected);
        }
    }

    /** Rounded to float16: eleven bits, ties to even. */
    private static float rounded(float value) {
        double unit = Math.scalb(1.0, Math.max(Math.getExponent(value), -14) - 10);
        return (float) (Math.rint(value / unit) * unit);
    }
}
