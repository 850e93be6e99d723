package mien.engine.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;
import mien.engine.picture.Similarity;
import mien.engine.picture.mask.Join;
import mien.engine.picture.mask.TiledMask;
import org.junit.jupiter.api.Test;

class FaceMaskTest {

    private static final int SIDE = 64;
    private static final FacePlace PLACE =
            new FacePlace(new FaceQuad(150, 130, 55, 22)); // turned, larger than the portrait

    @Test
    void aMaskGoesIntoThePictureAndBack() {
        Mask parsed = Scenes.disc(SIDE, 30, 36, 18);
        FaceMask there = FaceMask.of(PLACE, parsed, 300, 260);
        FaceMask back = FaceMask.painted(PLACE, there.whole(), SIDE);
        double off = 0;
        for (int i = 0; i < parsed.values().length; i++) {
            off += Math.abs((parsed.values()[i] & 0xff) - (back.crop().values()[i] & 0xff));
        }
        assertTrue(off / (255 * Math.PI * 18 * 18) < 0.06, "the edge is softer, no more: " + off);
        Similarity way = PLACE.quad().toPicture(SIDE);
        assertEquals(255, there.whole().at((int) way.x(30, 36), (int) way.y(30, 36)));
        double area = 255 * Math.PI * Math.pow(18 * way.scale(), 2);
        assertEquals(1, there.whole().mean() * 255 * 300 * 260 / area, 0.02);
    }

    @Test
    void anUprightMaskOfTheSameScaleIsCopied() {
        Mask parsed = Scenes.disc(SIDE, 30, 36, 18);
        FaceMask mask = FaceMask.of(FacePlace.upright(7, 9, SIDE), parsed, 100, 90);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                assertEquals(parsed.at(x, y), mask.whole().at(x + 7, y + 9));
            }
        }
        assertEquals(
                parsed, FaceMask.painted(FacePlace.upright(7, 9, SIDE), mask.whole(), SIDE).crop());
    }

    @Test
    void whatIsPaintedOutsideTheSquareDoesNotCount() {
        FaceMask mask = FaceMask.painted(PLACE, TiledMask.filled(300, 260, 255), SIDE);
        assertEquals(Scenes.full(SIDE), mask.crop());
        assertEquals(0, mask.whole().at(10, 10));
        assertEquals(255, mask.whole().at(150, 130));
        double square = Math.pow(PLACE.quad().side(), 2);
        assertEquals(1, mask.whole().mean() * 300 * 260 / square, 0.01);
    }

    @Test
    void whatWasFoundAndWhatWasPaintedAreJoinedInBothPictures() {
        FaceMask found = FaceMask.of(PLACE, Scenes.disc(SIDE, 24, 32, 14), 300, 260);
        TiledMask stroke = FaceMask.of(PLACE, Scenes.disc(SIDE, 40, 32, 14), 300, 260).whole();
        FaceMask painted = FaceMask.painted(PLACE, stroke, SIDE);
        Map<Join, int[]> expected =
                Map.of(
                        Join.UNION, new int[] {255, 255, 255},
                        Join.SUBTRACT, new int[] {255, 0, 0},
                        Join.INTERSECT, new int[] {0, 255, 0});
        int[] columns = {20, 32, 46}; // found alone, both, painted alone
        Similarity way = PLACE.quad().toPicture(SIDE);
        expected.forEach(
                (how, values) -> {
                    FaceMask joined = found.joined(how, painted);
                    for (int i = 0; i < columns.length; i++) {
                        int x = (int) way.x(columns[i] + 0.5, 32.5);
                        int y = (int) way.y(columns[i] + 0.5, 32.5);
                        assertEquals(values[i], joined.crop().at(columns[i], 32), how + " " + i);
                        assertEquals(values[i], joined.whole().at(x, y), how + " there " + i);
                    }
                });
    }

    @Test
    void aFaceBeyondThePictureHasNoMask() {
        FacePlace far = FacePlace.upright(500, 0, SIDE);
        assertTrue(FaceMask.of(far, Scenes.full(SIDE), 300, 260).whole().blank());
        FaceMask painted = FaceMask.painted(far, TiledMask.filled(300, 260, 255), SIDE);
        assertTrue(painted.whole().blank());
        assertEquals(new Mask(SIDE, SIDE, new byte[SIDE * SIDE]), painted.crop());
    }

    @Test
    void aSoftenedEdgeRisesInwardsOnly() {
        Mask hard = Scenes.disc(SIDE, 32, 32, 24);
        Mask soft = Seam.softened(hard, 3);
        int between = 0;
        for (int i = 0; i < hard.values().length; i++) {
            int was = hard.values()[i] & 0xff;
            int is = soft.values()[i] & 0xff;
            assertTrue(is <= was);
            between += is > 20 && is < 235 ? 1 : 0;
            if (Math.hypot(i % SIDE - 31.5, i / SIDE - 31.5) < 12) {
                assertEquals(255, is);
            }
        }
        assertTrue(between > 300, "soft pixels " + between);
        assertEquals(hard, Seam.softened(hard, 0));
    }

    @Test
    void aBandTakesOnTheColoursAroundIt() {
        Picture before = Scenes.waves(SIDE, SIDE, 0, 4);
        int[] argb = new int[SIDE * SIDE];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = before.argb()[i] + 0x1e1e1e; // 30 levels lighter
        }
        Picture edited = new Picture(SIDE, SIDE, argb);
        Mask mask = Scenes.disc(SIDE, 32, 32, 24);
        Picture matched = Seam.matched(edited, before, mask, 4);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double depth = 24 - Math.hypot(x - 31.5, y - 31.5);
                int step = Scenes.red(matched, x, y) - Scenes.red(before, x, y);
                if (mask.at(x, y) == 0) {
                    assertEquals(0, step, "outside " + x + ", " + y);
                } else if (depth > 12) {
                    assertEquals(30, step, 1, "beyond the band " + x + ", " + y);
                } else if (depth < 1) {
                    assertTrue(Math.abs(step) < 8, "step " + step + " at " + x + ", " + y);
                }
            }
        }
        assertEquals(edited, Seam.matched(edited, before, mask, 0));
    }

    /** The whole way: the step that a hard mask leaves is gone, and nothing outside is touched. */
    @Test
    void noSeamIsSeenInThePicture() {
        Picture whole = Scenes.waves(300, 260, 0, 6);
        Picture crop = PLACE.crop(whole, SIDE);
        int[] argb = new int[SIDE * SIDE];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = crop.argb()[i] + 0x1e1e1e;
        }
        Picture edited = new Picture(SIDE, SIDE, argb);
        FaceMask mask = FaceMask.of(PLACE, Scenes.disc(SIDE, 32, 32, 24), 300, 260);
        Picture plain = PLACE.pasted(whole, edited, mask, 0);
        Picture matched = PLACE.pasted(whole, edited, mask, 8);
        assertEquals(30, largestStep(whole, plain), 4);
        assertTrue(largestStep(whole, matched) < 9, "step " + largestStep(whole, matched));
        for (int i = 0; i < whole.argb().length; i++) {
            if (mask.whole().at(i % 300, i / 300) == 0) {
                assertEquals(whole.argb()[i], matched.argb()[i]);
            }
        }
    }

    /** The largest difference of the change between pixels three apart. */
    private static int largestStep(Picture before, Picture after) {
        int largest = 0;
        for (int y = 0; y < before.height(); y++) {
            for (int x = 3; x < before.width(); x++) {
                int here = Scenes.red(after, x, y) - Scenes.red(before, x, y);
                int there = Scenes.red(after, x - 3, y) - Scenes.red(before, x - 3, y);
                largest = Math.max(largest, Math.abs(here - there));
            }
        }
        return largest;
    }
}
