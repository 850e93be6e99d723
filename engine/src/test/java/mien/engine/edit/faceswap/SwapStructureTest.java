package mien.engine.edit.faceswap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import mien.engine.edit.Control.Slider;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The structure slider, for models that do best by unlike numbers. */
class SwapStructureTest {

    /** The numbers of the demo pack. */
    private static final SwapDefaults DEMO =
            new SwapDefaults(300, 80, 1200, 0, 30, 8000, true, 0.95, 0.17, 0.6);

    private static final Slider<SwapSpec> STRUCTURE = slider("structure");

    @SuppressWarnings("unchecked")
    private static Slider<SwapSpec> slider(String id) {
        return (Slider<SwapSpec>)
                SwapControls.all().stream().filter(c -> c.id().equals(id)).findFirst().get();
    }

    private static SwapSpec opened(SwapDefaults usual) {
        Picture grey = Picture.filled(64, 64, 0xff808080);
        return SwapSpec.of(grey, List.of(), usual.guidance());
    }

    private static SwapDefaults model(double parts, double fullFrom) {
        return new SwapDefaults(900, parts, 60, 20, 5, 40, true, fullFrom, 0.6, 0.4);
    }

    static Stream<SwapSpec> models() {
        return Stream.of(
                        SwapDefaults.PROGRAM,
                        DEMO,
                        model(0, 0.3),
                        model(0, 0.9),
                        model(700, 0),
                        model(800, 0.99))
                .map(SwapStructureTest::opened);
    }

    private static double parts(SwapSpec spec) {
        return spec.guidance().guiding().pull(SwapSettings.PARTS).weight();
    }

    private static double full(SwapSpec spec) {
        return spec.guidance().blending().fullFrom();
    }

    @ParameterizedTest
    @MethodSource("models")
    void goingBackGivesExactlyWhatTheModelDoesBestBy(SwapSpec opened) {
        for (double away : new double[] {0, 1, 37, 99, 100}) {
            SwapSpec moved = STRUCTURE.with(opened, away);
            assertEquals(opened, STRUCTURE.with(moved, STRUCTURE.neutral(moved)));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aSmallMoveIsASmallChangeAndMoreIsNeverLess(SwapSpec opened) {
        double nudge = 0.01;
        SwapSpec before = STRUCTURE.with(opened, 0);
        for (int i = 1; i <= 100 / nudge; i++) {
            SwapSpec after = STRUCTURE.with(opened, i * nudge);
            double heavier = parts(after) - parts(before);
            double later = full(before) - full(after);
            assertTrue(heavier > 0 && heavier <= 0.17, i + ": λ_sem rises by " + heavier);
            assertTrue(later >= 0 && later < 0.001, i + ": the mask is full later by " + later);
            assertEquals(i * nudge, STRUCTURE.value(after), 1e-9);
            before = after;
        }
        SwapSpec up = STRUCTURE.with(opened, Math.min(100, STRUCTURE.value(opened) + nudge));
        SwapSpec down = STRUCTURE.with(opened, Math.max(0, STRUCTURE.value(opened) - nudge));
        assertEquals(full(opened), full(up), 0.001, "also beside the usual point");
        assertEquals(full(opened), full(down), 0.001, "also beside the usual point");
    }

    @ParameterizedTest
    @MethodSource("models")
    void theEndsAreNoneOfTheShapeAndAllOfIt(SwapSpec opened) {
        SwapSpec none = STRUCTURE.with(opened, 0);
        SwapSpec all = STRUCTURE.with(opened, 100);
        assertEquals(0, parts(none));
        double most = parts(opened) == 0 ? full(opened) : Math.max(0.8, full(opened));
        assertEquals(most, full(none), 1e-9);
        assertEquals(Math.max(400, 2 * parts(opened)), parts(all), 1e-9);
        assertEquals(0, full(all), 1e-9, "the target is mixed in to the end");
    }

    @Test
    void withTheProgramsNumbersBothLiesOnOneLine() {
        SwapSpec opened = opened(SwapDefaults.PROGRAM);
        assertEquals(50, STRUCTURE.value(opened));
        for (double structure : new double[] {0, 20, 50, 80, 100}) {
            SwapSpec set = STRUCTURE.with(opened, structure);
            assertEquals(4 * structure, parts(set), 1e-9);
            assertEquals(0.8 * (1 - structure / 100), full(set), 1e-9);
        }
    }

    @Test
    void theDemoPacksFaceStaysFreeNearWhatItDoesBestBy() {
        SwapSpec opened = opened(DEMO);
        assertEquals(20, STRUCTURE.value(opened));
        SwapSpec nudged = STRUCTURE.with(opened, 21);
        assertEquals(84, parts(nudged), 1e-9);
        assertEquals(0.95 * 79 / 80, full(nudged), 1e-9);
        assertEquals(0.95, full(STRUCTURE.with(opened, 10)), 1e-9, "it cannot be freer");
        assertEquals(0.95 / 2, full(STRUCTURE.with(opened, 60)), 1e-9);
    }
}
