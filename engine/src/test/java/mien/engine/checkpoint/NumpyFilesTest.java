package mien.engine.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import mien.engine.checkpoint.storage.NumberArray;
import mien.engine.tensor.Devices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumpyFilesTest {

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

    /** An array's file of a version, with the header's fields as NumPy writes them. */
    private static byte[] npy(
            int version, String type, boolean columns, String shape, byte[] data) {
        String order = columns ? "True" : "False";
        String header =
                "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }\n"
                        .formatted(type, order, shape);
        byte[] text = header.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
        length.putInt(text.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("\u0093NUMPY".getBytes(StandardCharsets.ISO_8859_1));
        out.write(version);
        out.write(0);
        out.write(length.array(), 0, version == 1 ? 2 : 4);
        out.writeBytes(text);
        out.writeBytes(data);
        return out.toByteArray();
    }

    private CheckpointFile opened(byte[] bytes) throws IOException {
        return CheckpointFile.open(Files.write(folder.resolve("a"), bytes), manager);
    }

    /** The numbers −1, 0, 1, 2, … as a type stores them. */
    private static byte[] counting(String type, int count) {
        ByteOrder order = type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int size = type.charAt(2) - '0';
        ByteBuffer bytes = ByteBuffer.allocate(size * count).order(order);
        for (int i = -1; i < count - 1; i++) {
            switch (type.substring(1)) {
                case "f8" -> bytes.putDouble(i);
                case "f4" -> bytes.putFloat(i);
                case "i8", "u8" -> bytes.putLong(i);
                case "i4", "u4" -> bytes.putInt(i);
                case "i2", "u2" -> bytes.putShort((short) i);
                default -> bytes.put((byte) i);
            }
        }
        return bytes.array();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyVersionOfTheHeaderIsRead(int version) throws IOException {
        byte[] file = npy(version, "<f4", false, "(2, 3)", counting("<f4", 6));
        try (CheckpointFile read = opened(file)) {
            assertEquals("NumPy array", read.container());
            assertEquals(new Shape(2, 3), read.tensors().get(CheckpointFile.ALONE).shape());
            assertArrayEquals(
                    new float[] {-1, 0, 1, 2, 3, 4},
                    read.tensor(CheckpointFile.ALONE).get().toFloatArray());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "<f8, -1",
        ">f8, -1",
        "<f4, -1",
        ">f4, -1",
        "<i8, -1",
        ">i8, -1",
        "<i4, -1",
        ">i4, -1",
        "<i2, -1",
        ">i2, -1",
        "|i1, -1",
        "<u4, 4294967295",
        ">u4, 4294967295",
        "<u2, 65535",
        ">u2, 65535",
        "|u1, 255",
        "<u8, -1",
        "|b1, 1"
    })
    void everyTypeIsReadInEitherByteOrder(String type, double minusOne) throws IOException {
        byte[] file = npy(1, type, false, "(3,)", counting(type, 3));
        double one = 1;
        try (CheckpointFile read = opened(file)) {
            double[] tensor =
                    read.tensor(CheckpointFile.ALONE)
                            .get()
                            .toType(DataType.FLOAT64, true)
                            .toDoubleArray();
            assertArrayEquals(new double[] {minusOne, 0, one}, tensor);
        }
        try (ArrayFile read = ArrayFile.open(folder.resolve("a"))) {
            NumberArray array = read.array(CheckpointFile.ALONE).get();
            for (int i = 0; i < 3; i++) {
                assertEquals(i == 0 ? minusOne : i - 1, array.real(i));
                assertEquals(i == 0 ? (long) minusOne : i - 1, array.whole(i));
            }
        }
    }

    @Test
    void halvesAreRead() throws IOException {
        byte[] data = {0, 0x3C, 1, 0, 0, (byte) 0xFC, 0, (byte) 0xC5};
        try (CheckpointFile read = opened(npy(1, "<f2", false, "(4,)", data))) {
            float[] expected = {1, 0x1p-24f, Float.NEGATIVE_INFINITY, -5};
            assertArrayEquals(expected, read.tensor(CheckpointFile.ALONE).get().toFloatArray());
        }
        try (ArrayFile read = ArrayFile.open(folder.resolve("a"))) {
            float[] expected = {1, 0x1p-24f, Float.NEGATIVE_INFINITY, -5};
            assertArrayEquals(expected, read.array(CheckpointFile.ALONE).get().floats());
        }
    }

    @Test
    void columnsFirstIsTurnedToRowsFirst() throws IOException {
        byte[] file = npy(1, "<f4", true, "(2, 3)", counting("<f4", 6));
        try (CheckpointFile read = opened(file)) {
            assertArrayEquals(
                    new float[] {-1, 1, 3, 0, 2, 4},
                    read.tensor(CheckpointFile.ALONE).get().toFloatArray());
        }
    }

    @Test
    void pythonTwosLongsAndNumbersAloneAreShapes() throws IOException {
        try (CheckpointFile read = opened(npy(1, "<f4", false, "(2L,)", counting("<f4", 2)))) {
            assertEquals(new Shape(2), read.tensors().get(CheckpointFile.ALONE).shape());
        }
        try (CheckpointFile read = opened(npy(1, "<f4", false, "()", counting("<f4", 1)))) {
            assertEquals(new Shape(), read.tensors().get(CheckpointFile.ALONE).shape());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void rowsOfAnArchivesArrayAreReadAlone(boolean deflated) throws IOException {
        ZipForge zip =
                new ZipForge()
                        .part("mean.npy", npy(1, "<f4", false, "(2,)", counting("<f4", 2)))
                        .part("dir.npy", npy(1, ">i4", false, "(3, 2)", counting(">i4", 6)));
        Path file = folder.resolve("a.npz");
        Files.write(file, (deflated ? zip.deflated() : zip).done());
        try (ArrayFile read = ArrayFile.open(file)) {
            assertEquals(Set.of("mean", "dir"), read.names());
            assertArrayEquals(new float[] {3, 4}, read.rows("dir", 2, 1).floats());
            assertArrayEquals(new float[] {-1, 0, 1, 2}, read.rows("dir", 0, 2).floats());
            assertArrayEquals(new float[] {1, 2}, read.rows("dir", 1, 1).floats(), "going back");
            assertThrows(CheckpointException.class, () -> read.rows("dir", 2, 2));
            assertThrows(CheckpointException.class, () -> read.rows("none", 0, 1));
        }
    }
}
