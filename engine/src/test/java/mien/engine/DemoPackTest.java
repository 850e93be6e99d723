package mien.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
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
        JobStatus end = engine.start(relight, edited, FEW, status -> {}).await();
        return assertInstanceOf(JobStatus.Done.class, end).result();
    }
}
