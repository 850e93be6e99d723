package mien.app.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mien.app.edit.Progress.Phase;
import mien.app.toy.ManualJobs;
import mien.app.toy.ToySpec;
import mien.app.toy.ToySystem;
import mien.app.toy.ToyWorkshop;
import mien.engine.edit.Direction;
import mien.engine.edit.RunSettings;
import mien.engine.job.Beginning;
import mien.engine.job.Film;
import mien.engine.job.JobStatus;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;

class EditViewModelTest {

    private static final Picture PHOTO = Picture.filled(8, 8, 0xff808080);
    private static final Picture BLURRED = Picture.filled(8, 8, 0xff101010);
    private static final Picture SHARP = Picture.filled(8, 8, 0xfff0f0f0);

    private final ManualJobs jobs = new ManualJobs();
    private final ToyWorkshop workshop = new ToyWorkshop();
    private final ToySpec found = ToySpec.found(PHOTO);
    private final EditViewModel<ToySpec> edit =
            new EditViewModel<>(new ToySystem(), found, workshop, jobs);

    private static ToySpec jaw(ToySpec spec, double degrees) {
        return spec.withJaw(degrees);
    }

    private void finish(Picture result) {
        workshop.newest().tell(new JobStatus.Done(result));
    }

    @Test
    void showsThePhotographUntilSomethingIsChanged() {
        assertSame(PHOTO, edit.shownProperty().get().picture());
        assertEquals(Phase.READY, edit.progressProperty().get().phase());
        assertFalse(edit.touched().getValue());
        assertTrue(workshop.orders().isEmpty());
    }

    @Test
    void theProxyFollowsEveryMoveOfADragAndDiffusionWaitsForARest() {
        for (int azimuth = 30; azimuth <= 90; azimuth += 30) {
            ToySpec moved = found.withLight(new Direction(azimuth, 0));
            edit.preview(moved);
            assertEquals(Shown.Kind.PROXY, edit.shownProperty().get().kind());
            assertSame(moved, edit.spec());
        }
        assertTrue(workshop.orders().isEmpty(), "nothing runs while the light moves");
        jobs.pass();
        assertEquals(1, workshop.orders().size());
        assertEquals(edit.spec(), workshop.newest().spec());
    }

    @Test
    void lettingGoStartsDiffusionAtOnceAndARestDoesNotStartItAgain() {
        edit.preview(jaw(found, 10));
        edit.settle();
        assertEquals(1, workshop.orders().size());
        jobs.pass();
        assertEquals(1, workshop.orders().size());
    }

    @Test
    void lettingGoAfterARestKeepsTheRunThatTheRestBegan() {
        edit.preview(jaw(found, 10));
        jobs.pass();
        edit.settle();
        assertEquals(1, workshop.orders().size());
        assertFalse(workshop.newest().cancelled());
    }

    @Test
    void everyStepAppearsInPlaceAndInTheFilm() {
        edit.apply(jaw(found, 10));
        workshop.newest().tell(new JobStatus.Loading());
        assertEquals(Phase.LOADING, edit.progressProperty().get().phase());
        workshop.newest().tell(new JobStatus.Running(1, 2, BLURRED));
        assertSame(BLURRED, edit.shownProperty().get().picture());
        assertEquals(0.5, edit.progressProperty().get().part());
        workshop.newest().tell(new JobStatus.Running(2, 2, SHARP));
        finish(SHARP);
        assertEquals(2, edit.film().frames().size());
        assertEquals(Phase.DONE, edit.progressProperty().get().phase());
        assertSame(SHARP, edit.resultProperty().get().orElseThrow());
    }

    @Test
    void aNewEditCancelsTheRunAndItsLastWordsAreNotHeard() {
        edit.apply(jaw(found, 10));
        ToyWorkshop.Order old = workshop.newest();
        edit.preview(jaw(found, 20));
        assertTrue(old.cancelled());
        old.tell(new JobStatus.Running(3, 20, BLURRED));
        old.tell(new JobStatus.Cancelled());
        assertEquals(Shown.Kind.PROXY, edit.shownProperty().get().kind());
        assertEquals(Phase.SHAPING, edit.progressProperty().get().phase());
        edit.settle();
        assertEquals(2, workshop.orders().size());
    }

    @Test
    void cancellingAnswersAtOnceAndShowsNoFurtherStep() {
        edit.apply(jaw(found, 10));
        workshop.newest().tell(new JobStatus.Running(1, 20, BLURRED));
        assertTrue(edit.cancel());
        assertEquals(Phase.STOPPING, edit.progressProperty().get().phase());
        assertTrue(workshop.newest().cancelled());
        workshop.newest().tell(new JobStatus.Running(2, 20, SHARP));
        assertSame(BLURRED, edit.shownProperty().get().picture());
        workshop.newest().tell(new JobStatus.Cancelled());
        assertEquals(Phase.STOPPED, edit.progressProperty().get().phase());
        assertFalse(edit.cancel(), "there is nothing left to cancel");
    }

    @Test
    void cancellingDuringAHeldDragIsNotUndoneByLettingGo() {
        edit.preview(jaw(found, 10));
        jobs.pass();
        edit.cancel();
        workshop.newest().tell(new JobStatus.Cancelled());
        edit.settle();
        assertEquals(1, workshop.orders().size());
    }

    @Test
    void undoShowsTheEarlierResultWithoutRunningAgain() {
        edit.apply(jaw(found, 10));
        finish(BLURRED);
        edit.apply(jaw(found, 20));
        finish(SHARP);
        edit.undo();
        assertEquals(10, edit.spec().jaw());
        assertSame(BLURRED, edit.shownProperty().get().picture());
        assertEquals(2, workshop.orders().size());
        edit.undo();
        assertSame(PHOTO, edit.shownProperty().get().picture());
        assertFalse(edit.canUndoProperty().get());
        edit.redo();
        edit.redo();
        assertSame(SHARP, edit.resultProperty().get().orElseThrow());
        assertFalse(edit.canRedoProperty().get());
    }

    @Test
    void undoInTheMiddleOfARunCancelsItAndRedoMakesItAnew() {
        edit.apply(jaw(found, 10));
        ToyWorkshop.Order first = workshop.newest();
        edit.undo();
        assertTrue(first.cancelled());
        edit.redo();
        assertEquals(2, workshop.orders().size());
        assertEquals(10, ((ToySpec) workshop.newest().spec()).jaw());
    }

    @Test
    void draggingBackToThePhotographShowsItAndRunsNothing() {
        edit.preview(jaw(found, 10));
        edit.preview(found);
        edit.settle();
        assertTrue(workshop.orders().isEmpty());
        assertEquals(Shown.Kind.ORIGINAL, edit.shownProperty().get().kind());
        assertFalse(edit.canUndoProperty().get());
    }

    @Test
    void aResultThatCameDuringAHeldDragIsKeptForUndo() {
        edit.preview(jaw(found, 10));
        jobs.pass();
        finish(BLURRED);
        edit.settle();
        edit.apply(jaw(found, 20));
        edit.undo();
        assertSame(BLURRED, edit.shownProperty().get().picture());
    }

    @Test
    void holdingShowsTheOriginalAndLettingGoShowsWhatCameMeanwhile() {
        edit.apply(jaw(found, 10));
        edit.comparingProperty().set(true);
        finish(SHARP);
        assertSame(PHOTO, edit.shownProperty().get().picture());
        edit.comparingProperty().set(false);
        assertSame(SHARP, edit.shownProperty().get().picture());
    }

    @Test
    void anInspectedStepStaysUntilTheNextEdit() {
        edit.apply(jaw(found, 10));
        workshop.newest().tell(new JobStatus.Running(1, 2, BLURRED));
        finish(SHARP);
        edit.film().inspect(edit.film().frames().get(0));
        assertSame(BLURRED, edit.shownProperty().get().picture());
        edit.film().followLive();
        assertSame(SHARP, edit.shownProperty().get().picture());
        edit.film().inspect(edit.film().frames().get(0));
        edit.preview(jaw(found, 12));
        assertEquals(Shown.Kind.PROXY, edit.shownProperty().get().kind());
    }

    private void filmed(Picture... x0) {
        for (int i = 0; i < x0.length; i++) {
            workshop.newest().tell(new JobStatus.Running(i + 1, ToyWorkshop.STEPS, x0[i]));
        }
    }

    @Test
    void aChangeWhileAStepIsLookedAtActsFromThereOn() {
        edit.apply(jaw(found, 10));
        filmed(BLURRED, BLURRED, SHARP, SHARP);
        finish(SHARP);
        Film first = workshop.newest().film();
        edit.film().inspect(edit.film().frames().get(1));
        edit.preview(jaw(found, 12));
        edit.preview(jaw(found, 14));
        edit.settle();

        assertEquals(new Beginning.Branch(first, 2), workshop.newest().beginning());
        assertEquals(14, ((ToySpec) workshop.newest().spec()).jaw());
        assertEquals(2, edit.film().frames().size(), "the steps before stay");
        workshop.newest().tell(new JobStatus.Running(3, ToyWorkshop.STEPS, BLURRED));
        assertEquals(3, edit.film().frames().size());
        edit.apply(jaw(found, 16));
        assertEquals(new Beginning.Branch(first, 2), workshop.newest().beginning(), "still");
    }

    @Test
    void aRunningJobCanBeBranchedFrom() {
        edit.apply(jaw(found, 10));
        filmed(BLURRED, BLURRED);
        ToyWorkshop.Order running = workshop.newest();
        edit.film().inspect(edit.film().frames().get(0));
        edit.apply(jaw(found, 12));
        assertTrue(running.cancelled());
        assertEquals(new Beginning.Branch(running.film(), 1), workshop.newest().beginning());
    }

    @Test
    void lookingAtTheLastStepIsLookingAtTheResultAndBranchesNothing() {
        edit.apply(jaw(found, 10));
        filmed(BLURRED, BLURRED, SHARP, SHARP);
        finish(SHARP);
        edit.film().inspect(edit.film().frames().get(3));
        edit.apply(jaw(found, 12));
        assertEquals(Beginning.NOISE, workshop.newest().beginning());
    }

    @Test
    void aBranchIsLeftByAskingByAnotherSeedAndByUndo() {
        edit.apply(jaw(found, 10));
        filmed(BLURRED, BLURRED);
        finish(BLURRED);
        edit.film().inspect(edit.film().frames().get(0));
        edit.apply(jaw(found, 12));
        edit.leaveBranch();
        assertEquals(Beginning.NOISE, workshop.newest().beginning());
        assertEquals(12, ((ToySpec) workshop.newest().spec()).jaw());

        filmed(BLURRED, BLURRED);
        edit.film().inspect(edit.film().frames().get(0));
        edit.apply(jaw(found, 14));
        edit.choose(edit.settingsProperty().get().withSeed(3));
        assertEquals(Beginning.NOISE, workshop.newest().beginning());

        filmed(BLURRED, BLURRED);
        edit.film().inspect(edit.film().frames().get(0));
        edit.apply(jaw(found, 16));
        edit.undo();
        assertEquals(Beginning.NOISE, workshop.newest().beginning());
    }

    @Test
    void undoBringsAResultBackWithItsFilm() {
        edit.apply(jaw(found, 10));
        filmed(BLURRED, BLURRED, SHARP, SHARP);
        finish(SHARP);
        Film first = workshop.newest().film();
        edit.apply(jaw(found, 20));
        filmed(BLURRED);
        finish(BLURRED);
        edit.undo();
        assertEquals(4, edit.film().frames().size());
        edit.film().inspect(edit.film().frames().get(2));
        edit.apply(jaw(found, 30));
        assertEquals(new Beginning.Branch(first, 3), workshop.newest().beginning());
        edit.resetAll();
        assertTrue(edit.film().frames().isEmpty(), "the photograph has no film");
    }

    @Test
    void anotherSeedMakesWhatWasChangedAnew() {
        edit.choose(edit.settingsProperty().get().withSeed(7));
        assertTrue(workshop.orders().isEmpty(), "there is nothing to make yet");
        edit.apply(jaw(found, 10));
        finish(BLURRED);
        edit.choose(edit.settingsProperty().get().withSeed(8));
        assertEquals(2, workshop.orders().size());
        assertEquals(8, workshop.newest().settings().seed());
        assertTrue(edit.resultProperty().get().isEmpty());
    }

    @Test
    void aFailureIsTold() {
        edit.apply(jaw(found, 10));
        workshop.newest().tell(new JobStatus.Failed("There is no model."));
        assertEquals(Phase.FAILED, edit.progressProperty().get().phase());
        assertEquals("There is no model.", edit.progressProperty().get().problem());
    }

    @Test
    void aThousandEditsLeaveOneRunAndAnEndlessUndo() {
        for (int i = 1; i <= 1000; i++) {
            edit.apply(jaw(found, i % 2 == 0 ? 10 : 20));
            workshop.newest().tell(new JobStatus.Running(1, 20, BLURRED));
        }
        assertEquals(1, workshop.orders().stream().filter(o -> !o.cancelled()).count());
        finish(SHARP);
        assertSame(SHARP, edit.shownProperty().get().picture());
        assertTrue(edit.canUndoProperty().get());
    }

    @Test
    void whatADocumentHoldsIsShownWithoutARunAndWhatItLacksIsMade() {
        RunSettings how = RunSettings.DEFAULT.withSeed(9);
        edit.restore(jaw(found, 10), how, Optional.of(SHARP));
        assertSame(SHARP, edit.shownProperty().get().picture());
        assertSame(SHARP, edit.resultProperty().get().orElseThrow());
        assertTrue(workshop.orders().isEmpty());
        assertTrue(edit.canUndoProperty().get(), "back to the photograph");

        EditViewModel<ToySpec> unmade = new EditViewModel<>(new ToySystem(), found, workshop, jobs);
        unmade.restore(jaw(found, 10), how, Optional.empty());
        assertEquals(how, workshop.newest().settings());
        assertEquals(jaw(found, 10), workshop.newest().spec());
    }

    @Test
    void whatIsSettledIsToldAndSoIsItsResult() {
        List<Boolean> made = new ArrayList<>();
        edit.setCommitted(() -> made.add(edit.resultProperty().get().isPresent()));
        edit.preview(jaw(found, 10));
        assertEquals(List.of(), made, "a drag is no version yet");
        edit.settle();
        assertEquals(List.of(false), made);
        finish(SHARP);
        assertEquals(List.of(false, true), made);
        edit.undo();
        assertEquals(List.of(false, true, false), made);
    }

    @Test
    void closingCancelsWhatRuns() {
        edit.apply(jaw(found, 10));
        edit.close();
        assertTrue(workshop.newest().cancelled());
    }
}
