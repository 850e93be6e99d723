package mien.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.Consumer;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import mien.app.canvas.Viewport.Margins;
import mien.app.canvas.Viewport.Size;
import org.junit.jupiter.api.Test;

class ViewportTest {

    private static final Size SQUARE = new Size(128, 128);
    private static final Margins MARGINS = new Margins(20, 10, 50);

    private static Viewport any(Random r) {
        return new Viewport(
                Math.pow(2, r.nextDouble() * 10 - 5),
                r.nextInt(4) == 0 ? 90 * r.nextInt(4) : r.nextDouble() * 800 - 400,
                r.nextBoolean(),
                r.nextDouble() * 4000 - 2000,
                r.nextDouble() * 4000 - 2000);
    }

    private static Point2D point(Random r) {
        return new Point2D(r.nextDouble() * 3000 - 1000, r.nextDouble() * 3000 - 1000);
    }

    private static void often(Consumer<Random> check) {
        for (int seed = 0; seed < 300; seed++) {
            check.accept(new Random(seed));
        }
    }

    private static void same(Point2D a, Point2D b) {
        assertEquals(0, a.distance(b), 1e-6, () -> a + " and " + b);
    }

    @Test
    void fromTheViewToThePictureAndBackIsWhereItBegan() {
        often(
                r -> {
                    Viewport v = any(r);
                    Point2D p = point(r);
                    Point2D there = v.toPicture(p.getX(), p.getY());
                    same(p, v.toView(there));
                });
    }

    @Test
    void whatIsDrawnThroughTheTransformLiesWhereThePointsLie() {
        often(
                r -> {
                    Viewport v = any(r);
                    Point2D p = point(r);
                    same(v.toView(p), v.affine().transform(p));
                });
    }

    @Test
    void zoomingAndTurningKeepThePointUnderThePointer() {
        often(
                r -> {
                    Viewport v = any(r);
                    Point2D at = point(r);
                    Point2D p = v.toPicture(at.getX(), at.getY());
                    Viewport z =
                            v.zoomedAt(at.getX(), at.getY(), 0.2 + 3 * r.nextDouble())
                                    .turnedAt(at.getX(), at.getY(), r.nextDouble() * 360 - 180);
                    same(at, z.toView(p));
                });
    }

    @Test
    void mirroringExchangesLeftAndRightOfTheViewWhateverItsAngle() {
        often(
                r -> {
                    Viewport v = any(r);
                    Point2D p = point(r);
                    Point2D before = v.toView(p);
                    Point2D after = v.mirroredAt(400).toView(p);
                    same(new Point2D(800 - before.getX(), before.getY()), after);
                    same(before, v.mirroredAt(400).mirroredAt(400).toView(p));
                });
    }

    @Test
    void turningIsClockwiseAlsoInAMirroredView() {
        for (boolean mirrored : new boolean[] {false, true}) {
            Viewport v = new Viewport(2, 0, mirrored, 100, 100).turnedAt(100, 100, 90);
            Point2D wasBelow = v.toView(0, 10);
            same(new Point2D(80, 100), wasBelow);
        }
    }

    @Test
    void aFittedPictureTouchesTheMarginsAndStandsInTheirMiddleHoweverItIsTurned() {
        often(
                r -> {
                    Size picture = new Size(1 + r.nextInt(900), 1 + r.nextInt(900));
                    Size view = new Size(700 + r.nextInt(600), 500 + r.nextInt(600));
                    Viewport v = any(r).fitted(picture, view, MARGINS);
                    Bounds b = v.toView(new BoundingBox(0, 0, picture.width(), picture.height()));
                    assertEquals(view.width() / 2, b.getCenterX(), 1e-6);
                    assertEquals((view.height() - 60) / 2 + 10, b.getCenterY(), 1e-6);
                    double room =
                            Math.max(
                                    b.getWidth() / (view.width() - 40),
                                    b.getHeight() / (view.height() - 60));
                    assertTrue(
                            Math.abs(room - 1) < 1e-9 || v.scale() == Viewport.LARGEST && room < 1,
                            "fills " + room);
                });
    }

    @Test
    void theRectangleOfThePictureHoldsEverythingTheViewShows() {
        often(
                r -> {
                    Viewport v = any(r);
                    Bounds seen = v.toPicture(new BoundingBox(0, 0, 800, 600));
                    Point2D p = v.toPicture(800 * r.nextDouble(), 600 * r.nextDouble());
                    assertTrue(
                            p.getX() >= seen.getMinX() - 1e-6
                                    && p.getX() <= seen.getMaxX() + 1e-6
                                    && p.getY() >= seen.getMinY() - 1e-6
                                    && p.getY() <= seen.getMaxY() + 1e-6,
                            () -> p + " in " + seen);
                });
    }

    @Test
    void aFittedPictureFillsWhatTheMarginsLeave() {
        Viewport v = Viewport.fitting(SQUARE, new Size(1000, 700), MARGINS);
        assertEquals(5, v.scale());
        assertEquals(180, v.x());
        assertEquals(10, v.y());
    }

    @Test
    void quarterTurnsKeepPixelsOnPixels() {
        for (int quarter = 0; quarter < 4; quarter++) {
            Viewport v = new Viewport(4, 90 * quarter, false, 10, 20);
            assertTrue(v.straight());
            Point2D p = v.toView(3, 5);
            assertEquals(Math.rint(p.getX()), p.getX());
            assertEquals(Math.rint(p.getY()), p.getY());
        }
    }

    @Test
    void anglesAreToldWithinHalfATurn() {
        assertEquals(-170, new Viewport(1, 190, false, 0, 0).angle());
        assertEquals(180, new Viewport(1, -180, false, 0, 0).angle());
        assertEquals(new Viewport(1, 0, 0), new Viewport(1, 15, false, 0, 0).turnedAt(0, 0, -15));
    }

    @Test
    void zoomingEndsAtTheSmallestAndLargestScale() {
        Viewport v = new Viewport(1, 0, 0);
        assertEquals(Viewport.LARGEST, v.zoomedAt(0, 0, 1e9).scale());
        assertEquals(Viewport.SMALLEST, v.zoomedAt(0, 0, 1e-9).scale());
    }

    @Test
    void aScaleOfNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Viewport(0, 0, 0));
    }
}
