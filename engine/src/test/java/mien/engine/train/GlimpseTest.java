package mien.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import mien.engine.face.ImageNet;
import mien.engine.picture.Homography;
import mien.engine.tensor.NoiseSource;
import mien.engine.world.Parsing;
import org.junit.jupiter.api.Test;

class GlimpseTest {

    private static final int N = 8;

    private static float[] ramp() {
        float[] unit = new float[3 * N * N];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) i / unit.length;
        }
        return unit;
    }

    @Test
    void itTakesTheNearestPixelsAndNormalisesThem() {
        float[] unit = ramp();
        float[] seen = new Glimpse(4).plain(unit);
        float[] expected = new float[3 * 16];
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < 4; y++) {
                for (int x = 0; x < 4; x++) {
                    expected[c * 16 + y * 4 + x] = unit[c * N * N + 2 * y * N + 2 * x];
                }
            }
        }
        assertArrayEquals(ImageNet.standardised(expected), seen, 1e-6f);
    }

    @Test
    void withoutStrengthChanceDoesNothing() {
        byte[] parsing = new byte[N * N];
        float[] drawn = new Glimpse(N).drawn(ramp(), parsing, 0, new NoiseSource(1));
        assertArrayEquals(new Glimpse(N).plain(ramp()), drawn, 1e-5f);
    }

    @Test
    void outsideTheFaceTheMaskedPictureIsZero() {
        byte[] parsing = new byte[N * N];
        Arrays.fill(parsing, Parsing.HAIR);
        parsing[2 * N + 4] = Parsing.NOSE;
        float[] plain = new Glimpse(4).plain(ramp());
        float[] masked = new Glimpse(4).masked(ramp(), parsing);
        for (int i = 0; i < masked.length; i++) {
            boolean nose = i % 16 == 4 + 2;
            assertEquals(nose ? plain[i] : 0, masked[i], 1e-6f, "number " + i);
        }
    }

    @Test
    void chanceIsTheSourcesAndNothingElse() {
        byte[] parsing = new byte[N * N];
        float[] one = new Glimpse(N).drawn(ramp(), parsing, 1, new NoiseSource(3));
        assertArrayEquals(one, new Glimpse(N).drawn(ramp(), parsing, 1, new NoiseSource(3)));
        assertFalse(
                Arrays.equals(one, new Glimpse(N).drawn(ramp(), parsing, 1, new NoiseSource(4))));
    }

    @Test
    void aTurnedViewKeepsLengthsAndItsMiddleInItsColumn() {
        for (int seed = 0; seed < 20; seed++) {
            Homography h = new Views(N).turned(new NoiseSource(seed));
            double dx = h.x(5, 5) - h.x(1, 2);
            double dy = h.y(5, 5) - h.y(1, 2);
            assertEquals(5, Math.hypot(dx, dy), 1e-9);
            Homography back = h.inverse();
            assertEquals(3.5, back.x(3.5, 3.5), 1e-9, "the middle only moves up or down");
        }
    }

    @Test
    void whatComesFromOutsideIsZero() {
        float[] planes = new float[N * N];
        Arrays.fill(planes, 1);
        double[] moved = {2, 2, 5, 2, 5, 5, 2, 5};
        double[] corners = {0, 0, 7, 0, 7, 7, 0, 7};
        float[] seen = new Patch(N, N).of(planes, N, Homography.between(moved, corners));
        assertEquals(0, seen[0]);
        assertEquals(1, seen[3 * N + 3], 1e-6f);
    }

    @Test
    void aPatchOfTheWholeIsTheWholeAndATurnedOneTurns() {
        float[] planes = Arrays.copyOf(ramp(), N * N);
        Patch patch = new Patch(N, N);
        Homography whole = patch.rectangle(0, 0, N, N, 0);
        assertArrayEquals(planes, patch.of(planes, N, whole), 1e-6f);
        float[] turned = patch.of(planes, N, patch.rectangle(0, 0, N, N, Math.PI / 2));
        assertEquals(planes[N - 1], turned[0], 1e-6f, "top left comes from top right");
        float[] half = new Patch(2, 2).of(planes, N, new Patch(2, 2).rectangle(4, 4, 4, 4, 0));
        float mean =
                (planes[4 * N + 4] + planes[4 * N + 5] + planes[5 * N + 4] + planes[5 * N + 5]) / 4;
        assertEquals(mean, half[0], 1e-6f);
    }
}
