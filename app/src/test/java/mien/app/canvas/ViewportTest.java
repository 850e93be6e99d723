package mien.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import mien.app.canvas.Viewport.Margins;
import mien.app.canvas.Viewport.Size;
import org.junit.jupiter.api.Test;

class ViewportTest {

    private static final Size SQUARE = new Size(128, 128);

    @Test
    void aFittedPictureFillsWhatTheMarginsLeaveAndStandsInItsMiddle() {
        Viewport v = Viewport.fitting(SQUARE, new Size(1000, 700), new Margins(20, 10, 50));
        assertEquals(5, v.scale());
        assertEquals(180, v.x());
        assertEquals(10, v.y());
    }

    @Test
    void zoomingKeepsThePointUnderThePointer() {
        Viewport v = Viewport.centred(SQUARE, new Size(800, 600), 2);
        double px = (500 - v.x()) / v.scale();
        double py = (200 - v.y()) / v.scale();
        Viewport z = v.zoomedAt(500, 200, 1.7).zoomedAt(500, 200, 0.4);
        assertEquals(500, z.toViewX(px), 1e-9);
        assertEquals(200, z.toViewY(py), 1e-9);
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
