package mien.app.document.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mien.app.document.Damage;
import mien.app.document.DocumentException;
import mien.app.document.DocumentState;
import mien.app.document.SomeDocuments;
import mien.engine.picture.ContentHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {

    @TempDir Path folder;
    private StateFolder state;
    private Recovery recovery;

    @BeforeEach
    void begin() {
        state = new StateFolder(folder.resolve("state"));
        recovery = new Recovery(state);
    }

    private static Committed commit(long revision, boolean clean) {
        DocumentState document = SomeDocuments.document(revision % 3);
        return new Committed(
                document, revision, clean, Optional.empty(), Instant.ofEpochMilli(1000 + revision));
    }

    @Test
    void unsavedWorkOfAWindowThatIsGoneIsFoundAndGoesOn() {
        try (Session session = Session.begin(state)) {
            session.commit(commit(1, false));
            session.commit(commit(2, false));
            assertEquals(List.of(), recovery.find(), "its window lives");
        }
        Recovery.Found found = recovery.find().get(0);
        assertEquals("Anna 2", found.name());
        Recovery.Restored restored = recovery.restore(found);
        assertEquals(2, restored.committed().revision());
        assertEquals(SomeDocuments.document(2).outcome(), restored.committed().state().outcome());
        assertEquals(List.of(), recovery.find(), "it was taken over");
        restored.session().commit(commit(3, false));
        restored.session().close();
        assertEquals(3, recovery.restore(recovery.find().get(0)).committed().revision());
    }

    @Test
    void oneWindowAloneGoesOnWithASession() {
        try (Session session = Session.begin(state)) {
            session.commit(commit(1, false));
        }
        Recovery.Found found = recovery.find().get(0);
        Recovery.Restored first = recovery.restore(found);
        DocumentException e = assertThrows(DocumentException.class, () -> recovery.restore(found));
        assertTrue(e.getMessage().contains("another window"), e.getMessage());
        recovery.discard(found); // not while a window has it
        first.session().close();
        assertEquals(1, recovery.find().size());
    }

    @Test
    void savedWorkIsCleanedUpAndUnsavedWorkIsNot() throws IOException {
        try (Session saved = Session.begin(state)) {
            saved.commit(commit(1, false));
            saved.commit(commit(1, true));
        }
        try (Session unsaved = Session.begin(state)) {
            unsaved.commit(commit(2, false));
        }
        assertEquals(1, recovery.find().size());
        assertEquals(1, recovery.find().size());
        assertEquals(1, sessions());
        recovery.discard(recovery.find().get(0));
        assertEquals(0, sessions());
    }

    @Test
    void aDamagedJournalIsNeitherOfferedNorRemoved() throws IOException {
        try (Session session = Session.begin(state)) {
            session.commit(commit(1, false));
        }
        Path journal = recovery.find().get(0).session().resolve("journal");
        byte[] bytes = Files.readAllBytes(journal);
        bytes[30] ^= 1;
        Files.write(journal, bytes);
        assertEquals(List.of(), recovery.find());
        assertEquals(1, sessions());
    }

    @Test
    void aStepWhosePictureIsGoneFallsBackToTheOneBefore() throws IOException {
        try (Session session = Session.begin(state)) {
            session.commit(commit(1, false));
            session.commit(commit(2, false));
        }
        Recovery.Found found = recovery.find().get(0);
        Path source =
                found.session()
                        .resolve("blobs")
                        .resolve(ContentHash.of(SomeDocuments.document(2).picture()) + ".png");
        Files.delete(source);
        Recovery.Restored restored = recovery.restore(found);
        assertEquals(1, restored.committed().revision());
        restored.session().close();
    }

    @Test
    void aLongJournalIsShortenedAndKeepsItsNewestState() throws IOException {
        try (Session session = Session.begin(state)) {
            for (int i = 1; i <= 40; i++) {
                session.commit(commit(i, false));
            }
            Path blobs = only(state.sessions()).resolve("blobs");
            long before = count(blobs);
            session.shorten(commit(41, false));
            assertTrue(count(blobs) < before, "pictures that nothing names are removed");
        }
        Recovery.Restored restored = recovery.restore(recovery.find().get(0));
        assertEquals(41, restored.committed().revision());
        restored.session().close();
    }

    @Test
    void anUnwritableFolderIsOneSentence() throws IOException {
        Files.writeString(folder.resolve("state"), "a file in the way");
        DocumentException e = assertThrows(DocumentException.class, () -> Session.begin(state));
        Damage.sentence(e.getMessage());
    }

    @Test
    void aNewWindowsFolderIsLeftToItForAWhile() throws IOException {
        Path fresh = Files.createDirectories(state.sessions().resolve("fresh"));
        assertEquals(List.of(), recovery.find());
        assertTrue(Files.exists(fresh));
        Files.setLastModifiedTime(fresh, FileTime.from(Instant.now().minusSeconds(7200)));
        assertEquals(List.of(), recovery.find());
        assertFalse(Files.exists(fresh));
    }

    private static Path only(Path inside) throws IOException {
        try (Stream<Path> files = Files.list(inside)) {
            return files.findFirst().orElseThrow();
        }
    }

    private static long count(Path inside) throws IOException {
        try (Stream<Path> files = Files.list(inside)) {
            return files.count();
        }
    }

    private long sessions() throws IOException {
        return count(state.sessions());
    }
}
