package mien.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import javafx.geometry.Point2D;
import mien.app.canvas.KeyPointer.Reach;
import mien.app.canvas.KeyPointer.Way;
import org.junit.jupiter.api.Test;

/** Where arrows move the pointer to. */
class KeyPointerTest {

    private static final Viewport.Size PICTURE = new Viewport.Size(400, 300);
    private static final Viewport.Size ROOM = new Viewport.Size(800, 600);
    private static final Viewport PLAIN = new Viewport(1, 0, 0);

    private static KeyPointer at(double x, double y) {
        return new KeyPointer(x, y, PICTURE);
    }

    @Test
    void anArrowMovesByAStepShiftTenAndControlOnePixel() {
        assertEquals(at(108, 100), at(100, 100).moved(Way.RIGHT, Reach.STEP, PLAIN));
        assertEquals(at(100, 92), at(100, 100).moved(Way.UP, Reach.STEP, PLAIN));
        assertEquals(at(20, 100), at(100, 100).moved(Way.LEFT, Reach.FAR, PLAIN));
        assertEquals(at(100, 101), at(100, 100).moved(Way.DOWN, Reach.PIXEL, PLAIN));
    }

    @Test
    void stepsAreAsLongOnTheScreenAtEveryScaleAndNeverShorterThanAPixel() {
        Viewport small = new Viewport(0.25, 0, 0);
        Viewport large = new Viewport(16, 0, 0);
        assertEquals(at(132, 100), at(100, 100).moved(Way.RIGHT, Reach.STEP, small));
        assertEquals(at(101, 100), at(100, 100).moved(Way.RIGHT, Reach.STEP, large));
        assertEquals(at(110, 100), at(100, 100).moved(Way.RIGHT, Reach.FAR, large));
        assertEquals(at(101, 100), at(100, 100).moved(Way.RIGHT, Reach.PIXEL, small));
    }

    @Test
    void itStaysOnCornersOfPixelsWithinThePicture() {
        assertEquals(at(12, 8), at(12.4, 7.5));
        assertEquals(at(0, 300), at(-5, 1000));
        assertEquals(
                at(400, 0),
                at(396, 3).moved(Way.RIGHT, Reach.STEP, PLAIN).moved(Way.UP, Reach.FAR, PLAIN));
    }

    /** How far an arrow goes on the screen. */
    private static Point2D onScreen(Way way, Viewport view) {
        KeyPointer from = at(200, 150);
        KeyPointer to = from.moved(way, Reach.STEP, view);
        return view.toView(to.x(), to.y()).subtract(view.toView(from.x(), from.y()));
    }

    @Test
    void anArrowLeadsItsWayOnTheScreenHoweverTheViewIsTurnedAndMirrored() {
        for (boolean mirrored : new boolean[] {false, true}) {
            for (int angle = -180; angle < 180; angle += 15) {
                Viewport view = new Viewport(1, angle, mirrored, 30, 40);
                Set<KeyPointer> reached = new HashSet<>();
                for (Way way : Way.values()) {
                    Point2D by = onScreen(way, view);
                    double along = by.getX() * way.dx() + by.getY() * way.dy();
                    assertTrue(along > 8 * Math.cos(Math.toRadians(46)), way + " at " + view);
                    reached.add(at(200, 150).moved(way, Reach.STEP, view));
                }
                assertEquals(4, reached.size(), "each arrow has a way of its own at " + view);
            }
        }
    }

    @Test
    void itBeginsInTheMiddleOfWhatIsSeen() {
        Viewport close = new Viewport(4, -400, -200);
        assertEquals(at(200, 125), KeyPointer.middle(close, ROOM, PICTURE));
        Viewport away = new Viewport(1, 5000, 0);
        assertEquals(at(0, 300), KeyPointer.middle(away, ROOM, PICTURE), "the nearest there is");
    }

    @Test
    void theViewFollowsAsFarAsItMustAndOnlyThen() {
        assertSame(PLAIN, at(200, 150).seenIn(PLAIN, ROOM));
        Viewport close = new Viewport(4, 0, 0);
        Viewport followed = at(300, 200).seenIn(close, ROOM);
        assertEquals(new Point2D(776, 540), followed.toView(300, 200));
        assertEquals(4, followed.scale());
        Viewport back = at(0, 0).seenIn(new Viewport(4, -100, -100), ROOM);
        assertEquals(new Point2D(24, 24), back.toView(0, 0));
    }

    @Test
    void aFittedPictureStaysFittedWithThePointerInItsCorners() {
        Viewport fitted = Viewport.fitting(PICTURE, ROOM, new Viewport.Margins(28, 28, 64));
        assertSame(fitted, at(0, 0).seenIn(fitted, ROOM));
        assertSame(fitted, at(400, 300).seenIn(fitted, ROOM));
    }

    @Test
    void inAViewThatIsTooSmallForItsMarginsThePointerIsInTheMiddle() {
        Viewport seen = at(400, 300).seenIn(PLAIN, new Viewport.Size(20, 40));
        assertEquals(10, seen.toView(400, 300).getX(), 1e-9);
        assertTrue(seen.toView(400, 300).getY() >= 0 && seen.toView(400, 300).getY() <= 40);
    }
}
