package mien.engine.edit.relight;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.BaseNDManager;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mien.engine.edit.Cancelled;
import mien.engine.edit.EditException;
import mien.engine.edit.Pack;
import mien.engine.edit.Readings;
import mien.engine.edit.RunSettings;
import mien.engine.edit.TestRun;
import mien.engine.model.ModelPack;
import mien.engine.picture.Picture;
import mien.engine.raster.Buffers;
import mien.engine.tensor.Devices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole edit with the real classes at tiny size. */
class RelightTest {

    private static final RunSettings EXACT = RunSettings.DEFAULT.withPrecision("float32");

    @TempDir static Path folder;
    private static ModelPack pack;

    private final Relight relight = new Relight();
    private final TestRun run = new TestRun(pack);
    private final Picture portrait = picture(80);

    @BeforeAll
    static void makePack() throws IOException {
        pack = TinyPack.write(folder.resolve("tiny"), "tiny");
    }

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void openingReadsTheCodeOfThePortrait() {
        RelightSpec spec = relight.open(portrait, run);
        assertEquals(TinyPack.seen().camera()[0], spec.portrait().fitted().camera()[0], 0.2);
        assertArrayEquals(TinyPack.seen().light(), spec.edited().light(), 0.2f);
        assertEquals(portrait, spec.source());
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() {
        RelightSpec spec = relight.open(portrait, run);
        int[] first = relight.run(spec, run.with(EXACT.withSeed(5))).argb();
        assertArrayEquals(first, relight.run(spec, run.with(EXACT.withSeed(5))).argb());
        assertFalse(Arrays.equals(first, relight.run(spec, run.with(EXACT.withSeed(6))).argb()));
    }

    @Test
    void everyStepIsPublishedAndTheLastOneIsTheResult() {
        RelightSpec spec = relight.open(portrait, run);
        Picture result = relight.run(spec, run.with(EXACT));
        assertEquals(5, run.published.size(), "the pack says ddim5");
        assertEquals(TinyPack.SIZE, result.width());
        assertArrayEquals(result.argb(), run.published.get(4).argb(), "DDIM ends at its last x̂₀");
    }

    @Test
    void driftIsReadAfterEveryStepAndTheHeadNowAndThen() {
        RelightSpec spec = relight.open(portrait, run);
        relight.run(spec, run.with(EXACT.withSteps(7)));
        List<Integer> read = new ArrayList<>();
        for (int step = 1; step <= 7; step++) {
            Readings readings = run.readings.get(step - 1);
            assertTrue(readings.of("drift").isPresent());
            if (readings.of("likeness").isPresent()) {
                assertTrue(readings.of("pose").getAsDouble() >= 0);
                read.add(step);
            }
        }
        assertEquals(List.of(5, 7), read);
    }

    @Test
    void thePortraitItselfHasNoDriftAndIsFullyLikeItself() {
        RelightSpec spec = relight.open(portrait, run);
        Buffers buffers = relight.buffers(spec, TinyPack.SIZE);
        RelightMeters meters =
                new RelightMeters(spec, buffers, buffers, () -> p -> spec.portrait().fitted());
        Picture same = portrait.resized(TinyPack.SIZE, TinyPack.SIZE);
        Readings none = meters.of(5, 20, same);
        assertEquals(0, none.of("drift").orElseThrow());
        assertEquals(1, none.of("likeness").orElseThrow(), 1e-6);
        assertEquals(0, none.of("pose").orElseThrow(), 1e-2);
        int[] brighter = same.argb().clone();
        brighter[0] = 0xff000000 | (brighter[0] & 0xffffff ^ 0x800000); // a corner: no head there
        Readings some = meters.of(1, 20, new Picture(TinyPack.SIZE, TinyPack.SIZE, brighter));
        assertTrue(some.of("drift").orElseThrow() > 0);
    }

    @Test
    void anyNumberOfStepsCanBeAskedFor() {
        RelightSpec spec = relight.open(portrait, run);
        for (int asked : new int[] {2, 4, 45}) { // no whole stride of 1000 gives 45
            relight.run(spec, run.with(EXACT.withSteps(asked)));
            assertEquals(asked, run.published.size());
        }
    }

    @Test
    void eachSamplerRunsAndAnUnknownOneIsRefused() {
        RelightSpec spec = relight.open(portrait, run);
        int[] ddim = relight.run(spec, run.with(EXACT)).argb();
        assertFalse(
                Arrays.equals(ddim, relight.run(spec, run.with(EXACT.withSampler("ddpm"))).argb()));
        assertFalse(Arrays.equals(ddim, relight.run(spec, run.with(EXACT.withEta(1))).argb()));
        assertFalse(
                Arrays.equals(
                        ddim, relight.run(spec, run.with(EXACT.withTemperature(0.5))).argb()));
        assertArrayEquals(
                ddim,
                relight.run(spec, run.with(EXACT.withTemperature(1))).argb(),
                "the pack asks for it itself");
        for (String solver : List.of("dpm++2m", "unipc", "unipc-bh1")) {
            run.published.clear();
            int[] own = relight.run(spec, run.with(EXACT.withSampler(solver))).argb();
            assertFalse(Arrays.equals(ddim, own), solver);
            assertEquals(5, run.published.size(), solver + " takes the pack's number of steps");
            run.published.clear();
            relight.run(spec, run.with(EXACT.withSampler(solver).withSteps(8)));
            assertEquals(8, run.published.size(), solver);
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> relight.run(spec, run.with(EXACT.withSampler("euler"))));
    }

    @Test
    void everyKindOfEditReachesTheNetwork() {
        RelightSpec spec = relight.open(portrait, run);
        int[] plain = relight.run(spec, run.with(EXACT)).argb();
        RelightSpec[] edits = {
            spec.withLight(spec.light().withStrength(1)),
            spec.withHead(spec.head().withYaw(30)),
            spec.withJaw(spec.jaw().withDegrees(20)),
            spec.withExpression(spec.expression().with(0, 1f)),
            spec.withShape(spec.shape().with(0, 2f)),
            spec.withLatentFrom(picture(81)),
            spec.withHead(spec.head().withRoll(20)).withKeepCentre(false)
        };
        for (RelightSpec edit : edits) {
            assertFalse(
                    Arrays.equals(plain, relight.run(edit, run.with(EXACT)).argb()),
                    edit.toString());
        }
    }

    @Test
    void cancellingEndsTheRunBeforeTheNextStep() {
        RelightSpec spec = relight.open(portrait, run);
        run.with(EXACT).cancelledAfter(2);
        assertThrows(Cancelled.class, () -> relight.run(spec, run));
        assertEquals(2, run.published.size());
    }

    @Test
    void cancellingEndsTheRunWithinAStep() throws ReflectiveOperationException {
        RelightSpec spec = relight.open(portrait, run);
        relight.run(spec, run.with(EXACT));
        int inAStep = run.questions / run.published.size();
        assertTrue(inAStep > 8, "a step asks " + inAStep + " times");
        int weights = run.weights.getManagedArrays().size();
        int managers = managers();
        for (int inside = 2; inside <= inAStep; inside++) {
            run.with(EXACT).cancelledAtQuestion(inAStep + inside);
            assertThrows(Cancelled.class, () -> relight.run(spec, run));
            assertEquals(1, run.published.size(), "the second step came to no end");
            assertEquals(inAStep + inside, run.questions, "nothing was done after the answer");
        }
        assertEquals(weights, run.weights.getManagedArrays().size());
        assertEquals(managers, managers());
    }

    @Test
    void aRunLeavesNoMemoryBehindWhetherItEndsOrIsCancelled() throws ReflectiveOperationException {
        RelightSpec spec = relight.open(portrait, run);
        relight.run(spec, run.with(EXACT));
        int weights = run.weights.getManagedArrays().size();
        int managers = managers();
        relight.run(spec, run.with(EXACT));
        run.with(EXACT).cancelledAfter(3);
        assertThrows(Cancelled.class, () -> relight.run(spec, run));
        assertEquals(
                weights, run.weights.getManagedArrays().size(), "no array stays with the weights");
        assertEquals(managers, managers(), "no manager of a run stays open");
    }

    @Test
    void bfloat16GivesNearlyTheSamePicture() {
        RelightSpec spec = relight.open(portrait, run);
        Picture exact = relight.run(spec, run.with(EXACT));
        try (TestRun fast = new TestRun(pack).with(EXACT.withPrecision("bfloat16"))) {
            Picture rough = relight.run(spec, fast);
            double difference = 0;
            for (int i = 0; i < exact.argb().length; i++) {
                difference += Math.abs((exact.argb()[i] & 0xff) - (rough.argb()[i] & 0xff));
            }
            assertTrue(difference / exact.argb().length < 8, "mean difference in grey levels");
        }
    }

    @Test
    void warmingUpLoadsBothNetworksAndPublishesNothing() {
        relight.warmUp(run.with(EXACT));
        assertEquals(0, run.published.size());
        assertTrue(run.weights.getManagedArrays().size() > 10);
    }

    @Test
    void aPortraitMustBeSquareAndLargeEnough() {
        EditException wide =
                assertThrows(
                        EditException.class,
                        () -> relight.open(Picture.filled(100, 80, 0xff000000), run));
        assertTrue(wide.getMessage().contains("100 × 80"), wide.getMessage());
        EditException tiny =
                assertThrows(
                        EditException.class,
                        () -> relight.open(Picture.filled(8, 8, 0xff000000), run));
        assertTrue(tiny.getMessage().contains("at least 64 × 64"), tiny.getMessage());
    }

    @Test
    void aPackForAnotherHeadIsRefused() {
        ObjectNode other = pack.description().deepCopy();
        other.put("head", "flame2020");
        assertRefused(other, "flame2020");
    }

    @Test
    void whatThePackDoesNotSayOrSaysTooMuchIsNamed() {
        ObjectNode missing = pack.description().deepCopy();
        ((ObjectNode) missing.get("network")).remove("num_channels");
        assertRefused(missing, "num_channels");
        ObjectNode surplus = pack.description().deepCopy();
        ((ObjectNode) surplus.get("network")).put("num_chanels", 32);
        assertRefused(surplus, "num_chanels");
        ObjectNode schedule = pack.description().deepCopy();
        ((ObjectNode) schedule.get("diffusion")).put("schedule", "quadratic");
        assertRefused(schedule, "quadratic");
    }

    @Test
    void thePackOfAModelSaysTheSameModel() {
        assertEquals(TinyPack.model(), RelightModel.of(pack));
        assertEquals("32", pack.section("network").path("attention_resolutions").asText());
    }

    private void assertRefused(ObjectNode description, String why) {
        Pack changed =
                new ModelPack(
                        pack.folder(),
                        "changed",
                        "relight",
                        "t",
                        "1",
                        "l",
                        "s",
                        Map.copyOf(pack.files()),
                        description);
        try (TestRun wrong = new TestRun(changed)) {
            EditException e =
                    assertThrows(EditException.class, () -> relight.open(portrait, wrong));
            assertTrue(e.getMessage().contains(why), e.getMessage());
            assertTrue(e.getMessage().contains("changed"), e.getMessage());
        }
    }

    /** How many managers are open in the process. */
    private static int managers() throws ReflectiveOperationException {
        try (NDManager manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch")) {
            Field resources = BaseNDManager.class.getDeclaredField("resources");
            resources.setAccessible(true);
            return ((Map<?, ?>) resources.get(manager.getParentManager())).size();
        }
    }

    private static Picture picture(int side) {
        int[] argb = new int[side * side];
        for (int i = 0; i < argb.length; i++) {
            argb[i] =
                    0xff000000
                            | (i * 40503 >> 8 & 0xff) << 16
                            | (i % side * 3 & 0xff) << 8
                            | (i / side * 3 & 0xff);
        }
        return new Picture(side, side, argb);
    }
}
