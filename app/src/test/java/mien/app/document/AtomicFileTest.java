package mien.app.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir Path folder;

    @Test
    void aFullDiskLeavesTheOldFileAndNothingBeside() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "old");
        IOException full =
                assertThrows(
                        IOException.class,
                        () ->
                                AtomicFile.write(
                                        file,
                                        out -> {
                                            out.write(new byte[100_000]);
                                            throw new IOException("No space left on device");
                                        }));
        assertEquals("the disk is full", DiskReason.of(full).english());
        assertEquals("old", Files.readString(file));
        assertEquals(List.of(file), inside());
    }

    @Test
    void aFolderWithoutPermissionIsOneSentence() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        assumeTrue(closed.toFile().setWritable(false) && !Files.isWritable(closed));
        refused(closed.resolve("a.mien"), "no permission");
        assertTrue(closed.toFile().setWritable(true));
    }

    @Test
    void aMissingFolderAndAFolderInTheWayAreOneSentence() throws IOException {
        refused(folder.resolve("nowhere").resolve("a.mien"), "choose another place");
        Path inTheWay = Files.createDirectories(folder.resolve("b.mien"));
        Files.writeString(inTheWay.resolve("c"), "stays");
        refused(inTheWay, "choose another place");
        assertEquals("stays", Files.readString(inTheWay.resolve("c")));
    }

    private static void refused(Path file, String why) {
        DocumentState state = SomeDocuments.document(1);
        DocumentException e =
                assertThrows(DocumentException.class, () -> DocumentFile.write(state, file));
        assertTrue(e.getMessage().contains(why), e.getMessage());
        Damage.sentence(e.getMessage());
    }

    private static boolean linked(Path link, Path real) {
        try {
            Files.createSymbolicLink(link, real);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path real = Files.writeString(folder.resolve("real"), "old");
        Path link = folder.resolve("link");
        assumeTrue(linked(link, real), "this file system has no links");
        AtomicFile.write(link, out -> out.write('n'));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("n", Files.readString(real));
    }

    @Test
    void whatAKilledProgramLeftIsSweptAfterADayAndNothingElse() throws IOException {
        Path young = Files.writeString(folder.resolve(".mien-1.part"), "");
        Path old = Files.writeString(folder.resolve(".mien-2.part"), "");
        Path mine = Files.writeString(folder.resolve("mine.part"), "");
        FileTime past = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
        Files.setLastModifiedTime(old, past);
        Files.setLastModifiedTime(mine, past);
        AtomicFile.write(folder.resolve("a"), out -> out.write('x'));
        assertEquals(List.of(young, folder.resolve("a"), mine), inside());
    }

    private List<Path> inside() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
