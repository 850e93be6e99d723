package mien.app.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import mien.app.edit.PadModel.Point;
import mien.app.toy.ManualJobs;
import mien.app.toy.ToyWorkshop;
import mien.engine.edit.EditException;
import mien.engine.edit.Handle;
import mien.engine.job.JobStatus;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;

class VariationsTest {

    private final ToyWorkshop workshop = new ToyWorkshop();
    private final List<String> said = new ArrayList<>();
    private final EditViewModel<SidedSpec> edit =
            new EditViewModel<>(
                    new SidedSystem(),
                    SidedSpec.found(new Picture(2, 2, new int[4])),
                    new ToyWorkshop(),
                    new ManualJobs());
    private final PadModel<SidedSpec> pad =
            PadModel.of(edit, new Handle.Pad<SidedSpec>("gaze", "gaze.across", "gaze.up", false))
                    .orElseThrow();
    private final Variations<SidedSpec> nine = new Variations<>(pad, workshop, said::add);

    private static Picture grey(int level) {
        return new Picture(1, 1, new int[] {0xff000000 | level * 0x010101});
    }

    @Test
    void aPadNeedsBothItsSliders() {
        assertEquals(
                Optional.empty(),
                PadModel.of(edit, new Handle.Pad<SidedSpec>("p", "gaze.across", "nothing", false)));
    }

    @Test
    void aPlaceOnThePadIsAPairOfValues() {
        pad.preview(new Point(1, 0.25));
        assertEquals(20, edit.spec().at(4));
        assertEquals(-10, edit.spec().at(5));
        assertEquals(new Point(1, 0.25), pad.at(edit.spec()));
        pad.preview(new Point(-3, 7));
        assertEquals(-20, edit.spec().at(4));
        assertEquals(20, edit.spec().at(5));
        pad.step(1, 0, false);
        pad.step(0, -1, true);
        assertEquals(-19, edit.spec().at(4));
        assertEquals(10, edit.spec().at(5));
        pad.settle();
        pad.reset();
        assertEquals(edit.opened(), edit.spec());
    }

    @Test
    void theNineGoFromTheTopLeftAndTheMiddleIsTheSpecItself() {
        edit.apply(edit.spec().with(4, 0).with(5, 0.5));
        List<SidedSpec> around = pad.around(edit.spec());
        assertEquals(edit.spec(), around.get(4));
        assertEquals(-7, around.get(0).at(4));
        assertEquals(7, around.get(0).at(5));
        assertEquals(7, around.get(8).at(4));
        assertEquals(-6, around.get(8).at(5));
        assertEquals(around.get(0).at(5), around.get(2).at(5));
    }

    @Test
    void draftsAreDrawnWhereverThePointIs() {
        nine.follow(edit.spec());
        List<Optional<Picture>> drafts = nine.picturesProperty().get();
        for (int i = 0; i < 9; i++) {
            assertEquals(Optional.of(edit.system().proxy(nine.specs().get(i))), drafts.get(i));
        }
        assertEquals(0, workshop.orders().size());
    }

    @Test
    void smallRunsAreMadeOneAfterAnother() {
        nine.follow(edit.spec());
        nine.make();
        for (int i = 0; i < 9; i++) {
            assertEquals(i + 1, workshop.orders().size(), "one at a time");
            assertTrue(nine.makingProperty().get());
            assertEquals(nine.specs().get(i), workshop.newest().spec());
            assertEquals(OptionalInt.of(5), workshop.newest().settings().steps());
            workshop.newest().tell(new JobStatus.Running(1, 5, grey(9)));
            workshop.newest().tell(new JobStatus.Done(grey(i)));
            assertEquals(Optional.of(grey(i)), nine.picturesProperty().get().get(i));
        }
        assertFalse(nine.makingProperty().get());
        assertEquals(9, workshop.orders().size());
    }

    @Test
    void movingThePointEndsTheRunsAndTheirLastWordsAreNotHeard() {
        nine.follow(edit.spec());
        nine.make();
        ToyWorkshop.Order first = workshop.newest();
        pad.preview(new Point(0, 0));
        nine.follow(edit.spec());
        assertTrue(first.cancelled());
        assertFalse(nine.makingProperty().get());
        first.tell(new JobStatus.Done(grey(200)));
        assertEquals(1, workshop.orders().size());
        assertFalse(nine.picturesProperty().get().contains(Optional.of(grey(200))));
    }

    @Test
    void aFailureIsToldAndEndsTheRound() {
        nine.follow(edit.spec());
        nine.make();
        workshop.newest().tell(new JobStatus.Failed("Too small.", EditException.Reason.MACHINE));
        assertEquals(List.of("Too small."), said);
        assertFalse(nine.makingProperty().get());
    }

    @Test
    void takingOneMakesItTheEdit() {
        nine.follow(edit.spec());
        SidedSpec corner = nine.specs().get(2);
        nine.take(2);
        assertEquals(corner, edit.spec());
        edit.undo();
        assertEquals(edit.opened(), edit.spec());
    }
}
