package mien.engine.edit.faceswap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import mien.engine.Closeness;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.diffusion.Noise;
import mien.engine.diffusion.Noised;
import mien.engine.diffusion.Schedule;
import mien.engine.diffusion.Step;
import mien.engine.diffusion.sampler.Ddpm;
import mien.engine.edit.faceswap.SwapSettings.Blending;
import mien.engine.edit.faceswap.SwapSettings.Walk;
import mien.engine.tensor.Devices;
import mien.engine.tensor.NoiseSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TargetBlendTest {

    private static final Shape SHAPE = new Shape(1, 3, 8, 8);
    private static final Schedule TRAINED = Schedule.linear(1000);

    private final NDManager manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");

    @AfterEach
    void close() {
        manager.close();
    }

    static List<GoldenCase> schedules() {
        return Goldens.with("diffface", "mask_strength.T75.thr30", "gaze_active.T75");
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void theMasksStrengthIsThatOfTheProgram(GoldenCase golden) {
        for (int threshold : new int[] {10, 30}) {
            double[] expected = golden.doubles("mask_strength.T75.thr" + threshold);
            for (int t = 0; t < 75; t++) {
                double ours = TargetBlend.strength(t, 75, threshold / 75.0);
                assertEquals(expected[t], ours, 1e-12, "t = " + t);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void theGazeIsLookedAtWhenTheProgramDoes(GoldenCase golden) {
        Pull gaze = SwapSettings.asProgram().guiding().pull(SwapSettings.GAZE);
        int[] expected = golden.ints("gaze_active.T75");
        for (int t = 0; t < 75; t++) {
            assertEquals(expected[t] * 200.0, gaze.at(t, 75), "t = " + t);
        }
    }

    /** The program finds the index again by division and is wrong at 7 of 300; we are told it. */
    @ParameterizedTest
    @MethodSource("schedules")
    void theStepsAreTheProgramsAndKnowTheirIndex(GoldenCase golden) {
        for (int n : new int[] {75, 100, 300}) {
            int[] recovered = golden.ints("unscale." + n);
            List<Step> steps = new Walk(n, 0, new Ddpm(), 1).steps(TRAINED);
            int wrong = 0;
            for (Step s : steps) {
                int program = (int) Math.floor((float) s.timestep() * (n / 1000.0));
                assertEquals(recovered[s.index()], program, "τ = " + s.timestep());
                wrong += program == s.index() ? 0 : 1;
            }
            assertEquals(n == 300 ? 7 : 0, wrong);
        }
    }

    @Test
    void theProgramsWalkBeginsAtIndex74() {
        List<Step> steps = SwapSettings.asProgram().walk().steps(TRAINED);
        assertEquals(75, steps.size());
        assertEquals(74, steps.get(0).index());
        assertEquals(747, steps.get(0).timestep());
        assertEquals(0.00345345, steps.get(0).alphaBar(), 1e-8);
        assertEquals(0, steps.get(74).timestep());
        assertTrue(steps.get(74).last());
    }

    @ParameterizedTest
    @CsvSource({"75, 100", "20, 27", "6, 8", "100, 133"})
    void aShorterWalkBeginsAtAboutTheSameNoise(int steps, int chain) {
        Walk walk = SwapSettings.asProgram().walk().of(steps, TRAINED.size());
        assertEquals(chain, walk.chain());
        List<Step> all = walk.steps(TRAINED);
        assertEquals(steps, all.size());
        assertEquals(747, all.get(0).timestep(), steps < 10 ? 260 : 40);
        assertEquals(0, TargetBlend.strength(steps - 1, steps, 0.4), "the mask opens from nothing");
        assertEquals(1, TargetBlend.strength(0, steps, 0.4), "and ends full");
    }

    @ParameterizedTest
    @CsvSource({"100, 17, 170", "100, 75, 750", "100, 100, 1000", "100, 10, 100", "7, 4, 571"})
    void anyNumberOfStepsIsWalkedAsFarAsTheChainHasThem(int chain, int walked, int most) {
        Walk walk = new Walk(chain, chain - walked, new Ddpm(), 1);
        double noise = 1000.0 * walked / chain;
        for (int steps = 2; steps <= 1000; steps++) {
            List<Step> all = walk.of(steps, TRAINED.size()).steps(TRAINED);
            assertEquals(Math.min(steps, most), all.size());
            assertEquals(noise, all.get(0).timestep(), 1.5 * noise / all.size(), steps + " steps");
            assertTrue(all.get(all.size() - 1).last());
        }
    }

    @Test
    void aChainCannotSkipAllItsSteps() {
        assertThrows(IllegalArgumentException.class, () -> new Walk(10, 10, new Ddpm(), 1));
        assertThrows(IllegalArgumentException.class, () -> new Blending(1, true, false));
    }

    /** The walks of the larger cases' folder. */
    private static List<GoldenCase> walks() {
        List<GoldenCase> cases =
                Goldens.given("diffface", "0.sample_before_blend", "0.blend_noise", "output_image");
        assumeFalse(cases.isEmpty(), "diffface/trajectory_ddpm_64* lie in no golden folder");
        return cases;
    }

    @Test
    void everyBlendedStepEqualsTheOriginal() {
        walks().forEach(TargetBlendTest::assertBlendedSteps);
    }

    private static void assertBlendedSteps(GoldenCase golden) {
        try (GoldenSwap swap = new GoldenSwap(golden)) {
            for (int i = 0; golden.has(i + ".t"); i++) {
                Step s = swap.step(i);
                TargetBlend blend = swap.blend();
                float[] ours =
                        blend.blend(swap.array(i + ".sample_before_blend"), s).toFloatArray();
                String next = golden.has(i + 1 + ".x_t") ? i + 1 + ".x_t" : "final_sample";
                Closeness.assertRelative(next, 1e-6, ours, golden.floats(next));
            }
        }
    }

    @Test
    void whatIsPastedAtTheEndEqualsTheOriginal() {
        for (GoldenCase golden : walks()) {
            try (GoldenSwap swap = new GoldenSwap(golden)) {
                int last = swap.walk() - 1;
                float[] ours = swap.paste().values(golden.floats(last + ".pred_xstart"));
                Closeness.assertAbsolute("pasted", 2e-6, ours, golden.floats("output_image"));
            }
        }
    }

    @Test
    void outsideTheMaskIsTheTargetAtItsNoiseAndInsideTheWalk() {
        NDArray target = new NoiseSource(1).normal(manager, SHAPE);
        NDArray x = new NoiseSource(2).normal(manager, SHAPE);
        NDArray noise = new NoiseSource(3).normal(manager, SHAPE);
        Step s = Schedule.linear(1000).step(300);
        for (boolean matched : new boolean[] {false, true}) {
            double level = matched ? s.alphaBarPrev() : s.alphaBar();
            float[] background = Noised.at(target, noise, level).toFloatArray();
            float[] all = blended(target, x, noise, 1, matched, s);
            float[] none = blended(target, x, noise, 0, matched, s);
            assertArrayEquals(x.toFloatArray(), all, 0);
            assertArrayEquals(background, none, 0);
        }
    }

    private float[] blended(
            NDArray target, NDArray x, NDArray noise, double mask, boolean matched, Step s) {
        NDArray m = manager.ones(new Shape(1, 1, 8, 8)).mul((float) mask);
        return new TargetBlend(
                        target, m, 1000, (y, step) -> noise, () -> new Blending(0.4, true, matched))
                .blend(x, s)
                .toFloatArray();
    }

    @Test
    void aWalkThatKeepsNothingIsLeftAloneAndDrawsNothing() {
        NDArray x = manager.ones(SHAPE);
        Noise none =
                (y, step) -> {
                    throw new AssertionError("nothing is to be drawn");
                };
        TargetBlend blend = new TargetBlend(x, x, 9, none, () -> new Blending(0.4, false, false));
        assertSame(x, blend.blend(x, Schedule.linear(1000).step(5)));
    }

    @Test
    void theLongerTheMaskIsFullTheFreerTheFace() {
        for (int t = 0; t < 75; t++) {
            double before = 0;
            for (double fullFrom : new double[] {0, 0.2, 0.4, 0.8}) {
                double strength = TargetBlend.strength(t, 75, fullFrom);
                assertTrue(strength >= before && strength <= 1, t + ", " + fullFrom);
                before = strength;
            }
        }
    }
}
