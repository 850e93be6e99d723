package mien.engine.picture.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import mien.engine.picture.GaussianBlur;
import mien.engine.picture.Mask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditableMaskTest {

    private static final int W = 160;
    private static final int H = 120;

    private static TiledMask blobs() {
        TiledMask mask = TiledMask.empty(W, H);
        Brush soft = Brush.DEFAULT.withSize(24).withHardness(0.3);
        Stroke stroke = new Stroke(mask, soft, false);
        stroke.to(new PointerSample(40, 30));
        stroke.to(new PointerSample(100, 80));
        Stroke dot = new Stroke(stroke.mask(), soft.withSize(3).withOpacity(0.7), false);
        dot.to(new PointerSample(140, 20));
        return dot.mask();
    }

    /** The largest value within a radius, tried pixel by pixel. */
    private static int largest(TiledMask mask, int x, int y, double radius) {
        int r = (int) radius;
        int largest = 0;
        for (int dy = -r; dy <= r; dy++) {
            for (int dx = -r; dx <= r; dx++) {
                boolean inside = x + dx >= 0 && x + dx < W && y + dy >= 0 && y + dy < H;
                if (inside && Math.hypot(dx, dy) <= radius) {
                    largest = Math.max(largest, mask.at(x + dx, y + dy));
                }
            }
        }
        return largest;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2.5, 7, 12.3})
    void growingTakesTheLargestValueWithinTheRadius(double radius) {
        TiledMask mask = blobs();
        TiledMask grown = EditableMask.of(mask).withGrow(radius).rendered();
        for (int y = 0; y < H; y += 3) {
            for (int x = 0; x < W; x += 3) {
                assertEquals(largest(mask, x, y, radius), grown.at(x, y), x + ", " + y);
            }
        }
    }

    @Test
    void shrinkingTheInsideIsGrowingTheOutside() {
        TiledMask mask = blobs();
        assertEquals(
                EditableMask.of(mask.inverted()).withGrow(5).rendered().inverted(),
                EditableMask.of(mask).withGrow(-5).rendered());
    }

    @Test
    void whatReachesOverTheEdgeDoesNotShrinkAwayFromIt() {
        TiledMask all = TiledMask.filled(W, H, 255);
        assertEquals(all, EditableMask.of(all).withGrow(-20).rendered());
        assertEquals(all, EditableMask.of(all).withFeather(20).rendered());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 1, 2.7, 9, 25})
    void featheringIsAGaussian(double sigma) {
        TiledMask mask = blobs();
        TiledMask soft = EditableMask.of(mask).withFeather(sigma).rendered();
        int pad = 120; // the mask goes on beyond the border as at it; Gaussian with room round it
        double[] plane = new double[(W + 2 * pad) * (H + 2 * pad)];
        for (int y = 0; y < H + 2 * pad; y++) {
            for (int x = 0; x < W + 2 * pad; x++) {
                plane[y * (W + 2 * pad) + x] =
                        mask.at(
                                Math.max(0, Math.min(W - 1, x - pad)),
                                Math.max(0, Math.min(H - 1, y - pad)));
            }
        }
        double[] exact =
                GaussianBlur.of(
                        plane, W + 2 * pad, H + 2 * pad, sigma, sigma, GaussianBlur.Border.REFLECT);
        double most = 0;
        for (int y = 0; y < H; y++) {
            for (int x = 0; x < W; x++) {
                double e = exact[(y + pad) * (W + 2 * pad) + x + pad];
                most = Math.max(most, Math.abs(e - soft.at(x, y)));
            }
        }
        assertTrue(most <= 3.5, "off by " + most); // levels of 255
    }

    @Test
    void invertedComesLast() {
        EditableMask mask = EditableMask.of(blobs()).withGrow(3).withFeather(2);
        assertEquals(mask.rendered().inverted(), mask.withInverted(true).rendered());
        assertSame(mask.painted(), EditableMask.of(mask.painted()).rendered());
    }

    @ParameterizedTest
    @CsvSource({"4, 0", "0, 3", "-6, 2.5", "9, 0.7"})
    void afterAStrokeOnlyItsSurroundingsAreMadeAnewAndTheResultIsThatOfAll(
            double grow, double feather) {
        Random random = new Random(3);
        EditableMask mask =
                EditableMask.of(TiledMask.empty(1500, 1100)).withGrow(grow).withFeather(feather);
        Rendering rendering = new Rendering();
        rendering.of(mask);
        for (int i = 0; i < 3; i++) {
            TiledMask before = rendering.of(mask);
            Stroke stroke = new Stroke(mask.painted(), Brush.DEFAULT, i == 2);
            double x = 200 + 900 * random.nextDouble();
            stroke.to(new PointerSample(x, 300));
            stroke.to(new PointerSample(x + 80, 420));
            mask = mask.withPainted(stroke.mask());
            TiledMask after = rendering.of(mask);
            assertEquals(mask.rendered(), after);
            assertTrue(
                    after.changed(before)
                            .map(r -> r.width() < 400 && r.height() < 400)
                            .orElse(true));
        }
    }

    @Test
    void aRenderingRemembersTheLastMask() {
        Rendering rendering = new Rendering();
        EditableMask mask = EditableMask.of(blobs()).withGrow(4);
        assertSame(rendering.of(mask), rendering.of(mask));
    }

    @Test
    void largeMasksAreMadeInBlocksWithoutSeams() {
        byte[] values = new byte[1300 * 700];
        new Random(2).nextBytes(values);
        TiledMask mask = TiledMask.of(new Mask(1300, 700, values));
        TiledMask whole = EditableMask.of(mask).withGrow(3).withFeather(4).rendered();
        Plane plane = new Plane(1300, 700, values);
        Plane soft = Feather.of(Growth.of(plane, 3), 4);
        assertEquals(TiledMask.of(new Mask(1300, 700, soft.values())), whole);
    }

    @Test
    void whatIsTooMuchIsRefused() {
        EditableMask mask = EditableMask.of(TiledMask.empty(9, 9));
        assertThrows(IllegalArgumentException.class, () -> mask.withGrow(201));
        assertThrows(IllegalArgumentException.class, () -> mask.withFeather(-1));
        assertThrows(IllegalArgumentException.class, () -> mask.withFeather(Double.NaN));
    }
}
