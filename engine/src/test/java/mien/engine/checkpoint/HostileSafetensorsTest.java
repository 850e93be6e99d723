package mien.engine.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import mien.engine.tensor.Devices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that lie, are cut short or are something else. Each is refused in one sentence. */
class HostileSafetensorsTest {

    private static final String SOUND =
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";

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

    static Stream<Arguments> hostileHeaders() {
        return Stream.of(
                arguments("[1,2]", 8, "not an object"),
                arguments("{\"a\":3}", 8, "'a' is not an object"),
                arguments("{\"a\":", 8, "not proper JSON"),
                arguments("no json at all", 8, "not proper JSON"),
                arguments(SOUND + "{}", 8, "goes on after its end"),
                arguments(SOUND, 7, "it ends before 'a' does"),
                arguments(SOUND, 9, "bytes that belong to no tensor"),
                arguments(one("F32", "[2]", "[4,12]"), 12, "no tensor owns the bytes before 'a'"),
                arguments(one("F32", "[3]", "[0,8]"), 8, "not as large as its shape"),
                arguments(one("F32", "[2]", "[8,0]"), 8, "not as large as its shape"),
                arguments(one("F32", "[-2]", "[0,8]"), 8, "negative number"),
                arguments(one("F32", "[2]", "[0,8,9]"), 8, "lacks its type, its shape"),
                arguments(one("F32", "[2.5]", "[0,8]"), 8, "lacks its type, its shape"),
                arguments(one("F32", "2", "[0,8]"), 8, "lacks its type, its shape"),
                arguments(one("F8_E4M3", "[8]", "[0,8]"), 8, "stored as F8_E4M3, not as one of"),
                arguments(one("F32", "[1,1,1,1,1,1,1,1,2]", "[0,8]"), 8, "too many dimensions"),
                arguments(
                        one("F32", "[4611686018427387904,4]", "[0,8]"),
                        8,
                        "not as large as its shape"),
                arguments(one("F32", "[2]", "[0,99999999999999999999]"), 8, "not proper JSON"),
                arguments("{\"a\":{\"shape\":[2],\"data_offsets\":[0,8]}}", 8, "stored as nothing"),
                arguments("{\"a\":{\"dtype\":\"F32\"}}", 8, "lacks its type, its shape"),
                arguments(
                        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8],\"x\":1}}",
                        8,
                        "unknown field 'x'"),
                arguments(
                        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                                + "\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}}",
                        12,
                        "'b' overlaps another tensor"),
                arguments(
                        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
                                + "\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
                        8,
                        "not proper JSON"),
                arguments("{\"__metadata__\":{\"k\":1}}", 0, "metadata holds more than texts"),
                arguments("{\"" + "n".repeat(1001) + "\":{}}", 0, "over 1,000 letters"),
                arguments("{\"a\":" + "{\"b\":".repeat(2000), 8, "unknown field 'b'"));
    }

    private static String one(String type, String shape, String offsets) {
        return "{\"a\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":%s}}"
                .formatted(type, shape, offsets);
    }

    @ParameterizedTest
    @MethodSource("hostileHeaders")
    void aHeaderThatCannotBeTrueIsRefused(String header, int dataBytes, String why)
            throws IOException {
        refused(bytes(header, dataBytes, new byte[dataBytes]), why);
    }

    @Test
    void theSoundHeaderOfTheseTestsIsAccepted() throws IOException {
        Path file = folder.resolve("sound.safetensors");
        Files.write(file, bytes(SOUND, 8, new byte[8]));
        try (Safetensors read = Safetensors.open(file, manager)) {
            assertEquals(1, read.names().size());
        }
    }

    @Test
    void aLengthBeyondTheFileIsRefusedBeforeMemoryIsTaken() throws IOException {
        for (long length : new long[] {9, 99_999_999, Long.MAX_VALUE, -1}) {
            ByteBuffer file = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
            refused(file.putLong(length).array(), "header would be longer");
        }
    }

    @Test
    void emptyAndTinyFilesAreRefused() throws IOException {
        refused(new byte[0], "shorter than any such file");
        refused(new byte[7], "shorter than any such file");
        refused(new byte[8], "not an object");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path file = folder.resolve("absent.safetensors");
        String message =
                assertThrows(CheckpointException.class, () -> Safetensors.open(file, manager))
                        .getMessage();
        assertTrue(message.startsWith(file + " does not exist"), message);
    }

    @Test
    void aFolderIsNotAFile() {
        assertThrows(CheckpointException.class, () -> Safetensors.open(folder, manager));
    }

    @Test
    void randomDamageNeverEndsInAnythingButARefusalOrAWholeFile() throws IOException {
        byte[] sound = bytes(SOUND, 8, new byte[8]);
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = sound.clone();
            for (int k = 0; k <= random.nextInt(3); k++) {
                damaged[random.nextInt(damaged.length - 8)] = (byte) random.nextInt(256);
            }
            Path file = folder.resolve("damaged.safetensors");
            Files.write(file, damaged);
            try (Safetensors read = Safetensors.open(file, manager)) {
                for (String name : read.names()) {
                    read.tensor(name).orElseThrow().close();
                }
            } catch (CheckpointException e) {
                refused++;
                assertTrue(e.getMessage().contains("damaged.safetensors"), e.getMessage());
            }
        }
        assertTrue(refused > 1000, "only " + refused + " of 2000 damaged files were refused");
    }

    private void refused(byte[] content, String why) throws IOException {
        Path file = folder.resolve("hostile.safetensors");
        Files.write(file, content);
        String message =
                assertThrows(CheckpointException.class, () -> Safetensors.open(file, manager))
                        .getMessage();
        assertTrue(message.contains(why), message);
        assertTrue(message.startsWith(file.toString()) && message.endsWith("again."), message);
    }

    /** A file of this header, its length before it and {@code count} bytes of data behind it. */
    static byte[] bytes(String header, int count, byte[] data) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + json.length + count)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .put(data, 0, count)
                .array();
    }
}
