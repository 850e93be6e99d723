package mien.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import mien.engine.edit.Control;
import mien.engine.edit.RunSettings;
import mien.engine.edit.relight.Relight;
import mien.engine.edit.relight.RelightSpec;
import mien.engine.job.JobStatus;
import mien.engine.model.ModelPack;
import mien.engine.picture.Picture;
import mien.engine.world.DrawnPeople;
import mien.engine.world.Identity;
import mien.engine.world.Look;
import mien.engine.world.Portrait;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The bundled pack does what its sliders say, on a drawn person it has never seen. */
class DemoPackTest {

    private static final int SIDE = 128;
    private static final RunSettings FEW = RunSettings.DEFAULT.withSeed(5).withSteps(5);

    // of the 68 landmarks: chin, outer lips, eyes
    private static final int[] MOUTH = {48, 54, 51, 57, 8};
    private static final int[] EYES = {36, 39, 42, 45};
    private static final int[] NOSE_ROOT = {27, 28};

    private static Engine engine;
    private static Relight relight;
    private static Portrait person;
    private static RelightSpec spec;

    @BeforeAll
    static void open() {
        List<Path> models = List.of(Path.of(System.getProperty("mien.models")));
        engine = Engine.open(EngineOptions.DEFAULT.withModelFolders(models));
        relight = (Relight) engine.system("relight");
        Identity who = Identity.of(1_000_007);
        Look facing = Look.of(who, 0).withHead(0, 0, 0).withGaze(0, 0);
        person =
                DrawnPeople.render(
                        who, facing.withExpression(new float[facing.expression().length], 0), SIDE);
        spec = relight.opened(person.picture(), person.code());
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Test
    void thePackIsWholeAndLoadsStrictly() throws Exception {
        assertEquals(List.of(), engine.library().problems());
        ModelPack pack = engine.library().preferred("relight").orElseThrow();
        pack.verify();
        assertTrue(pack.card().isPresent(), "a pack says what it can and cannot do");
        RelightSpec opened = engine.open(relight, person.picture(), FEW).get();
        assertEquals(SIDE, result(opened).width());
    }

    @Test
    void lightFromTheRightBrightensTheRightSideOfTheFace() throws InterruptedException {
        Picture right = result(with(spec, "light.azimuth", 75));
        Picture left = result(with(spec, "light.azimuth", -75));
        double towardsRight = side(right, true) - side(right, false);
        double towardsLeft = side(left, true) - side(left, false);
        assertTrue(
                towardsRight > towardsLeft + 8,
                "right minus left side: %.1f lit from the right, %.1f from the left"
                        .formatted(towardsRight, towardsLeft));
    }

    @Test
    void aTurnedHeadIsReadAsTurned() throws Exception {
        double right = yawRead(result(with(spec, "head.yaw", 25)));
        double left = yawRead(result(with(spec, "head.yaw", -25)));
        assertTrue(right > left + 15, "read %.1f° and %.1f°".formatted(right, left));
    }

    @Test
    void theJawMovesTheMouthMoreThanTheBrow() throws InterruptedException {
        assertMoves(MOUTH, NOSE_ROOT, with(spec, "jaw", 18));
    }

    @Test
    void theGazeMovesTheEyesMoreThanTheMouth() throws InterruptedException {
        assertMoves(EYES, MOUTH, with(spec, "gaze.horizontal", 25));
    }

    @Test
    void aSmileMovesTheMouthMoreThanTheBrow() throws InterruptedException {
        assertMoves(
                MOUTH,
                NOSE_ROOT,
                with(with(spec, "expression.smileLeft", 1.5), "expression.smileRight", 1.5));
    }

    @Test
    void halfTypesDriftLittleFromFloat32OverAWholeRun(TestReporter report)
            throws InterruptedException {
        RunSettings whole = RunSettings.DEFAULT.withSeed(5).withSteps(20);
        RelightSpec turned = with(spec, "head.yaw", 15);
        Picture exact = result(turned, whole.withPrecision("float32"));
        double bfloat16 = psnr(result(turned, whole.withPrecision("bfloat16")), exact);
        double float16 = psnr(result(turned, whole.withPrecision("float16")), exact);
        report.publishEntry("psnr_bfloat16_dB", "%.1f".formatted(bfloat16));
        report.publishEntry("psnr_float16_dB", "%.1f".formatted(float16));
        assertTrue(bfloat16 > 40, "bfloat16 is %.1f dB away".formatted(bfloat16));
        assertTrue(float16 > bfloat16, "float16 has three more bits: %.1f dB".formatted(float16));
    }

    @Test
    void aSeedGivesTheSameBytesTwentyTimes() throws InterruptedException {
        RelightSpec turned = with(spec, "head.yaw", 15);
        Picture first = result(turned);
        for (int i = 1; i < 20; i++) {
            assertArrayEquals(first.argb(), result(turned).argb(), "run " + i);
        }
        Picture other = result(turned, FEW.withSeed(6));
        assertFalse(Arrays.equals(first.argb(), other.argb()), "the seed matters");
    }

    private static double psnr(Picture a, Picture b) {
        double squares = 0;
        for (int i = 0; i < a.argb().length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                int d = (a.argb()[i] >> shift & 255) - (b.argb()[i] >> shift & 255);
                squares += (double) d * d;
            }
        }
        double mean = squares / (3.0 * a.argb().length);
        return 10 * Math.log10(255.0 * 255 / Math.max(mean, 1e-3));
    }

    private static void assertMoves(int[] here, int[] notThere, RelightSpec edited)
            throws InterruptedException {
        Picture before = result(spec);
        Picture after = result(edited);
        double moved = change(before, after, here);
        double still = change(before, after, notThere);
        assertTrue(
                moved > 1.5 * still, "changed by %.2f, elsewhere by %.2f".formatted(moved, still));
    }

    /** Mean change of grey levels in small squares round some landmarks. */
    private static double change(Picture a, Picture b, int[] landmarks) {
        float[] points = person.points().landmarks();
        double sum = 0;
        int count = 0;
        for (int k : landmarks) {
            int cx = Math.round(points[2 * k]);
            int cy = Math.round(points[2 * k + 1]);
            for (int y = cy - 3; y <= cy + 3; y++) {
                for (int x = cx - 3; x <= cx + 3; x++) {
                    int i = y * SIDE + x;
                    sum += Math.abs(grey(a.argb()[i]) - grey(b.argb()[i]));
                    count++;
                }
            }
        }
        return sum / count;
    }

    /** Mean grey of the face's pixels in the right or left half of the face. */
    private static double side(Picture p, boolean right) {
        float middle = person.points().landmarks()[2 * 30]; // the tip of the nose
        double sum = 0;
        int count = 0;
        for (int i = 0; i < p.argb().length; i++) {
            boolean here = i % SIDE > middle == right;
            if (here && person.layout()[i] == 2) {
                sum += grey(p.argb()[i]);
                count++;
            }
        }
        return sum / count;
    }

    private static double grey(int argb) {
        return ((argb >> 16 & 255) + (argb >> 8 & 255) + (argb & 255)) / 3.0;
    }

    private static double yawRead(Picture p) throws Exception {
        RelightSpec read = engine.open(relight, p, FEW).get();
        return read.head().yaw();
    }

    private static RelightSpec with(RelightSpec from, String slider, double value) {
        Control<RelightSpec> control = relight.control(slider).orElseThrow();
        return ((Control.Slider<RelightSpec>) control).with(from, value);
    }

    private static Picture result(RelightSpec edited) throws InterruptedException {
        return result(edited, FEW);
    }

    private static Picture result(RelightSpec edited, RunSettings settings)
            throws InterruptedException {
        JobStatus end = engine.start(relight, edited, settings, status -> {}).await();
        return assertInstanceOf(JobStatus.Done.class, end).result();
    }
}
