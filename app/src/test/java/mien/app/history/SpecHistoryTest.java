package mien.app.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import mien.engine.edit.RunSettings;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;

class SpecHistoryTest {

    private static final Picture RESULT = Picture.filled(2, 2, 0xff123456);

    private final SpecHistory<String> history = new SpecHistory<>("photograph");

    @Test
    void undoAndRedoWalkThroughWhatWasSettled() {
        history.settle("a");
        history.settle("b");
        assertEquals("a", history.undo());
        assertEquals("photograph", history.undo());
        assertFalse(history.canUndo());
        assertEquals("photograph", history.undo(), "there is nothing before the photograph");
        assertEquals("a", history.redo());
        assertEquals("b", history.redo());
        assertFalse(history.canRedo());
    }

    @Test
    void aNewVersionDropsWhatWasUndone() {
        history.settle("a");
        history.undo();
        history.settle("b");
        assertFalse(history.canRedo());
        assertEquals("photograph", history.undo());
        assertEquals("b", history.redo());
    }

    @Test
    void settlingOnWhatIsThereAddsNothing() {
        history.settle("a");
        history.settle("a");
        assertEquals("photograph", history.undo());
    }

    @Test
    void aResultIsKnownOnlyForTheSettingsItWasMadeWith() {
        history.settle("a");
        history.keep("a", new SpecHistory.Outcome(RunSettings.DEFAULT, RESULT));
        assertEquals(Optional.of(RESULT), history.result(RunSettings.DEFAULT));
        assertEquals(Optional.empty(), history.result(RunSettings.DEFAULT.withSeed(3)));
        history.undo();
        assertEquals(Optional.empty(), history.result(RunSettings.DEFAULT));
        history.redo();
        assertEquals(Optional.of(RESULT), history.result(RunSettings.DEFAULT));
    }

    @Test
    void thePhotographIsNeverForgotten() {
        for (int i = 0; i < 2000; i++) {
            history.settle("version " + i);
        }
        int steps = 0;
        while (history.canUndo()) {
            history.undo();
            steps++;
        }
        assertEquals("photograph", history.current());
        assertTrue(steps >= 200 && steps < 2000, "kept " + steps);
    }
}
