package mien.engine.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import mien.engine.tensor.Devices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files made to run something, to fill the memory, to take for ever or to lead elsewhere. Each is
 * refused in one sentence; nothing in it runs; it costs little.
 */
class HostileFilesTest {

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

    static Stream<HostileFile> pickles() {
        return HostilePickles.all();
    }

    static Stream<HostileFile> archives() {
        return HostileArchives.all();
    }

    static Stream<HostileFile> torchFiles() {
        return HostileTorchFiles.all();
    }

    static Stream<HostileFile> strangers() {
        return HostileArchives.strangers();
    }

    @ParameterizedTest
    @MethodSource("pickles")
    void aHostilePickleIsRefused(HostileFile hostile) throws IOException {
        refused(hostile);
    }

    @ParameterizedTest
    @MethodSource("archives")
    void aHostileArchiveIsRefused(HostileFile hostile) throws IOException {
        refused(hostile);
    }

    @ParameterizedTest
    @MethodSource("torchFiles")
    void aTensorThatCannotBeTrueIsRefused(HostileFile hostile) throws IOException {
        refused(hostile);
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void aFileOfAnotherKindIsToldWhatItIs(HostileFile hostile) throws IOException {
        refused(hostile);
    }

    private void refused(HostileFile hostile) throws IOException {
        Path file = Files.write(folder.resolve("hostile.bin"), hostile.bytes());
        Expense expense = new Expense();
        String message =
                assertThrows(CheckpointException.class, () -> CheckpointFile.open(file, manager))
                        .getMessage();
        expense.assertBelow(2_000, 400L << 20);
        assertTrue(message.contains(hostile.why()), message);
        assertTrue(message.startsWith(file.toString()) && message.endsWith("."), message);
        assertFalse(message.contains("\n"), message);
    }

    @Test
    void aCallHiddenAmongWeightsIsNeverMade() throws IOException {
        Path trace = folder.resolve("trace");
        byte[] object =
                PickleForge.begun()
                        .op("}(")
                        .text("weight")
                        .tensor("FloatStorage", "0", 1)
                        .text("extra")
                        .global("os", "system")
                        .op('(')
                        .text("touch " + trace)
                        .op("tR")
                        .text("more")
                        .global("builtins", "eval")
                        .op('(')
                        .text("open('" + trace + "','w')")
                        .op("tR")
                        .text("java")
                        .global("java.lang", "Runtime")
                        .op(")\u0081}(")
                        .text("exec")
                        .text("touch " + trace)
                        .op("ub")
                        .op('u')
                        .done();
        Path file = folder.resolve("hidden.pt");
        Files.write(file, ZipForge.torch(object).storage("0", new byte[4]).done());
        try (CheckpointFile read = CheckpointFile.open(file, manager)) {
            assertArrayEquals(new float[1], read.tensor("weight", 1).get().toFloatArray());
        }
        assertFalse(Files.exists(trace), "nothing in a file may ever run");
    }

    @Test
    void aHundredThousandStateDictsCostLittle() throws IOException {
        PickleForge object = PickleForge.begun().op("}(");
        object.text("w").tensor("FloatStorage", "0", 1).raw('q', 0);
        for (int i = 0; i < 100_000; i++) {
            object.text("net" + i).op("}").text("w").raw('h', 0).op("s");
        }
        Path file = folder.resolve("many.pt");
        byte[] zip = ZipForge.torch(object.op('u').done()).storage("0", new byte[4]).done();
        Files.write(file, zip);
        Expense expense = new Expense();
        try (CheckpointFile read = CheckpointFile.open(file, manager)) {
            assertTrue(read.names().contains("net99999.w"));
            assertTrue(read.sections().contains("net99999"));
        }
        expense.assertBelow(5_000, 1L << 30);
    }

    @Test
    void aTensorIsReadWholeOrNotAtAllWhenTheFileShrinks() throws IOException {
        byte[] object =
                PickleForge.begun()
                        .op('}')
                        .text("w")
                        .tensor("FloatStorage", "0", 64)
                        .op('s')
                        .done();
        Path file = folder.resolve("shrinking.pt");
        Files.write(file, ZipForge.torch(object).storage("0", new byte[256]).done());
        try (CheckpointFile read = CheckpointFile.open(file, manager)) {
            Files.write(file, new byte[10]);
            String message =
                    assertThrows(CheckpointException.class, () -> read.tensor("w")).getMessage();
            assertTrue(message.contains("became shorter"), message);
        }
    }

    @Test
    void aDamagedCompressedPartIsNoticedByItsChecksum() throws IOException {
        byte[] object =
                PickleForge.begun()
                        .op('}')
                        .text("w")
                        .tensor("FloatStorage", "0", 64)
                        .op('s')
                        .done();
        byte[] zip = ZipForge.torch(object).storage("0", new byte[256]).deflated().done();
        int directory = HostileArchives.find(zip, 0x02014b50, 2);
        zip[directory + 16] ^= 1; // the checksum of the storage
        Path file = Files.write(folder.resolve("damaged.pt"), zip);
        try (CheckpointFile read = CheckpointFile.open(file, manager)) {
            String message =
                    assertThrows(CheckpointException.class, () -> read.tensor("w")).getMessage();
            assertTrue(message.contains("'archive/data/0' is damaged"), message);
        }
    }

    @Test
    void theSoundFilesOfTheseTestsAreAccepted() throws IOException {
        for (byte[] sound :
                new byte[][] {HostileArchives.sound(), HostileTorchFiles.soundLegacy()}) {
            Path file = Files.write(folder.resolve("sound"), sound);
            try (CheckpointFile read = CheckpointFile.open(file, manager)) {
                assertArrayEquals(new float[2], read.tensor("w", 2).get().toFloatArray());
            }
        }
        byte[] text = "(dp0\nS'w'\nI1\ns.".getBytes(StandardCharsets.US_ASCII);
        Path file = Files.write(folder.resolve("empty"), text);
        assertTrue(
                assertThrows(CheckpointException.class, () -> CheckpointFile.open(file, manager))
                        .getMessage()
                        .contains("it holds no tensors"));
    }
}
