package mien.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mien.app.document.DocumentState;
import mien.app.document.DocumentViewModel;
import mien.app.document.Edit;
import mien.app.document.journal.StateFolder;
import mien.app.edit.EditViewModel;
import mien.app.edit.RunHabits;
import mien.app.toy.ManualJobs;
import mien.app.toy.OtherToy;
import mien.app.toy.ToySpec;
import mien.app.toy.ToySystem;
import mien.app.toy.ToyWorkshop;
import mien.engine.edit.EditException.Reason;
import mien.engine.edit.RunSettings;
import mien.engine.job.JobStatus;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits that stand on each other: undo through all of them, and rooms that wait for results. */
class EditWalkTest {

    private static final Picture PHOTO = Picture.filled(8, 8, 0xff808080);
    private static final Picture FIRST = Picture.filled(8, 8, 0xff404040);
    private static final Picture SECOND = Picture.filled(8, 8, 0xffc0c0c0);

    @TempDir private Path folder;

    private final ToyWorkshop workshop = new ToyWorkshop();
    private final List<Notice> notices = new ArrayList<>();
    private StudioViewModel studio;

    @BeforeEach
    void open() {
        workshop.add(new OtherToy());
        ManualJobs jobs = new ManualJobs();
        studio =
                new StudioViewModel(
                        jobs,
                        () -> workshop,
                        new RunHabits(RunSettings.DEFAULT.withSteps(20)),
                        new DocumentViewModel(jobs, new StateFolder(folder)));
        studio.setNotices(notices::add);
        studio.start();
        studio.open("anna.png", () -> PHOTO);
    }

    @SuppressWarnings("unchecked") // all edits here are toys
    private EditViewModel<ToySpec> edit() {
        return (EditViewModel<ToySpec>) studio.editProperty().get().orElseThrow();
    }

    private void jaw(double degrees) {
        edit().apply(ToySystem.JAW.with(edit().spec(), degrees));
    }

    private double jaw() {
        return edit().spec().jaw();
    }

    private void finish(Picture result) {
        workshop.newest().tell(new JobStatus.Done(result));
    }

    private DocumentState state() {
        return studio.documents().stateProperty().get().orElseThrow();
    }

    @Test
    void undoCrossesFromAnEditToTheOneBeforeAndRedoComesBack() {
        jaw(10);
        finish(FIRST);
        jaw(12);
        finish(FIRST);
        studio.continueFromResult();
        jaw(20);
        finish(SECOND);
        studio.undo();
        assertEquals(2, jaw(), "the second edit is as it was begun");
        studio.undo();
        assertEquals(0, studio.place());
        assertEquals(12, jaw());
        assertEquals(FIRST, edit().shownProperty().get().picture(), "its result was kept");
        assertEquals(1, state().edits().size(), "there was no second edit then");
        studio.undo();
        studio.undo();
        assertEquals(2, jaw());
        assertFalse(studio.canUndo().getValue());
        for (int i = 0; i < 4; i++) {
            assertTrue(studio.canRedo().getValue());
            studio.redo();
        }
        assertEquals(1, studio.place());
        assertEquals(20, jaw());
        assertEquals(SECOND, state().outcome().orElseThrow());
        assertFalse(studio.canRedo().getValue());
    }

    @Test
    void anotherWayFromAnEarlierEditLetsTheLaterOneGo() {
        jaw(10);
        finish(FIRST);
        studio.continueFromResult();
        jaw(20);
        finish(SECOND);
        studio.undo();
        studio.undo();
        assertTrue(studio.canRedo().getValue());
        jaw(15);
        assertFalse(studio.canRedo().getValue());
        assertEquals(1, state().edits().size());
    }

    @Test
    void anEditThatWasTakenOutComesBackWithUndo() {
        jaw(10);
        finish(FIRST);
        studio.continueFromResult();
        jaw(20);
        finish(SECOND);
        studio.remove(0);
        assertEquals(1, state().edits().size());
        notices.get(0).offer().orElseThrow().action().run(); // "Undo" stands on the notice
        assertEquals(2, state().edits().size());
        assertEquals(1, studio.place());
        assertEquals(20, jaw());
        assertEquals(FIRST, edit().spec().source());
        assertEquals(SECOND, state().outcome().orElseThrow());
        studio.redo();
        assertEquals(1, state().edits().size(), "and goes again with redo");
    }

    @Test
    void goingBackToAnEditIsNoEndOfItsSteps() {
        jaw(10);
        finish(FIRST);
        studio.continueFromResult();
        jaw(20);
        finish(SECOND);
        studio.goTo(0);
        studio.undo();
        assertEquals(1, studio.place(), "the newest step was made in the second edit");
        assertEquals(20, jaw(), "which is seen before it is undone");
        studio.undo();
        assertEquals(2, jaw());
    }

    @Test
    void aRoomOpensOnceTheEditBeforeIsMadeAndReplacesNothing() {
        jaw(10);
        studio.use(1);
        assertEquals("relight", studio.roomProperty().get().orElseThrow().id(), "it waits");
        assertEquals(1, state().edits().size());
        finish(FIRST);
        assertEquals("other", studio.roomProperty().get().orElseThrow().id());
        assertEquals(FIRST, edit().spec().source());
        jaw(20);
        assertEquals(
                List.of("relight", "other"), state().edits().stream().map(Edit::system).toList());
        studio.use(0);
        finish(SECOND);
        assertEquals(3, studio.place() + 1, "behind the last, since that is of another room");
        studio.use(1);
        assertEquals(1, studio.place(), "back to where one was");
        assertEquals(20, jaw());
    }

    @Test
    void eachRoomHasItsOwnSteps() {
        edit().choose(edit().settingsProperty().get().withSteps(50));
        jaw(10);
        finish(FIRST);
        studio.use(1);
        jaw(20);
        assertEquals(20, workshop.newest().settings().steps().orElseThrow());
        finish(SECOND);
        studio.use(0);
        jaw(11);
        assertEquals(50, workshop.newest().settings().steps().orElseThrow());
    }

    @Test
    void whatCannotBeMadeIsNotWaitedFor() {
        jaw(10);
        studio.use(1);
        workshop.newest().tell(new JobStatus.Failed("The disk is full.", Reason.MACHINE));
        edit().run();
        finish(FIRST);
        assertEquals("relight", studio.roomProperty().get().orElseThrow().id());
    }
}
