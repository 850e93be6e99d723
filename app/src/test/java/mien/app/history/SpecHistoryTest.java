package mien.app.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import mien.engine.edit.RunSettings;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;

class SpecHistoryTest {

    private static final Picture RESULT = Picture.filled(2, 2, 0xff123456);

    private final SpecHistory<String> history = new SpecHistory<>("photograph");

    private static Optional<Picture> result(SpecHistory<String> history, RunSettings settings) {
        return history.result(settings).map(KeptResult::picture);
    }

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
        assertEquals(Optional.of(RESULT), result(history, RunSettings.DEFAULT));
        assertEquals(Optional.empty(), history.result(RunSettings.DEFAULT.withSeed(3)));
        history.undo();
        assertEquals(Optional.empty(), history.result(RunSettings.DEFAULT));
        history.redo();
        assertEquals(Optional.of(RESULT), result(history, RunSettings.DEFAULT));
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

    @Test
    void manyResultsStayWithinTheirBytesAndNearOnesAreAtHand() {
        RunSettings settings = RunSettings.DEFAULT;
        SpecHistory<String> small =
                new SpecHistory<>("photo", Upkeep.none(), Runnable::run, 40_000);
        for (int i = 0; i < 300; i++) {
            small.settle("version " + i);
            small.keep("version " + i, new SpecHistory.Outcome(settings, noisy(i)));
            assertTrue(small.bytes() <= 40_000, small.bytes() + " bytes");
        }
        assertEquals(301, small.size(), "versions themselves cost next to nothing");
        for (int i = 299; i >= 292; i--) {
            assertEquals(Optional.of(noisy(i)), result(small, settings));
            assertEquals("version " + (i - 1), small.undo());
        }
        while (small.canUndo()) {
            small.undo();
        }
        small.redo();
        assertEquals(Optional.empty(), small.result(settings), "the oldest is made again");
    }

    @Test
    void aFarResultIsPackedWithoutLoss() {
        history.settle("a");
        history.keep("a", new SpecHistory.Outcome(RunSettings.DEFAULT, noisy(1)));
        for (int i = 0; i < 20; i++) {
            history.settle("version " + i);
            history.keep("version " + i, new SpecHistory.Outcome(RunSettings.DEFAULT, FLAT));
        }
        assertTrue(history.bytes() < 12L * 4 * FLAT.argb().length, history.bytes() + " bytes");
        while (!history.current().equals("a")) {
            history.undo();
        }
        assertEquals(Optional.of(noisy(1)), result(history, RunSettings.DEFAULT));
    }

    @Test
    void dropsOldVersionsOnlyBeyondTwoHundred() {
        Upkeep<String> heavy =
                new Upkeep<>() {
                    @Override
                    public void rest(String far, List<String> near) {}

                    @Override
                    public void wake(String near) {}

                    @Override
                    public long added(String version, String before) {
                        return 1000;
                    }
                };
        SpecHistory<String> small = new SpecHistory<>("photo", heavy, Runnable::run, 250_000);
        for (int i = 0; i < 400; i++) {
            small.settle("version " + i);
        }
        assertEquals(251, small.size());
        assertEquals("photo", small.opened());
        SpecHistory<String> tiny = new SpecHistory<>("photo", heavy, Runnable::run, 1);
        for (int i = 0; i < 400; i++) {
            tiny.settle("version " + i);
        }
        assertEquals(SpecHistory.LEAST, tiny.size());
        assertEquals("version 398", tiny.undo());
    }

    @Test
    void theNextVersionsOnBothSidesAreAtHandAndFarOnesArePacked() {
        Set<String> packed = new HashSet<>();
        Upkeep<String> watched =
                new Upkeep<>() {
                    @Override
                    public void rest(String far, List<String> near) {
                        assertFalse(near.contains(far));
                        packed.add(far);
                    }

                    @Override
                    public void wake(String near) {
                        packed.remove(near);
                    }

                    @Override
                    public long added(String version, String before) {
                        return 0;
                    }
                };
        SpecHistory<String> versions = new SpecHistory<>("0", watched, Runnable::run);
        for (int i = 1; i <= 9; i++) {
            versions.settle(Integer.toString(i));
        }
        assertEquals(Set.of("0", "1", "2", "3", "4", "5"), packed);
        for (int i = 0; i < 5; i++) {
            versions.undo();
        }
        assertEquals("4", versions.current());
        assertEquals(Set.of("0", "8", "9"), packed);
        for (int i = 0; i < 5; i++) {
            versions.redo();
        }
        assertEquals(Set.of("0", "1", "2", "3", "4", "5"), packed);
    }

    private static final Picture FLAT = Picture.filled(100, 100, 0xff808080);

    private static Picture noisy(long seed) {
        return new Picture(30, 30, new Random(seed).ints(900).map(v -> v | 0xff000000).toArray());
    }
}
