package mien.app.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import mien.app.edit.Progress.Phase;
import mien.app.toy.ManualJobs;
import mien.app.toy.ToyCast;
import mien.app.toy.ToyFaces;
import mien.app.toy.ToyWorkshop;
import mien.engine.edit.Readings;
import mien.engine.job.Beginning;
import mien.engine.job.JobStatus;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes while a run goes on, and what is measured meanwhile. */
class SteeringTest {

    private static final Picture PHOTO = Picture.filled(40, 40, 0xff808080);
    private static final Picture STEP = Picture.filled(40, 40, 0xff606060);
    private static final Picture RESULT = Picture.filled(40, 40, 0xff404040);

    @TempDir private Path folder;

    private final ManualJobs jobs = new ManualJobs();
    private final ToyWorkshop workshop = new ToyWorkshop();
    private final ToyFaces system = new ToyFaces();
    private final EditViewModel<ToyCast> edit =
            new EditViewModel<>(system, system.open(PHOTO, null), workshop, jobs);

    /** A run goes on, and has done two steps. */
    @BeforeEach
    void run() {
        ToyCast other = system.open(Picture.filled(40, 40, 0xff2040c0), null);
        edit.apply(ToyFaces.FACES.editing().taken(edit.spec(), 1, other, 1, "anna.png"));
        step(workshop.newest(), 1, 0.2);
        step(workshop.newest(), 2, 0.4);
    }

    private static void step(ToyWorkshop.Order order, int step, double likeness) {
        Readings readings = new Readings(Map.of(ToyFaces.LIKENESS.id(), likeness));
        order.tell(new JobStatus.Running(step, 4, STEP, readings));
    }

    private void weight(double weight) {
        edit.apply(ToyFaces.WEIGHT.with(edit.spec(), weight));
    }

    private List<Integer> steps() {
        return edit.film().frames().stream().map(Frame::step).toList();
    }

    @Test
    void aChangeThatSteersGoesOnFromWhereTheRunStands() {
        ToyWorkshop.Order first = workshop.newest();
        weight(8);
        assertTrue(first.cancelled(), "it ends after its step");
        Beginning.Onwards onwards =
                assertInstanceOf(Beginning.Onwards.class, workshop.newest().beginning());
        assertSame(first.film(), onwards.film());
        assertEquals(8, ((ToyCast) workshop.newest().spec()).weight());
        step(first, 3, 0.5); // the step it was in
        first.tell(new JobStatus.GaveWay());
        workshop.newest().tell(new JobStatus.Loading());
        assertEquals(Phase.RUNNING, edit.progressProperty().get().phase(), "nothing seems to stop");
        step(workshop.newest(), 4, 0.6);
        assertEquals(List.of(1, 2, 3, 4), steps(), "one film");
        workshop.newest().tell(new JobStatus.Done(RESULT));
        assertEquals(RESULT, edit.resultProperty().get().orElseThrow());
        assertEquals(OptionalInt.of(2), edit.versions().all().get(0).branch());
    }

    @Test
    void aDragSteersOnceItRests() {
        int runs = workshop.orders().size();
        edit.preview(ToyFaces.WEIGHT.with(edit.spec(), 6));
        edit.preview(ToyFaces.WEIGHT.with(edit.spec(), 7));
        assertEquals(runs, workshop.orders().size());
        jobs.pass();
        assertEquals(runs + 1, workshop.orders().size());
        edit.preview(ToyFaces.WEIGHT.with(edit.spec(), 9));
        edit.settle();
        assertEquals(runs + 2, workshop.orders().size());
        jobs.pass();
        assertEquals(runs + 2, workshop.orders().size(), "once is enough");
    }

    @Test
    void whatCannotSteerBeginsAnew() {
        edit.apply(ToyFaces.DEPTH.with(edit.spec(), 9));
        assertEquals(Beginning.NOISE, workshop.newest().beginning());
        assertEquals(List.of(), steps());
    }

    @Test
    void aChangeAtAStepThatIsLookedAtIsABranch() {
        edit.film().inspect(edit.film().frames().get(0));
        weight(8);
        assertInstanceOf(Beginning.Branch.class, workshop.newest().beginning());
    }

    @Test
    void aRunThatEndedMeanwhileKeepsItsResultAndTheChangeIsMadeAnew() {
        edit.preview(ToyFaces.WEIGHT.with(edit.spec(), 8));
        workshop.newest().tell(new JobStatus.Done(RESULT));
        assertTrue(edit.resultProperty().get().isEmpty(), "it is of another weight");
        assertEquals(1, edit.versions().all().size());
        edit.settle();
        assertEquals(Beginning.NOISE, workshop.newest().beginning());
        assertEquals(8, ((ToyCast) workshop.newest().spec()).weight());
    }

    @Test
    void aRunThatEndsBeforeItGivesWayIsAVersionAndTheFilmBeginsAnew() {
        ToyWorkshop.Order first = workshop.newest();
        weight(8);
        step(first, 3, 0.5);
        first.tell(new JobStatus.Done(RESULT));
        assertEquals(List.of(), steps());
        assertEquals(1, edit.versions().all().size());
        assertEquals(5, edit.versions().all().get(0).spec().weight());
        step(workshop.newest(), 1, 0.1);
        assertEquals(List.of(1), steps());
    }

    @Test
    void undoWhileItRunsSteersBack() {
        weight(8);
        workshop.orders().get(0).tell(new JobStatus.GaveWay());
        edit.undo();
        assertInstanceOf(Beginning.Onwards.class, workshop.newest().beginning());
        assertEquals(5, ((ToyCast) workshop.newest().spec()).weight());
        assertFalse(workshop.newest().cancelled());
    }

    @Test
    void theBestStepIsMarkedAndGoneTo() {
        step(workshop.newest(), 3, 0.9);
        step(workshop.newest(), 4, 0.7);
        assertEquals(OptionalInt.of(3), edit.film().bestProperty().get());
        edit.film().inspectBest();
        assertEquals(3, edit.film().inspectedProperty().get().orElseThrow().step());
        assertEquals(4, edit.film().readings().size());
        edit.apply(ToyFaces.DEPTH.with(edit.spec(), 9));
        assertEquals(OptionalInt.of(3), edit.film().bestProperty().get(), "the branch has it too");
        edit.leaveBranch();
        assertEquals(OptionalInt.empty(), edit.film().bestProperty().get());
    }
}
