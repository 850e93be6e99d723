package mien.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import mien.app.document.DocumentState;
import mien.app.document.DocumentViewModel;
import mien.app.document.LiveEdit;
import mien.app.document.SessionNote;
import mien.app.document.journal.StateFolder;
import mien.app.edit.EditViewModel;
import mien.app.edit.RunHabits;
import mien.app.job.Jobs;
import mien.app.job.Ongoing;
import mien.app.toy.ManualJobs;
import mien.app.toy.ToySpec;
import mien.app.toy.ToyWorkshop;
import mien.engine.edit.Control;
import mien.engine.edit.EditSpec;
import mien.engine.edit.RunSettings;
import mien.engine.job.JobStatus;
import mien.engine.picture.Picture;
import mien.engine.picture.export.Export;
import mien.engine.picture.export.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done in the window becomes a document, and a document becomes a window again. */
class StudioDocumentTest {

    private static final Picture PHOTO = Picture.filled(8, 8, 0xff808080);
    private static final Picture FIRST = Picture.filled(8, 8, 0xff404040);
    private static final Picture SECOND = Picture.filled(8, 8, 0xffc0c0c0);

    @TempDir private Path folder;

    private final ToyWorkshop workshop = new ToyWorkshop();
    private final List<Notice> notices = new ArrayList<>();

    private StudioViewModel studio() {
        return studio(new ManualJobs());
    }

    private StudioViewModel studio(Jobs jobs) {
        StateFolder state = new StateFolder(folder.resolve("state"));
        StudioViewModel studio =
                new StudioViewModel(
                        jobs,
                        () -> workshop,
                        new RunHabits(RunSettings.DEFAULT.withSteps(20)),
                        new DocumentViewModel(jobs, state));
        studio.setNotices(notices::add);
        return studio;
    }

    private StudioViewModel opened() {
        StudioViewModel studio = studio();
        studio.start();
        studio.open("anna.png", () -> PHOTO);
        return studio;
    }

    private static void jaw(StudioViewModel studio, double degrees) {
        jaw(studio.editProperty().get().orElseThrow(), degrees);
    }

    private static <S extends EditSpec> void jaw(EditViewModel<S> edit, double degrees) {
        edit.system()
                .control("jaw")
                .map(c -> (Control.Slider<S>) c)
                .ifPresent(s -> edit.apply(s.with(edit.spec(), degrees)));
    }

    private void finish(Picture result) {
        workshop.newest().tell(new JobStatus.Done(result));
    }

    private static DocumentState state(StudioViewModel studio) {
        return studio.documents().stateProperty().get().orElseThrow();
    }

    private static ToySpec spec(StudioViewModel studio) {
        return (ToySpec) studio.editProperty().get().orElseThrow().spec();
    }

    private static Picture shown(StudioViewModel studio) {
        return studio.editProperty().get().orElseThrow().shownProperty().get().picture();
    }

    @Test
    void aPictureThatIsOnlyLookedAtIsNothingToSave() {
        StudioViewModel studio = opened();
        assertEquals("anna.png", state(studio).name());
        assertFalse(studio.documents().dirtyProperty().get());
        jaw(studio, 10);
        assertTrue(studio.documents().dirtyProperty().get());
        assertEquals(1, state(studio).edits().size());
    }

    @Test
    void aSavedDocumentIsOpenedAgainWithItsResultAndRunsNothing() {
        HeldJobs jobs = new HeldJobs();
        StudioViewModel studio = studio(jobs);
        studio.start();
        studio.open("anna.png", () -> PHOTO);
        jaw(studio, 10);
        finish(FIRST);
        Path file = folder.resolve("anna.mien");
        studio.documents().saveAs(file);
        assertFalse(studio.documents().dirtyProperty().get());
        studio.close();
        int runs = workshop.orders().size();

        StudioViewModel again = studio();
        again.open(file); // before the engine is there
        again.start();
        assertEquals(FIRST, shown(again));
        assertEquals(10, spec(again).jaw());
        assertEquals(PHOTO, spec(again).source());
        assertEquals(runs, workshop.orders().size());
        assertEquals(List.of(), notices);
        EditViewModel<?> edit = again.editProperty().get().orElseThrow();
        edit.undo();
        assertEquals(PHOTO, shown(again), "undo goes back to the photograph");
        edit.redo();
        jaw(again, 12);
        assertTrue(again.documents().dirtyProperty().get());
        assertEquals(runs + 2, workshop.orders().size(), "only what was not there is made");
    }

    @Test
    void unsavedWorkOfAWindowThatIsGoneGoesOnAndItsRunIsMadeAnew() {
        StudioViewModel studio = opened();
        jaw(studio, 10);
        studio.close();

        StudioViewModel again = studio();
        again.start();
        assertEquals(1, again.documents().found().size());
        again.restore(again.documents().found().get(0));
        assertEquals(10, spec(again).jaw());
        assertTrue(again.documents().dirtyProperty().get());
        assertEquals(spec(again), workshop.newest().spec());
        finish(FIRST);
        assertEquals(FIRST, state(again).outcome().orElseThrow());
    }

    @Test
    void aResultIsEditedFurtherAndGoingBackMakesItNewFromThere() {
        StudioViewModel studio = opened();
        jaw(studio, 10);
        finish(FIRST);
        studio.continueFromResult();
        assertEquals(FIRST, studio.documentProperty().get().orElseThrow().picture());
        assertEquals(FIRST, spec(studio).source());
        jaw(studio, 20);
        finish(SECOND);
        assertEquals(2, state(studio).edits().size());
        assertEquals(SECOND, state(studio).outcome().orElseThrow());

        studio.goTo(0);
        assertEquals(10, spec(studio).jaw());
        assertEquals(FIRST, shown(studio));
        jaw(studio, 15);
        assertTrue(state(studio).edits().get(1).result().isEmpty(), "it was made from another");
        finish(FIRST);
        studio.remove(0);
        assertEquals(1, state(studio).edits().size());
        assertEquals(20, spec(studio).jaw());
        assertEquals(PHOTO, spec(studio).source(), "what is left begins with the photograph");
    }

    @Test
    void continuingFromAnEditThatIsFollowedGoesToTheNextOneAndKeepsIt() {
        StudioViewModel studio = opened();
        jaw(studio, 10);
        finish(FIRST);
        studio.continueFromResult();
        jaw(studio, 20);
        finish(SECOND);
        studio.goTo(0);
        studio.continueFromResult();
        assertEquals(1, studio.place());
        assertEquals(20, spec(studio).jaw(), "the next edit is the one there was");
        assertEquals(2, state(studio).edits().size());
    }

    @Test
    void aResultThatComesWhileADocumentIsOpenedDoesNotGetIntoIt() {
        HeldJobs jobs = new HeldJobs();
        StudioViewModel studio = studio(jobs);
        studio.start();
        studio.open("anna.png", () -> PHOTO);
        jaw(studio, 10);
        finish(FIRST);
        Path file = folder.resolve("anna.mien");
        studio.documents().saveAs(file);
        studio.open("bea.png", () -> SECOND);
        jaw(studio, 30);
        ToyWorkshop.Order late = workshop.newest();
        jobs.hold();
        studio.open(file);
        jobs.one(); // it is read, and shown before its edits can be worked on
        assertEquals("anna.png", state(studio).name());
        late.tell(new JobStatus.Done(SECOND));
        jobs.letGo();
        assertEquals(10, spec(studio).jaw());
        assertEquals(FIRST, state(studio).outcome().orElseThrow());
    }

    @Test
    void whatComesLateForAnotherPictureIsNotKept() {
        StudioViewModel studio = opened();
        jaw(studio, 10);
        ToyWorkshop.Order late = workshop.newest();
        studio.open("bea.png", () -> PHOTO);
        late.tell(new JobStatus.Done(FIRST));
        assertEquals("bea.png", state(studio).name());
        assertEquals(List.of(), state(studio).edits());
    }

    @Test
    void aFileThatIsNoDocumentIsToldAndTheOpenOneStays() {
        StudioViewModel studio = opened();
        jaw(studio, 10);
        studio.open(folder.resolve("missing.mien"));
        assertEquals(1, notices.size());
        assertInstanceOf(LiveEdit.class, state(studio).edits().get(0));
        assertEquals(10, spec(studio).jaw());
    }

    @Test
    void anExportThatCarriesItsSessionOffersToRestoreIt() {
        StudioViewModel studio = opened();
        jaw(studio, 10);
        finish(FIRST);
        SessionNote session = SessionNote.of(state(studio), SessionNote.Carry.SOURCES);
        Path export = folder.resolve("anna-relight.png");
        Export.flat(FIRST, Provenance.edit("Mien", "toy", "1").withSession(session.json()), export);
        studio.open(export);
        assertEquals(FIRST, studio.documentProperty().get().orElseThrow().picture());
        Notice.Offer offer = notices.get(0).offer().orElseThrow();
        offer.action().run();
        assertEquals(10, spec(studio).jaw());
        assertEquals(PHOTO, spec(studio).source());
        assertTrue(studio.documents().dirtyProperty().get(), "it is not in a file yet");
        assertEquals(spec(studio), workshop.newest().spec(), "its result is made again");
    }

    /** The background waits for its turn once it is held; all else happens at once. */
    private static final class HeldJobs implements Jobs {

        private final ManualJobs jobs = new ManualJobs();
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private boolean held;

        void hold() {
            held = true;
        }

        void one() {
            waiting.remove().run();
        }

        void letGo() {
            held = false;
            waiting.forEach(Runnable::run);
        }

        @Override
        public Executor window() {
            return jobs.window();
        }

        @Override
        public Executor background() {
            return work -> {
                if (held) {
                    waiting.add(work);
                } else {
                    work.run();
                }
            };
        }

        @Override
        public Executor drawing() {
            return jobs.drawing();
        }

        @Override
        public Ongoing after(Duration pause, Runnable action) {
            return jobs.after(pause, action);
        }
    }
}
