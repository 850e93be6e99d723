package mien.engine.edit.relight;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mien.engine.edit.Control;
import mien.engine.edit.Direction;
import mien.engine.edit.EditException;
import mien.engine.edit.Handle;
import mien.engine.edit.Rgb;
import mien.engine.flame.FaceRig;
import mien.engine.flame.FlameCode;
import mien.engine.flame.Landmarks;
import mien.engine.flame.Posed;
import mien.engine.flame.WeakPerspective;
import mien.engine.flame.head.BuiltinHead;
import mien.engine.picture.Picture;
import mien.engine.raster.BufferRenderer;
import mien.engine.raster.Buffers;
import org.junit.jupiter.api.Test;

/** What each control does to the picture, told by landmarks, buffers and the proxy. */
class RelightControlsTest {

    private static final int LEFT_OF_NOSE = 31; // iBUG numbers
    private static final int NOSE_TIP = 30;
    private static final int UPPER_LIP = 62; // inner edge
    private static final int LOWER_LIP = 66;
    private static final int CHIN = 8;
    private static final int MOUTH_RIGHT = 48; // right of the person, left in the picture
    private static final int MOUTH_LEFT = 54;
    private static final int BROW = 19;

    private final Relight relight = new Relight();
    private final FaceRig rig = BuiltinHead.rig();
    private final FlameCode fitted = rig.neutral(5.6f).withCamera(new float[] {5.6f, 0, 0.04f});
    private final RelightSpec opened = relight.opened(Picture.filled(128, 128, 0xff203040), fitted);

    @Test
    void thereIsASliderForEveryExpressionAndShape() {
        assertTrue(rig.expressionNames().size() >= 8);
        for (String name : rig.expressionNames()) {
            assertTrue(relight.control("expression." + name).isPresent(), name);
        }
        assertEquals(
                rig.model().shapeCount(),
                relight.controls().stream().filter(c -> c.group().equals("shape")).count());
    }

    @Test
    void lightFromTheRightBrightensTheRightOfTheFace() {
        RelightSpec right = set(lit(), "light.azimuth", 70);
        RelightSpec left = set(lit(), "light.azimuth", -70);
        assertTrue(side(right, 1) > side(right, -1) + 0.05);
        assertTrue(side(left, -1) > side(left, 1) + 0.05);
        assertTrue(half(relight.proxy(right), 1) > half(relight.proxy(right), -1));
        assertTrue(half(relight.proxy(left), -1) > half(relight.proxy(left), 1));
    }

    @Test
    void lightFromAboveBrightensTheForehead() {
        Buffers above = relight.buffers(set(lit(), "light.elevation", 70), 128);
        Buffers below = relight.buffers(set(lit(), "light.elevation", -70), 128);
        assertTrue(rows(above, 10, 30) > 1.2 * rows(below, 10, 30));
        assertTrue(rows(below, 70, 92) > rows(above, 70, 92), "mouth and chin are lit from below");
    }

    @Test
    void strengthAndAmbienceBrighten() {
        assertTrue(mean(set(lit(), "light.strength", 1.0)) > mean(lit()));
        assertTrue(mean(set(lit(), "light.ambience", 1.5)) > mean(lit()));
    }

    @Test
    void aRedFilterLeavesOnlyRed() {
        Control.Colour<RelightSpec> colour =
                (Control.Colour<RelightSpec>) relight.control("light.colour").orElseThrow();
        Buffers red = relight.buffers(colour.with(lit(), new Rgb(1, 0, 0)), 64);
        int n = 64 * 64;
        float green = 0;
        float redSum = 0;
        for (int i = 0; i < n; i++) {
            redSum += red.rendered()[i];
            green += Math.abs(red.rendered()[n + i]);
        }
        assertTrue(redSum > 10);
        assertEquals(0, green, 1e-3);
    }

    @Test
    void all27NumbersAreTheLight() {
        Control.Numbers<RelightSpec> numbers =
                (Control.Numbers<RelightSpec>) relight.control("light.coefficients").orElseThrow();
        float[] wanted = FlameCodes.someone(8).light();
        RelightSpec changed = numbers.with(opened, wanted);
        assertArrayEquals(wanted, changed.edited().light());
        assertThrows(EditException.class, () -> numbers.with(opened, new float[26]));
        wanted[3] = Float.NaN;
        assertThrows(EditException.class, () -> numbers.with(opened, wanted));
    }

    @Test
    void theLightHandleIsTheSlidersDirection() {
        Handle.Light<RelightSpec> handle = (Handle.Light<RelightSpec>) relight.handles().get(0);
        RelightSpec dragged = handle.with(lit(), new Direction(-60, 30));
        assertEquals(-60, slider("light.azimuth").value(dragged));
        assertEquals(30, slider("light.elevation").value(dragged));
        Picture ball = handle.sphere(dragged, 64);
        assertEquals(0, ball.argb()[0], "outside the ball nothing is drawn");
        assertTrue((ball.argb()[32 * 64 + 10] & 0xff) > (ball.argb()[32 * 64 + 54] & 0xff));
    }

    @Test
    void yawMovesTheNoseRightAndTheFaceStays() {
        float[] before = seen(opened);
        float[] after = seen(set(opened, "head.yaw", 20));
        assertTrue(x(after, NOSE_TIP) > x(before, NOSE_TIP) + 0.03);
        assertTrue(x(seen(set(opened, "head.yaw", -20)), NOSE_TIP) < x(before, NOSE_TIP) - 0.03);
    }

    @Test
    void pitchLiftsTheNoseAgainstTheEyes() {
        assertTrue(noseBelowBrow(set(opened, "head.pitch", 20)) < noseBelowBrow(opened));
        assertTrue(noseBelowBrow(set(opened, "head.pitch", -20)) > noseBelowBrow(opened));
    }

    @Test
    void rollTipsTheCrownToTheRight() {
        float[] after = seen(set(opened, "head.roll", 20));
        assertTrue(
                x(after, BROW) - x(after, CHIN)
                        > x(seen(opened), BROW) - x(seen(opened), CHIN) + 0.1);
    }

    @Test
    void withoutTheToggleTheTurnedHeadWanders() {
        RelightSpec turned = set(opened, "head.roll", 30);
        BufferRenderer renderer = new BufferRenderer(rig);
        float[] kept = centre(turned);
        float[] before = renderer.centre(fitted);
        assertEquals(before[0], kept[0], 1e-5);
        assertEquals(before[1], kept[1], 1e-5);
        float[] wandered = centre(turned.withKeepCentre(false));
        assertTrue(Math.hypot(wandered[0] - before[0], wandered[1] - before[1]) > 0.01);
    }

    @Test
    void theJawOpensTheMouth() {
        assertTrue(mouth(set(opened, "jaw", 20)) > mouth(opened) + 0.05);
    }

    @Test
    void aSmileWidensTheMouth() {
        RelightSpec smile = set(set(opened, "expression.smileLeft", 1), "expression.smileRight", 1);
        assertTrue(width(smile) > width(opened) + 0.01);
    }

    @Test
    void browsGoUpAgainstTheNose() {
        RelightSpec up =
                set(set(opened, "expression.browOuterUpLeft", 1), "expression.browOuterUpRight", 1);
        float[] before = seen(opened);
        float[] after = seen(up);
        assertTrue(
                y(after, BROW) - y(after, LEFT_OF_NOSE)
                        < y(before, BROW) - y(before, LEFT_OF_NOSE));
    }

    @Test
    void gazeMovesTheIrisInTheBuffers() {
        double before = iris(opened);
        assertTrue(iris(set(opened, "gaze.horizontal", 25)) > before + 0.4);
        assertTrue(iris(set(opened, "gaze.horizontal", -25)) < before - 0.4);
    }

    @Test
    void shapeChangesTheHeadAndNotTheLight() {
        RelightSpec wide = set(opened, "shape." + rig.shapeNames().get(0), 3);
        assertNotEquals(
                sum(relight.buffers(opened, 64).coverage()),
                sum(relight.buffers(wide, 64).coverage()));
        assertArrayEquals(fitted.light(), wide.edited().light());
    }

    @Test
    void offTheScaleIsOneClearSentence() {
        EditException e = assertThrows(EditException.class, () -> set(opened, "head.yaw", 200));
        assertEquals(
                "'head.yaw' takes -60 to 60°, but got 200: choose a value in that range.",
                e.getMessage());
        assertThrows(EditException.class, () -> set(opened, "head.yaw", Double.NaN));
    }

    @Test
    void theProxyKeepsTheBackgroundAndNeedsNoNetwork() {
        Picture proxy = relight.proxy(set(lit(), "light.azimuth", 50));
        assertEquals(0xff203040, proxy.argb()[0]);
        assertEquals(0xff203040, proxy.argb()[proxy.argb().length - 1]);
        assertEquals(256, proxy.width());
    }

    private RelightSpec lit() {
        return set(set(opened, "light.strength", 0.5), "light.ambience", 0.7);
    }

    private RelightSpec set(RelightSpec spec, String id, double value) {
        return slider(id).with(spec, value);
    }

    private Control.Slider<RelightSpec> slider(String id) {
        return (Control.Slider<RelightSpec>) relight.control(id).orElseThrow();
    }

    /** Landmarks in picture coordinates, x right, y down, −1 to 1. */
    private float[] seen(RelightSpec spec) {
        FlameCode code = spec.edited();
        Posed head = new BufferRenderer(rig).placed(code, spec.centre());
        return WeakPerspective.of(code.camera()).project(rig.landmarks().landmarks3d(head));
    }

    private float[] centre(RelightSpec spec) {
        Posed head = new BufferRenderer(rig).placed(spec.edited(), spec.centre());
        return Landmarks.portraitCentre(rig.landmarks().landmarks2d(head));
    }

    private static float x(float[] points, int landmark) {
        return points[3 * landmark];
    }

    private static float y(float[] points, int landmark) {
        return points[3 * landmark + 1];
    }

    private double noseBelowBrow(RelightSpec spec) {
        float[] p = seen(spec);
        return y(p, NOSE_TIP) - y(p, BROW);
    }

    private double mouth(RelightSpec spec) {
        float[] p = seen(spec);
        return y(p, LOWER_LIP) - y(p, UPPER_LIP);
    }

    private double width(RelightSpec spec) {
        float[] p = seen(spec);
        return x(p, MOUTH_LEFT) - x(p, MOUTH_RIGHT);
    }

    /** Mean rendered brightness of one half of the head, +1 the picture's right. */
    private double side(RelightSpec spec, int half) {
        Buffers b = relight.buffers(spec, 128);
        double sum = 0;
        double count = 0;
        for (int i = 0; i < b.coverage().length; i++) {
            boolean right = i % 128 >= 64;
            if (b.coverage()[i] > 0 && right == (half > 0)) {
                sum += b.rendered()[i];
                count++;
            }
        }
        return sum / count;
    }

    /** Mean green of one half of a picture. */
    private static double half(Picture p, int half) {
        double sum = 0;
        for (int i = 0; i < p.argb().length; i++) {
            boolean right = i % p.width() >= p.width() / 2;
            sum += right == (half > 0) ? p.argb()[i] >> 8 & 0xff : 0;
        }
        return sum;
    }

    private static double rows(Buffers b, int from, int to) {
        double sum = 0;
        for (int i = from * b.width(); i < to * b.width(); i++) {
            sum += b.rendered()[i];
        }
        return sum;
    }

    private double mean(RelightSpec spec) {
        return sum(relight.buffers(spec, 64).rendered());
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float v : values) {
            sum += v;
        }
        return sum;
    }

    /**
     * Column of the darkest parts of the eyes' albedo, in pixels at 512, mean of all dark eye
     * pixels.
     */
    private double iris(RelightSpec spec) {
        int size = 512;
        Buffers b = relight.buffers(spec, size);
        float[] p = seen(opened);
        double sum = 0;
        double count = 0;
        for (int eye = 36; eye < 48; eye += 6) {
            int left = column(p, eye, size);
            int right = column(p, eye + 3, size);
            int middle = row(p, eye, size);
            for (int y = middle - 4; y <= middle + 4; y++) {
                for (int x = left; x <= right; x++) {
                    float albedo = b.albedo()[y * size + x];
                    if (albedo < 0.35f) {
                        sum += x - (left + right) / 2.0;
                        count++;
                    }
                }
            }
        }
        return sum / count;
    }

    private static int column(float[] p, int landmark, int size) {
        return Math.round((x(p, landmark) + 1) / 2 * size);
    }

    private static int row(float[] p, int landmark, int size) {
        return Math.round((y(p, landmark) + 1) / 2 * size);
    }
}
