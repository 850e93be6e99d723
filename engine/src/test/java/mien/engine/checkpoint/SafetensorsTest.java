package mien.engine.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Devices;
import mien.engine.tensor.NoiseSource;
import mien.engine.tensor.ScalarType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {

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

    @Test
    void whatIsWrittenAsFloat32ComesBackBitForBit() {
        NDArray a = new NoiseSource(1).normal(manager, new Shape(3, 4, 5));
        NDArray b = manager.create(new float[] {-0f, Float.MIN_VALUE, 3e38f});
        Map<String, NDArray> tensors = new LinkedHashMap<>();
        tensors.put("layer.weight", a);
        tensors.put("bias", b);
        Path file = folder.resolve("a.safetensors");

        SafetensorsWriter.write(
                file, tensors, ScalarType.FLOAT32, Map.of("licence", "own \"work\" – 작품"));

        try (Safetensors read = Safetensors.open(file, manager)) {
            assertEquals(tensors.keySet(), read.names());
            assertEquals(Map.of("licence", "own \"work\" – 작품"), read.metadata());
            assertEquals(new Shape(3, 4, 5), read.shape("layer.weight").orElseThrow());
            NDArray again = read.tensor("layer.weight", 3, 4, 5).orElseThrow();
            assertEquals(a.getShape(), again.getShape());
            assertArrayEquals(a.toFloatArray(), again.toFloatArray());
            assertArrayEquals(
                    b.toFloatArray(), read.tensor("bias", 3).orElseThrow().toFloatArray());
            assertArrayEquals(
                    a.toFloatArray(),
                    again.toFloatArray(),
                    "later reads leave earlier arrays alone");
            assertTrue(read.tensor("absent", 1).isEmpty());
        }
    }

    @Test
    void float16HalvesTheFileAndKeepsElevenBits() throws IOException {
        NDArray a = new NoiseSource(2).normal(manager, new Shape(64, 64));
        Path file = folder.resolve("half.safetensors");
        SafetensorsWriter.write(file, Map.of("a", a), ScalarType.FLOAT16, Map.of());

        assertTrue(Files.size(file) < 2 * 64 * 64 + 200);
        try (Safetensors read = Safetensors.open(file, manager)) {
            NDArray again = read.tensor("a", 64, 64).orElseThrow();
            assertEquals(DataType.FLOAT32, again.getDataType());
            float[] expected = a.toFloatArray();
            float[] got = again.toFloatArray();
            for (int i = 0; i < got.length; i++) {
                assertEquals(expected[i], got[i], Math.abs(expected[i]) * 0x1p-11 + 0x1p-25);
            }
        }
    }

    @Test
    void bfloat16AndChannelsLastWeightsAreWrittenInRowMajorOrder() {
        NDArray a = manager.arange(2f * 3 * 4 * 5).reshape(2, 3, 4, 5);
        NDArray cast = Aten.channelsLast(Aten.cast(a, ScalarType.BFLOAT16));
        Path file = folder.resolve("order.safetensors");
        SafetensorsWriter.write(file, Map.of("a", cast), ScalarType.FLOAT16, Map.of());
        try (Safetensors read = Safetensors.open(file, manager)) {
            assertArrayEquals(
                    a.toFloatArray(), read.tensor("a", 2, 3, 4, 5).orElseThrow().toFloatArray());
        }
    }

    @Test
    void everyStoredTypeIsRead() throws IOException {
        ByteBuffer data = ByteBuffer.allocate(60).order(ByteOrder.LITTLE_ENDIAN);
        data.putDouble(1.5).putDouble(-2.25); // F64
        data.putFloat(0.1f).putFloat(-7); // F32
        data.putShort((short) 0x3C00).putShort((short) 0xC500); // F16: 1, −5
        data.putShort((short) 0x3F80).putShort((short) 0xC0A0); // BF16: 1, −5
        data.putLong(1L << 40).putLong(-3); // I64
        data.putInt(123456789); // I32
        data.put((byte) 200).put((byte) 7); // U8
        data.put((byte) 1).put((byte) 0); // BOOL
        String header =
                """
                {"f64":{"dtype":"F64","shape":[2],"data_offsets":[0,16]},
                 "f32":{"dtype":"F32","shape":[2,1],"data_offsets":[16,24]},
                 "f16":{"dtype":"F16","shape":[1,2],"data_offsets":[24,28]},
                 "bf16":{"dtype":"BF16","shape":[2,1],"data_offsets":[28,32]},
                 "i64":{"dtype":"I64","shape":[2],"data_offsets":[32,48]},
                 "i32":{"dtype":"I32","shape":[],"data_offsets":[48,52]},
                 "u8":{"dtype":"U8","shape":[2],"data_offsets":[52,54]},
                 "bool":{"dtype":"BOOL","shape":[2],"data_offsets":[54,56]},
                 "none":{"dtype":"F32","shape":[0,3],"data_offsets":[56,56]}}
                """;
        Path file = file("types", header, 56, data.array());
        try (Safetensors read = Safetensors.open(file, manager)) {
            assertArrayEquals(new float[] {1.5f, -2.25f}, floats(read, "f64"));
            assertArrayEquals(new float[] {0.1f, -7}, floats(read, "f32"));
            assertArrayEquals(new float[] {1, -5}, floats(read, "f16"));
            assertArrayEquals(new float[] {1, -5}, floats(read, "bf16"));
            assertEquals(new Shape(2, 1), read.tensor("bf16").orElseThrow().getShape());
            assertArrayEquals(
                    new long[] {1L << 40, -3}, read.tensor("i64").orElseThrow().toLongArray());
            assertEquals(123456789, read.tensor("i32").orElseThrow().getInt());
            assertArrayEquals(
                    new byte[] {(byte) 200, 7}, read.tensor("u8").orElseThrow().toByteArray());
            assertArrayEquals(
                    new boolean[] {true, false},
                    read.tensor("bool").orElseThrow().toBooleanArray());
            assertEquals(new Shape(0, 3), read.tensor("none").orElseThrow().getShape());
        }
    }

    @Test
    void tensorsBeyondTwoGibibytesAreReached() throws IOException {
        long gap = 3L << 30;
        String header =
                """
                {"big":{"dtype":"U8","shape":[%d],"data_offsets":[0,%d]},
                 "last":{"dtype":"F32","shape":[1],"data_offsets":[%d,%d]}}
                """
                        .formatted(gap, gap, gap, gap + 4);
        Path file = file("far", header, 0, new byte[0]);
        try (var out = Files.newByteChannel(file, java.nio.file.StandardOpenOption.WRITE)) {
            out.position(Files.size(file) + gap); // a hole: no disk is used
            out.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(42).flip());
        }
        try (Safetensors read = Safetensors.open(file, manager)) {
            assertEquals(42, read.tensor("last").orElseThrow().getFloat());
            assertTrue(
                    assertThrows(CheckpointException.class, () -> read.tensor("big"))
                            .getMessage()
                            .contains("2 GiB"));
        }
    }

    @Test
    void anOldFileStaysWhenWritingFails() throws IOException {
        Path file = folder.resolve("kept.safetensors");
        SafetensorsWriter.write(
                file, Map.of("a", manager.ones(new Shape(2))), ScalarType.FLOAT32, Map.of());
        byte[] before = Files.readAllBytes(file);
        NDArray closed = manager.ones(new Shape(2));
        closed.close();

        assertThrows(
                RuntimeException.class,
                () ->
                        SafetensorsWriter.write(
                                file, Map.of("a", closed), ScalarType.FLOAT32, Map.of()));

        assertArrayEquals(before, Files.readAllBytes(file));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList(), "no unfinished file stays behind");
        }
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path file = folder.resolve("nowhere").resolve("a.safetensors");
        assertTrue(
                assertThrows(
                                UncheckedIOException.class,
                                () ->
                                        SafetensorsWriter.write(
                                                file, Map.of(), ScalarType.FLOAT32, Map.of()))
                        .getMessage()
                        .contains("a.safetensors cannot be written"));
    }

    private static float[] floats(Safetensors file, String name) {
        return file.tensor(name).orElseThrow().toFloatArray();
    }

    private Path file(String name, String header, int count, byte[] data) throws IOException {
        Path file = folder.resolve(name + ".safetensors");
        Files.write(file, HostileSafetensorsTest.bytes(header, count, data));
        return file;
    }
}
