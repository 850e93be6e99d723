package mien.engine.edit.relight;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import mien.engine.flame.FlameCode;
import mien.engine.picture.Picture;
import mien.engine.raster.Buffers;
import org.junit.jupiter.api.Test;

class ProxyTest {

    private static final int SIDE = Proxy.SIDE;

    private final Relight relight = new Relight();
    private final FlameCode fitted = FlameCodes.someone(6);
    private final Picture photo = photo();
    private final RelightSpec opened = relight.opened(photo, fitted);

    @Test
    void whereNothingIsChangedTheProxyIsThePhotograph() {
        int[] proxy = relight.proxy(opened).argb();
        int off = 0;
        for (int i = 0; i < proxy.length; i++) {
            off += distance(proxy[i], photo.argb()[i]) > 6 ? 1 : 0;
        }
        assertTrue(off < 0.002 * proxy.length, off + " pixels differ");
    }

    @Test
    void aChangeOfLightLeavesEverythingBesideTheHeadAlone() {
        Buffers head = relight.buffers(opened, SIDE);
        int[] proxy = relight.proxy(opened.withLight(opened.light().withStrength(1.2))).argb();
        int changed = 0;
        for (int i = 0; i < proxy.length; i++) {
            if (head.coverage()[i] == 0) {
                assertEquals(photo.argb()[i], proxy[i]);
            } else {
                changed += proxy[i] == photo.argb()[i] ? 0 : 1;
            }
        }
        assertTrue(changed > 1000);
    }

    @Test
    void twiceTheLightIsNearlyTwiceAsBright() {
        float[] twice = fitted.light().clone();
        for (int i = 0; i < twice.length; i++) {
            twice[i] *= 2;
        }
        int[] proxy = relight.proxy(opened.withLight(Light.of(Coefficients.of(twice)))).argb();
        int middle = SIDE / 2 * SIDE + SIDE / 2; // on the face
        double ratio = (proxy[middle] >> 8 & 0xff) / (double) (photo.argb()[middle] >> 8 & 0xff);
        assertTrue(ratio > 1.6 && ratio < 2.1, "ratio " + ratio);
    }

    @Test
    void theSkinTurnsWithTheHead() {
        int[] spotted = photo.argb().clone();
        for (int r = 122; r < 132; r++) {
            Arrays.fill(
                    spotted,
                    r * SIDE + 122,
                    r * SIDE + 132,
                    0xff00ff00); // a green mark between the eyes
        }
        RelightSpec marked = relight.opened(new Picture(SIDE, SIDE, spotted), fitted);
        double before = green(relight.proxy(marked));
        double right =
                green(
                        relight.proxy(
                                marked.withHead(marked.head().withYaw(marked.head().yaw() + 20))));
        double left =
                green(
                        relight.proxy(
                                marked.withHead(marked.head().withYaw(marked.head().yaw() - 20))));
        assertTrue(right > before + 2 && left < before - 2, left + " " + before + " " + right);
    }

    @Test
    void whereTheHeadLeftThePhotographTheSurroundingsShow() {
        RelightSpec turned = opened.withHead(opened.head().withRoll(opened.head().roll() + 45));
        Buffers before = relight.buffers(opened, SIDE);
        Buffers after = relight.buffers(turned, SIDE);
        int[] proxy = relight.proxy(turned).argb();
        for (int i = 0; i < SIDE * SIDE / 3; i++) { // the upper part, without the neck
            if (before.coverage()[i] > 0 && after.coverage()[i] == 0) {
                assertTrue(distance(proxy[i], background()) < 30, "the old head is gone at " + i);
            }
        }
    }

    @Test
    void paintReachesWhatFacedAwayAndNothingElse() {
        int[] faces = {0, 1, 2, 1, 3, 2, 4, 5, 6};
        float[] rgb = new float[21];
        Arrays.fill(rgb, 0, 3, 0.5f);
        boolean[] known = {true, false, false, false, false, false, false};
        boolean[] wanted = {false, true, true, false, true, true, true};
        TurnedAway.fill(rgb, known, wanted, faces);
        assertArrayEquals(new boolean[] {true, true, true, false, false, false, false}, known);
        assertEquals(0.5f, rgb[3], 1e-6);
        assertEquals(0.5f, rgb[8], 1e-6);
        assertEquals(0f, rgb[9]);
    }

    @Test
    void aHoleIsFilledWithWhatLiesAroundIt() {
        int[] argb = new int[64 * 64];
        boolean[] hole = new boolean[64 * 64];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = i % 64 < 32 ? 0xff202020 : 0xffc0c0c0;
            hole[i] = i / 64 > 20 && i / 64 < 44 && i % 64 > 4 && i % 64 < 60;
        }
        int[] filled = Inpainting.filled(new Picture(64, 64, argb), hole).argb();
        for (int i = 0; i < argb.length; i++) {
            if (!hole[i]) {
                assertEquals(argb[i], filled[i]);
            }
            int level = filled[i] & 0xff;
            assertTrue(level >= 0x1f && level <= 0xc1, "no colour that was not there");
        }
        assertTrue((filled[32 * 64 + 8] & 0xff) < (filled[32 * 64 + 55] & 0xff));
        assertFalse(Arrays.equals(argb, filled));
    }

    private static double green(Picture p) {
        double sum = 0;
        double count = 0;
        for (int i = 0; i < p.argb().length; i++) {
            int c = p.argb()[i];
            if ((c >> 8 & 0xff) > 2 * (c >> 16 & 0xff) + 40) {
                sum += i % SIDE;
                count++;
            }
        }
        return sum / count;
    }

    private static int distance(int a, int b) {
        int max = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            max = Math.max(max, Math.abs((a >> shift & 0xff) - (b >> shift & 0xff)));
        }
        return max;
    }

    private static int background() {
        return 0xff305080;
    }

    /** The fitted head itself, drawn over a plain background. */
    private Picture photo() {
        FlameCode code = fitted;
        RelightSpec plain = relight.opened(Picture.filled(SIDE, SIDE, background()), code);
        Buffers head = relight.buffers(plain, SIDE);
        int[] drawn = head.renderedPicture().argb();
        int[] argb = new int[drawn.length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = head.coverage()[i] > 0 ? halved(drawn[i]) : background();
        }
        return new Picture(SIDE, SIDE, argb);
    }

    /** Half as bright, so that a light twice as strong stays below white. */
    private static int halved(int argb) {
        return 0xff000000 | (argb & 0xfefefe) >> 1;
    }
}
