package mien.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import mien.engine.edit.Control;
import mien.engine.edit.RunSettings;
import mien.engine.edit.faceswap.FaceSwap;
import mien.engine.edit.faceswap.SwapSpec;
import mien.engine.evaluate.SwapAsking;
import mien.engine.evaluate.SwapCase;
import mien.engine.face.FaceParts;
import mien.engine.job.JobStatus;
import mien.engine.model.ModelPack;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bundled face-swap pack does what it is for, on drawn people it has never seen. */
class DemoSwapPackTest {

    private static final RunSettings FEW = RunSettings.DEFAULT.withSeed(5).withSteps(8);
    private static final int SIZE = 192;

    /** Somebody dark gets the face of somebody light. */
    private static final SwapCase PAIR = SwapCase.of(1_000_000, SIZE);

    private static Engine engine;
    private static FaceSwap swap;
    private static SwapSpec asked;
    private static Picture ours;
    private static int found;

    @BeforeAll
    static void open() throws InterruptedException {
        List<Path> models = List.of(Path.of(System.getProperty("mien.models")));
        engine = Engine.open(EngineOptions.DEFAULT.withModelFolders(models));
        swap = (FaceSwap) engine.system("swap-face");
        found = 0;
        asked =
                new SwapAsking(swap, DemoSwapPackTest::opened)
                        .asked(PAIR, there -> found += there ? 1 : 0);
        ours = result(asked);
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private static SwapSpec opened(Picture picture) {
        try {
            return engine.open(swap, picture, FEW).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static Picture result(SwapSpec spec) throws InterruptedException {
        JobStatus end = engine.start(swap, spec, FEW, status -> {}).await();
        return swap.finished(spec, assertInstanceOf(JobStatus.Done.class, end).result());
    }

    private static SwapSpec with(SwapSpec from, String slider, double value) {
        Control<SwapSpec> control = swap.control(slider).orElseThrow();
        return ((Control.Slider<SwapSpec>) control).with(from, value);
    }

    /** Mean colour over the skin that the answer has, levels. */
    private static double[] skin(Picture picture) {
        byte[] parts = PAIR.truth().parsing();
        double[] sum = new double[3];
        int pixels = 0;
        for (int i = 0; i < parts.length; i++) {
            if (FaceParts.FACE.contains((int) parts[i])) {
                pixels++;
                for (int k = 0; k < 3; k++) {
                    sum[k] += picture.argb()[i] >> 8 * k & 0xff;
                }
            }
        }
        for (int k = 0; k < 3; k++) {
            sum[k] /= pixels;
        }
        return sum;
    }

    private static double between(Picture a, Picture b) {
        double[] one = skin(a);
        double[] other = skin(b);
        return Math.hypot(Math.hypot(one[0] - other[0], one[1] - other[1]), one[2] - other[2]);
    }

    @Test
    void thePackIsWholeAndFindsTheFacesOfBothPictures() {
        assertEquals(List.of(), engine.library().problems());
        ModelPack pack = engine.library().preferred("swap-face").orElseThrow();
        pack.verify();
        assertTrue(pack.card().isPresent(), "a pack says what it can and cannot do");
        assertEquals(2, found);
    }

    @Test
    void whereThePackDoesBestEverySliderCanGo() {
        for (Control<SwapSpec> control : swap.controls()) {
            if (control instanceof Control.Slider<SwapSpec> slider) {
                double value = slider.value(asked);
                assertTrue(
                        value >= slider.scale().min() && value <= slider.scale().max(),
                        "%s is %s".formatted(slider.id(), value));
            }
        }
    }

    @Test
    void theFaceGoesTowardsTheSourcesComplexionInTheTargetsLight() {
        Picture target = PAIR.target().picture();
        Picture truth = PAIR.truth().picture();
        double before = between(target, truth);
        double after = between(ours, truth);
        assertTrue(after < 0.75 * before, "%.1f levels became %.1f".formatted(before, after));
    }

    @Test
    void theDenoiserAloneKnowsTheSourcesComplexion() throws InterruptedException {
        Picture target = PAIR.target().picture();
        Picture truth = PAIR.truth().picture();
        SwapSpec unguided = asked;
        for (String expert : List.of("identity", "gaze", "tone", "pose")) {
            unguided = with(unguided, expert, 0);
        }
        double before = between(target, truth);
        double after = between(result(unguided), truth);
        assertTrue(after < 0.9 * before, "%.1f levels became %.1f".formatted(before, after));
    }

    @Test
    void whatIsNoPartOfAFaceStaysAsItIs() {
        int[] before = PAIR.target().picture().argb();
        byte[] parts = PAIR.target().parsing();
        int same = 0;
        int clothes = 0;
        for (int i = 0; i < before.length; i++) {
            if (parts[i] == 16) { // clothes
                clothes++;
                same += ours.argb()[i] == before[i] ? 1 : 0;
            }
        }
        assertTrue(clothes > 1000);
        assertEquals(clothes, same);
    }
}
