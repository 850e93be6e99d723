package mien.engine.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import mien.engine.picture.Plot.Axis;
import org.junit.jupiter.api.Test;

class PlotTest {

    private static final Axis ACROSS = new Axis(0, 10);
    private static final Axis UP = new Axis(-1, 1);

    private static int at(Picture p, int x, int y) {
        return p.argb()[y * p.width() + x];
    }

    @Test
    void pointsStandWhereTheAxesSayAndJoined() {
        Plot plot = new Plot(101, 51, ACROSS, UP);
        int paper = at(plot.picture(), 3, 3);
        Picture p = plot.line(new double[] {0, 10}, new double[] {-1, 1}).picture();
        int ink = at(p, 0, 50);
        assertNotEquals(paper, ink);
        assertEquals(ink, at(p, 100, 0), "the top on the right");
        assertEquals(ink, at(p, 50, 25), "half-way");
        assertEquals(paper, at(p, 3, 3));
        assertNotEquals(paper, at(plot.picture(), 97, 10), "the grid");
    }

    @Test
    void dotsAreRoundAndWhatLiesOutsideIsDrawnAtTheEnds() {
        Plot plot = new Plot(101, 51, ACROSS, UP);
        Picture p = plot.dots(new double[] {5, 99}, new double[] {0, -7}, 2).picture();
        int ink = at(p, 50, 25);
        assertEquals(ink, at(p, 52, 25));
        assertNotEquals(ink, at(p, 52, 27), "a corner");
        assertEquals(ink, at(p, 100, 50));
        assertEquals(ink, at(p, 98, 50));
    }

    @Test
    void anAxisRunsUpwards() {
        assertThrows(IllegalArgumentException.class, () -> new Axis(1, 1));
    }
}
