package mien.engine.picture.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import mien.engine.picture.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrokeTest {

    private static final TiledMask BLANK = TiledMask.empty(400, 300);
    private static final Brush HARD = new Brush(40, 1, 1, 0, true, false);

    private static TiledMask drawn(TiledMask on, Brush brush, boolean erase, double... xy) {
        Stroke stroke = new Stroke(on, brush, erase);
        for (int i = 0; i < xy.length; i += 2) {
            stroke.to(new PointerSample(xy[i], xy[i + 1]));
        }
        return stroke.mask();
    }

    /** The distance of a pixel's middle from a segment. */
    private static double distance(int px, int py, double ax, double ay, double bx, double by) {
        double x = px + 0.5 - ax;
        double y = py + 0.5 - ay;
        double dx = bx - ax;
        double dy = by - ay;
        double t = Math.max(0, Math.min(1, (x * dx + y * dy) / (dx * dx + dy * dy)));
        return Math.hypot(x - t * dx, y - t * dy);
    }

    @Test
    void aHardStrokeCoversWhatIsWithinItsRadius() {
        TiledMask mask = drawn(BLANK, HARD, false, 100, 90, 260, 170);
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 400; x++) {
                double d = distance(x, y, 100, 90, 260, 170);
                if (d < 19.4) {
                    assertEquals(255, mask.at(x, y), x + ", " + y);
                } else if (d > 20.6) {
                    assertEquals(0, mask.at(x, y), x + ", " + y);
                }
            }
        }
    }

    @Test
    void aSoftBrushFadesFromTheMiddleToTheEdge() {
        TiledMask mask = drawn(BLANK, HARD.withSize(100).withHardness(0), false, 200, 150);
        int before = mask.at(200, 150);
        assertTrue(before >= 254);
        for (int x = 205; x < 250; x += 5) {
            assertTrue(mask.at(x, 150) < before, "at " + x);
            before = mask.at(x, 150);
        }
        assertEquals(128, mask.at(225, 150), 6);
        assertEquals(0, mask.at(251, 150));
    }

    @Test
    void hardnessIsTheShareOfTheRadiusThatIsFull() {
        TiledMask mask = drawn(BLANK, HARD.withSize(100).withHardness(0.6), false, 200, 150);
        assertEquals(255, mask.at(229, 150));
        assertTrue(mask.at(235, 150) < 255);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1})
    void aStrokeNeverGoesBeyondItsOpacityAndTheNextOneGoesOn(double spacing) {
        Brush half = HARD.withOpacity(0.5).withSpacing(spacing);
        TiledMask once = drawn(BLANK, half, false, 100, 100, 200, 100, 100, 100, 150, 60, 150, 150);
        assertEquals(128, once.at(150, 100), 1);
        assertEquals(191, drawn(once, half, false, 150, 100).at(150, 100), 2);
    }

    @Test
    void theEraserTakesAwayWhatTheBrushGave() {
        TiledMask full = BLANK.inverted();
        TiledMask erased = drawn(full, HARD, true, 100, 90, 260, 170);
        assertEquals(drawn(BLANK, HARD, false, 100, 90, 260, 170).inverted(), erased);
    }

    @Test
    void manySamplesOnALinePaintAsTwoDo() {
        TiledMask two = drawn(BLANK, HARD, false, 100, 100, 300, 100);
        double[] many = new double[42];
        for (int i = 0; i <= 20; i++) {
            many[2 * i] = 100 + 10 * i;
            many[2 * i + 1] = 100;
        }
        assertEquals(two, drawn(BLANK, HARD, false, many));
    }

    @Test
    void wideSpacingLeavesGapsHoweverThePointerIsSampled() {
        Brush dotted = HARD.withSize(20).withSpacing(2);
        TiledMask mask = drawn(BLANK, dotted, false, 50, 100, 67, 100, 133, 100, 250, 100);
        for (int x = 50; x <= 250; x += 40) {
            assertEquals(255, mask.at(x, 100), "dab at " + x);
        }
        assertEquals(0, mask.at(70, 100));
        assertEquals(0, mask.at(150, 100));
    }

    @Test
    void aLighterPenPaintsThinnerOrFainter() {
        Stroke thin = new Stroke(BLANK, HARD, false);
        thin.to(new PointerSample(200, 150, 0.5));
        assertEquals(255, thin.mask().at(208, 150));
        assertEquals(0, thin.mask().at(212, 150));
        Stroke faint = new Stroke(BLANK, new Brush(40, 1, 1, 0, false, true), false);
        faint.to(new PointerSample(200, 150, 0.5));
        assertEquals(128, faint.mask().at(215, 150), 1);
    }

    @Test
    void pressureChangesEvenlyAlongTheWay() {
        Stroke stroke = new Stroke(BLANK, HARD, false);
        stroke.to(new PointerSample(100, 150, 1));
        stroke.to(new PointerSample(300, 150, 0.2));
        assertEquals(255, stroke.mask().at(200, 150 + 10));
        assertEquals(0, stroke.mask().at(200, 150 + 14));
    }

    @Test
    void whatWasTouchedHoldsAllThatChanged() {
        Stroke stroke = new Stroke(BLANK, HARD, false);
        stroke.to(new PointerSample(30, 30));
        TiledMask before = stroke.mask();
        Region r = stroke.to(new PointerSample(90, 60)).orElseThrow();
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 400; x++) {
                boolean inside =
                        x >= r.x() && x < r.x() + r.width() && y >= r.y() && y < r.y() + r.height();
                if (before.at(x, y) != stroke.mask().at(x, y)) {
                    assertTrue(inside, x + ", " + y);
                }
            }
        }
    }

    @Test
    void pointsOutsideThePictureTouchNothingOrItsEdge() {
        Stroke stroke = new Stroke(BLANK, HARD, false);
        assertEquals(Optional.empty(), stroke.to(new PointerSample(-500, 100)));
        assertEquals(BLANK, stroke.mask());
        stroke.to(new PointerSample(1500, 100));
        assertEquals(255, stroke.mask().at(0, 100));
        assertEquals(255, stroke.mask().at(399, 100));
    }

    @Test
    void theBaseStaysAsItIs() {
        TiledMask base = drawn(BLANK, HARD, false, 10, 10);
        TiledMask copy = TiledMask.of(base.plain());
        drawn(base, HARD, true, 0, 0, 50, 50);
        assertEquals(copy, base);
    }

    @Test
    void brushesThatCannotBeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> HARD.withSize(1001));
        assertThrows(IllegalArgumentException.class, () -> HARD.withHardness(-0.1));
        assertThrows(IllegalArgumentException.class, () -> HARD.withOpacity(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new PointerSample(0, 0, 2));
        assertFalse(HARD.sizeByPressure() && HARD.opacityByPressure());
    }
}
