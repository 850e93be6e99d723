package mien.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import mien.engine.edit.Cancelled;
import mien.engine.edit.EditException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownDigestsTest {

    private static final FileTime ONCE = FileTime.fromMillis(1_700_000_000_000L);

    @TempDir Path folder;
    private Path weights;
    private int reads;

    @BeforeEach
    void write() throws IOException {
        weights = write(1);
    }

    private Path write(int last) throws IOException {
        Path file = Files.write(folder.resolve("w.bin"), new byte[] {1, 2, 3, (byte) last});
        return Files.setLastModifiedTime(file, ONCE);
    }

    /** As if everything had been written a while ago. */
    private KnownDigests later() {
        return known(4, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1)));
    }

    private KnownDigests known(long least, Clock clock) {
        return new KnownDigests(folder.resolve("cache/digests.json"), least, clock);
    }

    /** The digest is right, and this many times the file was read. */
    private int readsOf(KnownDigests known) throws IOException {
        reads = 0;
        String digest = known.of(weights, () -> reads++);
        assertEquals(PackFile.sha256(weights), digest);
        return Math.min(1, reads);
    }

    @Test
    void anUnchangedFileIsNotReadTwiceNotEvenByAnotherStart() throws IOException {
        assertEquals(1, readsOf(later()));
        assertEquals(0, readsOf(later()));
        later().anew(weights, () -> reads++);
        assertTrue(reads > 0, "who asks for it anew gets it anew");
    }

    @Test
    void aChangedFileIsReadAlthoughItsLengthAndItsTimeAreTheSame() throws IOException {
        readsOf(later());
        Files.move(write(2), folder.resolve("other"));
        Files.move(folder.resolve("other"), weights);
        assertEquals(1, readsOf(later()));
        assertEquals(0, readsOf(later()));
        Files.setLastModifiedTime(weights, FileTime.from(ONCE.toInstant().plusSeconds(1)));
        assertEquals(1, readsOf(later()));
    }

    @Test
    void smallAndFreshFilesAreReadEveryTimeAndSoIsAllWithoutACache() throws IOException {
        for (KnownDigests known :
                new KnownDigests[] {
                    known(5, later().clock()),
                    known(4, Clock.systemUTC()),
                    new KnownDigests(weights.resolve("no/folder"), 4, later().clock())
                }) {
            assertEquals(1, readsOf(known));
            assertEquals(1, readsOf(known));
        }
    }

    @Test
    void aDamagedCacheIsMadeAnewAndForgetsFilesThatAreGone() throws IOException {
        readsOf(later());
        Path gone = Files.copy(weights, folder.resolve("gone.bin"));
        later().of(gone, () -> {});
        Files.delete(gone);
        Path cache = later().cache();
        assertTrue(Files.readString(cache).contains("gone.bin"));
        later().anew(weights, () -> {});
        assertTrue(!Files.readString(cache).contains("gone.bin"));
        Files.writeString(cache, "{\"");
        assertEquals(1, readsOf(later()));
        assertEquals(0, readsOf(later()));
    }

    @Test
    void readingEndsWhenItIsCancelled() {
        Runnable cancelled =
                () -> {
                    throw new Cancelled();
                };
        assertThrows(Cancelled.class, () -> later().of(weights, cancelled));
    }

    @Test
    void aPackReadsItsFilesOnceUntilOneIsChangedButVerifiesThemAnew() throws IOException {
        ModelPack pack =
                PackWriter.write(
                        folder,
                        new PackWriter.Label(
                                "demo", "relight", "Title", "1", "Apache-2.0", "a test"),
                        Map.of("weights", "w.bin"),
                        JsonNodeFactory.instance.objectNode());
        pack.file("weights", later(), () -> reads++);
        reads = 0;
        assertEquals(weights, pack.file("weights", later(), () -> reads++));
        assertEquals(0, reads);
        pack.verify(() -> reads++);
        assertTrue(reads > 0);
        Files.delete(weights);
        write(9);
        assertThrows(EditException.class, () -> pack.file("weights", later(), () -> {}));
        assertThrows(EditException.class, pack::verify);
    }
}
