package mien.app.edit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import mien.app.toy.ManualJobs;
import mien.app.toy.ToyWorkshop;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;

class SliderBoardTest {

    private final EditViewModel<SidedSpec> edit =
            new EditViewModel<>(
                    new SidedSystem(),
                    SidedSpec.found(new Picture(2, 2, new int[4])),
                    new ToyWorkshop(),
                    new ManualJobs());
    private final SliderBoard<SidedSpec> board = new SliderBoard<>(edit);

    private void assertValues(double... values) {
        assertArrayEquals(values, edit.spec().values(), 1e-9);
    }

    @Test
    void theOtherSideIsFoundByItsName() {
        assertEquals(Optional.of("smileRight"), Pairs.partner("smileLeft"));
        assertEquals(Optional.of("brow.l"), Pairs.partner("brow.r"));
        assertEquals(Optional.of("eye-left"), Pairs.partner("eye-right"));
        assertEquals(Optional.of("a.right"), Pairs.partner("a.left"));
        assertEquals(Optional.empty(), Pairs.partner("jaw"));
        assertEquals("smileRight", board.partner(SidedSystem.slider(0)).orElseThrow().id());
        assertEquals(Optional.empty(), board.partner(SidedSystem.slider(4)));
    }

    @Test
    void linkedSidesAreSetTogetherUntilTheyAreNot() {
        board.link(SidedSystem.slider(1), true);
        assertEquals(Set.of("smileLeft", "smileRight"), board.linkedProperty().get());
        board.preview(SidedSystem.slider(0), 4, false);
        assertValues(4, 4, 1, 1, 1, 1);
        board.settle();
        board.reset(SidedSystem.slider(1), false);
        assertValues(1, 1, 1, 1, 1, 1);
        board.link(SidedSystem.slider(0), false);
        board.write(SidedSystem.slider(0), 6, false);
        assertValues(6, 1, 1, 1, 1, 1);
    }

    @Test
    void chosenSlidersMoveByTheSameShareOfTheirScales() {
        board.choose(List.of("smileLeft", "brow.l"));
        board.preview(SidedSystem.slider(0), 3, true);
        assertValues(3, 1, 41, 1, 1, 1);
        board.preview(SidedSystem.slider(0), 10, true);
        assertValues(10, 1, 100, 1, 1, 1);
        board.preview(SidedSystem.slider(0), 2, true);
        assertValues(2, 1, 21, 1, 1, 1);
        board.settle();
        edit.undo();
        assertValues(1, 1, 1, 1, 1, 1);
    }

    @Test
    void aMoveThatIsGivenUpLeavesTheOthersAsTheyWere() {
        edit.apply(edit.spec().with(1, 2.3456).with(2, -7.77));
        SidedSpec start = edit.spec();
        board.link(SidedSystem.slider(0), true);
        board.choose(List.of("smileLeft", "brow.l"));
        board.preview(SidedSystem.slider(0), 3, true);
        assertValues(3, 3, 32.2, 1, 1, 1);
        board.preview(SidedSystem.slider(0), 1, true);
        assertEquals(start, edit.spec());
    }

    @Test
    void aMoveOfOneAloneLeavesTheChosenOnes() {
        board.choose(List.of("smileLeft", "brow.l"));
        board.preview(SidedSystem.slider(0), 3, false);
        assertValues(3, 1, 1, 1, 1, 1);
        board.settle();
        board.preview(SidedSystem.slider(4), 3, true);
        assertValues(3, 1, 1, 1, 3, 1);
    }

    @Test
    void whatIsTypedGoesToAllThatAreChosenAndIsOneStep() {
        board.choose(List.of("smileLeft", "smileRight", "gaze.up"));
        board.write(SidedSystem.slider(5), 15, true);
        assertValues(10, 10, 1, 1, 1, 15);
        board.reset(SidedSystem.slider(0), true);
        assertValues(1, 1, 1, 1, 1, 1);
        edit.undo();
        assertValues(10, 10, 1, 1, 1, 15);
        edit.undo();
        assertValues(1, 1, 1, 1, 1, 1);
    }
}
