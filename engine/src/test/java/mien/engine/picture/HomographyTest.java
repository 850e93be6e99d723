package mien.engine.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class HomographyTest {

    private static final double[] SQUARE = {0, 0, 7, 0, 7, 7, 0, 7};
    private static final double[] QUAD = {1, 0.5, 6, 2, 5, 6.5, 0.5, 5};

    @Test
    void fourPointsGoWhereTheyShould() {
        Homography h = Homography.between(SQUARE, QUAD);
        assertArrayEquals(QUAD, moved(h, SQUARE), 1e-12);
        assertEquals(1, h.m()[8]);
    }

    @Test
    void theWayBackUndoesTheWayThere() {
        Homography h = Homography.between(SQUARE, QUAD);
        assertArrayEquals(SQUARE, moved(h.inverse(), QUAD), 1e-12);
        assertArrayEquals(SQUARE, moved(h.inverse().after(h), SQUARE), 1e-12);
        assertArrayEquals(QUAD, moved(h.after(Homography.IDENTITY), SQUARE), 1e-12);
    }

    @Test
    void firstTheOtherMapThenThisOne() {
        Homography right = Homography.of(1, 0, 5, 0, 1, 0, 0, 0, 1);
        Homography twice = Homography.of(2, 0, 0, 0, 2, 0, 0, 0, 1);
        assertArrayEquals(new double[] {12, 4}, moved(twice.after(right), new double[] {1, 2}));
        assertArrayEquals(new double[] {7, 4}, moved(right.after(twice), new double[] {1, 2}));
    }

    @Test
    void pointsOnALineAreRefusedInWords() {
        double[] line = {0, 0, 1, 1, 2, 2, 0, 7};
        assertEquals(
                "Three of the four points lie on a line: no projective map takes them there.",
                assertThrows(IllegalArgumentException.class, () -> Homography.between(line, SQUARE))
                        .getMessage());
        Homography flat = Homography.of(1, 0, 0, 0, 0, 0, 0, 0, 1);
        assertThrows(IllegalArgumentException.class, flat::inverse);
    }

    private static double[] moved(Homography h, double[] points) {
        double[] out = new double[points.length];
        for (int i = 0; i < points.length; i += 2) {
            double w = h.w(points[i], points[i + 1]);
            out[i] = h.x(points[i], points[i + 1]) / w;
            out[i + 1] = h.y(points[i], points[i + 1]) / w;
        }
        return out;
    }
}
