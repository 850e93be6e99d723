package mien.app.document;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents, journals and notes damaged at random are read or refused in one sentence. */
class DamagedDocumentsTest {

    @TempDir Path folder;

    @Test
    void damagedDocuments() {
        List<byte[]> sound = List.of(written(SomeDocuments.document(1)), foreign());
        int refused = Damage.over(1, sound, bytes -> DocumentFile.read(file(bytes)));
        assertTrue(refused > 30, refused + " refused");
    }

    /** The text is the easier target once the archive around it is sound. */
    @Test
    void damagedTextInASoundArchive() {
        byte[] document = written(SomeDocuments.document(1));
        byte[] text = ZipForge.part(file(document), DocumentFile.TEXT);
        int refused =
                Damage.over(
                        2,
                        List.of(text),
                        damaged -> {
                            Path file = file(document);
                            try {
                                ZipForge.with(file, DocumentFile.TEXT, damaged);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                            DocumentFile.read(file);
                        });
        assertTrue(refused > 30, refused + " refused");
    }

    @Test
    void damagedNotes() {
        String note = SessionNote.of(SomeDocuments.document(2), SessionNote.Carry.SOURCES).json();
        int refused =
                Damage.over(
                        3,
                        List.of(note.getBytes(StandardCharsets.UTF_8)),
                        damaged ->
                                new SessionNote(new String(damaged, StandardCharsets.UTF_8))
                                        .restored());
        assertTrue(refused > 30, refused + " refused");
    }

    private byte[] foreign() {
        return written(
                DocumentState.of("f", SomeDocuments.picture(7, 12))
                        .withEdit(0, SomeDocuments.foreign(8)));
    }

    private byte[] written(DocumentState state) {
        Path file = folder.resolve("sound.mien");
        DocumentFile.write(state, file);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(byte[] bytes) {
        try {
            return Files.write(folder.resolve("damaged.mien"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
