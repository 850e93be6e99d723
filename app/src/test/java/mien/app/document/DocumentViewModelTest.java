package mien.app.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import mien.app.document.journal.Recovery;
import mien.app.document.journal.StateFolder;
import mien.app.job.Jobs;
import mien.app.job.Ongoing;
import mien.app.toy.ManualJobs;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentViewModelTest {

    private static final Picture PICTURE = SomeDocuments.picture(1, 24);

    @TempDir Path folder;
    private StateFolder state;
    private DocumentViewModel documents;
    private final List<String> problems = new ArrayList<>();

    @BeforeEach
    void begin() {
        state = new StateFolder(folder.resolve("state"));
        documents = window();
    }

    private DocumentViewModel window() {
        DocumentViewModel window = new DocumentViewModel(new ManualJobs(), state);
        window.setProblems(problem -> problems.add(problem.english()));
        return window;
    }

    private DocumentState edited(long seed) {
        DocumentState now = documents.stateProperty().get().orElseThrow();
        return now.withEdit(0, SomeDocuments.edit(PICTURE, seed));
    }

    @Test
    void aPictureThatWasOnlyLookedAtLeavesNothingBehind() {
        documents.begin("anna.jpg", PICTURE);
        assertFalse(documents.dirtyProperty().get());
        assertEquals("anna.jpg", documents.titleBinding().get());
        assertTrue(documents.close());
        assertFalse(Files.exists(state.path().resolve("sessions")));
    }

    @Test
    void savingAgainBeforeItIsSavedElsewhereSavesItThere() {
        List<Runnable> disk = new ArrayList<>();
        Jobs slow = new SlowDisk(disk); // nothing is written before the test says so
        DocumentViewModel window = new DocumentViewModel(slow, state);
        window.setProblems(problem -> problems.add(problem.english()));
        window.begin("anna.jpg", PICTURE);
        window.saveAs(folder.resolve("first.mien"));
        run(disk);
        window.saveAs(folder.resolve("second.mien"));
        assertTrue(window.save(), "to the second, which is still being written");
        run(disk);
        assertEquals(List.of(), problems);
        assertEquals(Optional.of(folder.resolve("second.mien")), window.fileProperty().get());
    }

    private static void run(List<Runnable> disk) {
        while (!disk.isEmpty()) {
            disk.remove(0).run();
        }
    }

    /** The window's thread at once, the disk when asked. */
    private record SlowDisk(List<Runnable> disk) implements Jobs {
        @Override
        public Executor window() {
            return Runnable::run;
        }

        @Override
        public Executor background() {
            return disk::add;
        }

        @Override
        public Executor drawing() {
            return Runnable::run;
        }

        @Override
        public Ongoing after(Duration pause, Runnable action) {
            return Ongoing.NOTHING;
        }
    }

    @Test
    void withoutAutosaveNothingIsKeptUntilItIsWantedAgain() {
        documents.setAutosaving(false);
        documents.begin("anna.jpg", PICTURE);
        documents.commit(edited(1));
        assertTrue(documents.dirtyProperty().get());
        assertFalse(Files.exists(state.path().resolve("sessions")));
        documents.setAutosaving(true);
        assertEquals(documents.revision(), documents.keptProperty().get());
        assertTrue(Files.exists(state.path().resolve("sessions")));
    }

    @Test
    void aCommitIsOnTheDiskAndASaveCleansUp() throws IOException {
        documents.begin("anna.jpg", PICTURE);
        documents.commit(edited(1));
        assertTrue(documents.dirtyProperty().get());
        assertEquals("• anna.jpg", documents.titleBinding().get());
        assertEquals(documents.revision(), documents.keptProperty().get());
        assertFalse(documents.save(), "it has no place yet");
        documents.saveAs(folder.resolve("anna"));
        assertEquals("anna.mien", documents.titleBinding().get());
        assertFalse(documents.dirtyProperty().get());
        assertEquals(folder.resolve("anna.mien"), documents.recent().get(0).file());
        documents.commit(edited(2));
        assertTrue(documents.save());
        documents.close();
        assertEquals(0, sessions());
        assertEquals(List.of(), problems);
        DocumentState saved = documents.stateProperty().get().orElseThrow();
        assertEquals(
                saved,
                Enlivened.of(
                                DocumentFile.read(folder.resolve("anna.mien")).state(),
                                List.of(SomeDocuments.TOY))
                        .state());
    }

    @Test
    void committingTheSameAgainIsNoCommit() {
        documents.begin("a", PICTURE);
        documents.commit(edited(1));
        documents.commit(edited(1));
        assertEquals(1, documents.revision());
    }

    @Test
    void goingBackToWhatWasSavedIsSaved() {
        documents.begin("a", PICTURE);
        DocumentState before = edited(1);
        documents.commit(before);
        documents.saveAs(folder.resolve("a.mien"));
        documents.commit(edited(2));
        assertTrue(documents.dirtyProperty().get());
        documents.commit(before);
        assertFalse(documents.dirtyProperty().get());
        documents.views().first();
        documents.views().look(new View(2, 1, 1, 0, true, Optional.empty()));
        assertFalse(documents.dirtyProperty().get(), "looking is no change");
        documents.close();
        DocumentViewModel next = window();
        next.lookAround(() -> {});
        assertEquals(List.of(), next.found());
    }

    @Test
    void howItIsLookedAtIsKeptWithItAndComesBackOnce() {
        View close = new View(2, 1, 1, 90, true, Optional.of("relight"));
        documents.begin("a", PICTURE);
        assertEquals(Optional.of(View.FITTED), documents.views().first());
        documents.views().look(close);
        documents.commit(edited(1));
        Path file = folder.resolve("a.mien");
        documents.saveAs(file);
        documents.open(file, content -> {});
        documents.views().look(View.FITTED); // before it is seen
        assertEquals(Optional.of(close), documents.views().first());
        assertEquals(Optional.empty(), documents.views().first());
        documents.commit(edited(2));
        documents.close(); // as a crash: nothing was saved
        documents = window();
        documents.lookAround(() -> {});
        documents.restore(documents.found().get(0), state -> {});
        assertEquals(Optional.of(close), documents.views().first());
    }

    @Test
    void unsavedWorkIsOfferedOnceAndGoesOnWhereItWas() {
        documents.begin("anna.jpg", PICTURE);
        DocumentState last = edited(7);
        documents.commit(edited(6));
        documents.commit(last);
        documents.close(); // as a crash: nothing was saved

        documents = window();
        documents.lookAround(() -> {});
        Recovery.Found found = documents.found().get(0);
        assertEquals("anna.jpg", found.name());
        documents.later();
        documents.begin("b", PICTURE);
        documents.commit(edited(9));
        documents.begin("c", PICTURE);
        assertEquals(1, documents.found().size(), "what was put off is not offered again");

        documents = window();
        documents.lookAround(() -> {});
        assertEquals(2, documents.found().size(), "b, which was left unsaved, and anna.jpg");
        documents.restore(found, restored -> {});
        assertTrue(documents.dirtyProperty().get());
        documents.enliven(List.of(SomeDocuments.TOY), live -> {});
        assertEquals(last, documents.stateProperty().get().orElseThrow());
        assertTrue(documents.dirtyProperty().get());
        documents.saveAs(folder.resolve("anna.mien"));
        documents.discard(documents.found().get(0));
        documents.close();
        documents = window();
        documents.lookAround(() -> {});
        assertEquals(List.of(), documents.found());
        assertEquals(List.of(), problems);
    }

    @Test
    void anOpenedDocumentIsCleanAlsoWhenItsEditsComeToLife() {
        DocumentFile.write(SomeDocuments.document(3), folder.resolve("a.mien"));
        documents.open(folder.resolve("a.mien"), opened -> {});
        documents.enliven(List.of(SomeDocuments.TOY), live -> {});
        assertEquals(SomeDocuments.document(3), documents.stateProperty().get().orElseThrow());
        assertFalse(documents.dirtyProperty().get());
        assertEquals(Optional.of(folder.resolve("a.mien")), documents.fileProperty().get());
    }

    @Test
    void aDocumentThatSomeoneElseChangedIsNotOverwritten() throws IOException {
        Path file = folder.resolve("a.mien");
        DocumentFile.write(SomeDocuments.document(3), file);
        documents.open(file, opened -> {});
        DocumentFile.write(SomeDocuments.document(4).withName("longer than before"), file);
        byte[] theirs = Files.readAllBytes(file);
        documents.commit(documents.stateProperty().get().orElseThrow().withName("mine"));
        documents.save();
        assertTrue(problems.get(0).contains("someone else"), problems.get(0));
        Damage.sentence(problems.get(0));
        assertEquals(theirs.length, Files.readAllBytes(file).length);
        assertTrue(documents.dirtyProperty().get());
        documents.saveAs(folder.resolve("mine.mien"));
        assertFalse(documents.dirtyProperty().get());
    }

    @Test
    void aSaveThatFailsLosesNothing() throws IOException {
        documents.begin("a", PICTURE);
        documents.commit(edited(1));
        documents.saveAs(folder.resolve("nowhere").resolve("a.mien"));
        Damage.sentence(problems.get(0));
        assertTrue(documents.dirtyProperty().get());
        assertFalse(documents.savingProperty().get());
        assertEquals(Optional.empty(), documents.fileProperty().get());
        documents.close();
        assertEquals(1, sessions());
    }

    @Test
    void withoutAutosaveWhatIsLeftUnsavedIsStillFoundAgain() throws IOException {
        documents.setAutosaving(false);
        documents.begin("anna.jpg", PICTURE);
        documents.commit(edited(1));
        documents.begin("bea.jpg", PICTURE);
        assertEquals("anna.jpg", documents.found().get(0).name());
        documents.commit(edited(2));
        documents.close();
        assertEquals(2, sessions());
    }

    @Test
    void whoListensToFoundWorkIsToldAlsoAfterACollection() {
        List<Integer> told = new ArrayList<>();
        documents
                .found()
                .addListener(
                        (ListChangeListener<Recovery.Found>) c -> told.add(c.getList().size()));
        System.gc();
        documents.begin("anna.jpg", PICTURE);
        documents.commit(edited(1));
        documents.begin("bea.jpg", PICTURE);
        assertEquals(List.of(1), told);
    }

    @Test
    void aDiskThatRefusesIsToldOnceAndWorkGoesOn() throws IOException {
        Files.writeString(folder.resolve("state"), "in the way");
        documents.begin("a", PICTURE);
        documents.commit(edited(1));
        documents.commit(edited(2));
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(documents.keptProperty().get() < documents.revision());
        Files.delete(folder.resolve("state"));
        documents.commit(edited(3));
        assertEquals(documents.revision(), documents.keptProperty().get());
    }

    @Test
    void aMissingDocumentIsShownAsMissingAndCanBeForgotten() throws IOException {
        Path file = folder.resolve("a.mien");
        DocumentFile.write(SomeDocuments.document(3), file);
        documents.open(file, opened -> {});
        assertFalse(documents.recent().get(0).missing());
        Files.delete(file);
        documents.lookAround(() -> {});
        assertTrue(documents.recent().get(0).missing());
        documents.forget(documents.recent().get(0));
        assertEquals(List.of(), documents.recent());
    }

    @Test
    void anExportedPictureCarriesItsSessionWhereThatIsWanted() {
        DocumentState made = SomeDocuments.document(5);
        SessionNote note = SessionNote.of(made, SessionNote.Carry.SOURCES);
        documents.begin(new SessionNote(note.json()).restored());
        documents.enliven(List.of(SomeDocuments.TOY), live -> {});
        DocumentState back = documents.stateProperty().get().orElseThrow();
        LiveEdit<?> first = (LiveEdit<?>) back.edits().get(0);
        assertEquals(((LiveEdit<?>) made.edits().get(0)).spec(), first.spec());
        assertTrue(documents.dirtyProperty().get());
        SessionNote shared = SessionNote.of(made, SessionNote.Carry.NOTHING);
        assertFalse(shared.restorable());
        assertTrue(shared.json().length() < 20_000);
    }

    private long sessions() throws IOException {
        try (Stream<Path> all = Files.list(state.path().resolve("sessions"))) {
            return all.count();
        }
    }
}
