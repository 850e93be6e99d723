package mien.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import mien.app.canvas.Compare.Mode;
import mien.app.canvas.Compare.Side;
import mien.app.canvas.Compare.Sides;
import mien.app.canvas.Viewport.Size;
import org.junit.jupiter.api.Test;

class CompareTest {

    private static final Size VIEW = new Size(800, 600);
    private static final Compare SPLIT = Compare.OFF.with(Mode.SPLIT);
    private static final Compare BESIDE = Compare.OFF.with(Mode.SIDE_BY_SIDE);

    @Test
    void oneKeyGoesThroughAllWaysAndOutAgain() {
        List<Mode> modes = new ArrayList<>();
        for (Compare c = SPLIT; c.on(); c = c.next()) {
            modes.add(c.mode());
        }
        assertEquals(List.of(Mode.SPLIT, Mode.SWIPE, Mode.SIDE_BY_SIDE), modes);
        assertEquals(SPLIT, Compare.OFF.next());
    }

    @Test
    void withoutComparingThePictureAfterHasTheWholeView() {
        Sides sides = Compare.OFF.sides(VIEW);
        assertFalse(sides.before().seen());
        assertEquals(800, sides.after().area().getWidth());
        assertEquals(600, sides.after().area().getHeight());
        assertEquals(sides.after(), sides.at(1, 1));
    }

    @Test
    void everyPointOfADividedViewBelongsToOnePictureAndBothLieInOnePlace() {
        Random r = new Random(1);
        for (int i = 0; i < 200; i++) {
            Compare c = new Compare(Mode.SPLIT, r.nextBoolean(), r.nextDouble(), r.nextBoolean());
            Sides sides = c.sides(VIEW);
            double area = 0;
            for (Side side : List.of(sides.before(), sides.after())) {
                area += side.area().getWidth() * side.area().getHeight();
                assertEquals(0, side.dx());
                assertEquals(0, side.dy());
            }
            assertEquals(800 * 600, area, 1e-6);
            double x = 800 * r.nextDouble();
            double y = 600 * r.nextDouble();
            boolean first = c.rows() ? y < 600 * c.at() : x < 800 * c.at();
            assertEquals(first != c.swapped() ? sides.before() : sides.after(), sides.at(x, y));
        }
    }

    @Test
    void sideBySideAPointOfThePictureIsAtTheSamePlaceOfBothHalves() {
        for (Compare c : List.of(BESIDE, BESIDE.turned(), BESIDE.exchanged())) {
            Viewport v = new Viewport(2, 30, true, 100, 50);
            Sides sides = c.sides(VIEW);
            var one = sides.before().of(v).toView(10, 20);
            var other = sides.after().of(v).toView(10, 20);
            assertEquals(
                    one.getX() - sides.before().area().getMinX(),
                    other.getX() - sides.after().area().getMinX(),
                    1e-9);
            assertEquals(
                    one.getY() - sides.before().area().getMinY(),
                    other.getY() - sides.after().area().getMinY(),
                    1e-9);
        }
        assertEquals(new Size(400, 600), BESIDE.room(VIEW));
        assertEquals(new Size(800, 300), BESIDE.turned().room(VIEW));
    }

    @Test
    void theDividerStaysInTheView() {
        assertEquals(1, SPLIT.to(7).at());
        assertEquals(0, SPLIT.to(-1).at());
        assertEquals(0.25, SPLIT.to(200, 450, VIEW).at());
        assertEquals(0.75, SPLIT.turned().to(200, 450, VIEW).at());
        assertEquals(SPLIT, SPLIT.to(5, 5, new Size(0, 0)), "a view without room changes nothing");
        assertTrue(SPLIT.exchanged().exchanged().equals(SPLIT));
    }
}
