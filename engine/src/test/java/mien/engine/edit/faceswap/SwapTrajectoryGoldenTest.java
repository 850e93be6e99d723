package mien.engine.edit.faceswap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import mien.engine.Closeness;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.Synthetic;
import mien.engine.diffusion.Blend;
import mien.engine.diffusion.Noise;
import mien.engine.diffusion.Noised;
import mien.engine.diffusion.Prediction;
import mien.engine.diffusion.Sampler;
import mien.engine.diffusion.SamplingLoop;
import mien.engine.diffusion.Step;
import mien.engine.diffusion.Stepped;
import mien.engine.diffusion.Watcher;
import mien.engine.diffusion.sampler.Ddim;
import mien.engine.diffusion.sampler.Ddpm;
import mien.engine.nn.Layers.Statistics;
import mien.engine.picture.Levels;
import mien.engine.picture.Range;
import org.junit.jupiter.api.Test;

/**
 * Guided walks of the original, with its draws: every step from the state it began with, and the
 * walk as it runs freely. The gradients are those of maxima and rectifiers, which jump: a change of
 * x_t by 1e-7 moves ours by up to 2e-3, so gradients are compared within 5e-3 (reference
 * diffface.md §13.9), and what they moved accordingly.
 */
class SwapTrajectoryGoldenTest {

    private static final double FORWARD = 1e-4;
    private static final double GRADIENT = 5e-3;
    private static final double SAMPLE = 1e-3;

    private static List<GoldenCase> cases(String... tensors) {
        List<GoldenCase> cases = Goldens.given("diffface", tensors);
        assumeFalse(cases.isEmpty(), "diffface's guided walks lie in no golden folder");
        return cases;
    }

    /** A norm over one eye magnifies rounding further (golden files). */
    private static double gazing(Statistics eyes) {
        return eyes == Statistics.RUNNING ? GRADIENT : 2e-2;
    }

    private static double free(Statistics eyes) {
        return eyes == Statistics.RUNNING ? 5e-3 : 1e-2;
    }

    @Test
    void everyAncestralStepEqualsTheOriginal() {
        for (GoldenCase golden : cases("0.sample_before_blend", "0.grad", "final_sample")) {
            Statistics eyes = eyes(golden);
            try (GoldenSwap swap = new GoldenSwap(golden)) {
                FacialGuidance guidance = swap.guidance(eyes);
                for (int i = 0; golden.has(i + ".t"); i++) {
                    Step s = swap.step(i);
                    NDArray x = swap.array(i + ".x_t");
                    Prediction p = guidance.predict(x, s);
                    swap.assertGolden(i + ".pred_xstart", p.x0(), FORWARD);
                    boolean gazing = swap.gaze().open(s.index(), swap.walk());
                    swap.assertGolden(
                            i + ".grad",
                            p.gradient().orElseThrow(),
                            gazing ? gazing(eyes) : GRADIENT);
                    Stepped after = new Ddpm().step(x, s, (y, step) -> p, swap.recorded("noise"));
                    swap.assertGolden(i + ".sample_before_blend", after.x(), SAMPLE);
                    assertEquals(
                            golden.floats(i + ".mask_strength")[0],
                            TargetBlend.strength(s.index(), swap.walk(), swap.fullFrom()),
                            1e-6);
                }
            }
        }
    }

    @Test
    void theAncestralWalkEndsAsTheOriginal() {
        for (GoldenCase golden : cases("0.sample_before_blend", "0.grad", "final_sample")) {
            Statistics eyes = eyes(golden);
            double bound = free(eyes);
            try (GoldenSwap swap = new GoldenSwap(golden)) {
                NDArray sample = walked(swap, new Ddpm(), swap.blend(), eyes);
                swap.assertGolden("final_sample", sample, bound);
                Blend blend = swap.blend();
                NDArray x0 =
                        walked(
                                swap,
                                new EndsAtX0(new Ddpm()),
                                (x, s) -> s.last() ? x : blend.blend(x, s),
                                eyes);
                assertPasted(swap, x0, bound);
            }
        }
    }

    /** 1 − cos of 8-bit result and source, by which the program ranks its variants. */
    @Test
    void howFarTheResultIsFromTheSourceEqualsTheOriginal() {
        for (GoldenCase golden : cases("output_image", "output_distance")) {
            try (GoldenSwap swap = new GoldenSwap(golden)) {
                float[] unit = golden.floats("output_image");
                float[] signed = new float[unit.length];
                for (int i = 0; i < unit.length; i++) {
                    signed[i] = Range.SIGNED.of(Levels.truncated(unit[i]));
                }
                NDArray result = swap.manager.create(signed, swap.target.getShape());
                Recogniser recogniser = swap.recogniser();
                NDArray cosine = recogniser.vectors(result).mul(swap.source()).sum();
                assertEquals(golden.floats("output_distance")[0], 1 - cosine.getFloat(), FORWARD);
            }
        }
    }

    @Test
    void theWalkOfDdimEqualsTheOriginal() {
        for (GoldenCase golden : cases("0.sample", "0.grad", "output_image")) {
            try (GoldenSwap swap = new GoldenSwap(golden)) {
                FacialGuidance guidance = swap.guidance(Statistics.OWN);
                for (int i = 0; golden.has(i + ".t"); i++) {
                    Step s = swap.step(i);
                    NDArray x = swap.array(i + ".x_t");
                    Prediction p = guidance.predict(x, s);
                    boolean gazing = swap.gaze().open(s.index(), swap.walk());
                    swap.assertGolden(
                            i + ".grad",
                            p.gradient().orElseThrow(),
                            gazing ? gazing(Statistics.OWN) : GRADIENT);
                    Stepped after = new Ddim(0).step(x, s, (y, step) -> p, nothing());
                    swap.assertGolden(i + ".pred_xstart", after.x0(), SAMPLE);
                    swap.assertGolden(i + ".sample", after.x(), SAMPLE);
                }
                NDArray x0 = walked(swap, new EndsAtX0(new Ddim(0)), Blend.NONE, Statistics.OWN);
                assertPasted(swap, x0, 2e-2);
            }
        }
    }

    private static Noise nothing() {
        return (x, s) -> {
            throw new AssertionError("DDIM at η = 0 draws nothing");
        };
    }

    private static void assertPasted(GoldenSwap swap, NDArray x0, double bound) {
        Closeness.assertRelative(
                swap.golden + " output_image",
                bound,
                swap.paste().values(x0.toFloatArray()),
                swap.golden.floats("output_image"));
    }

    private static NDArray walked(GoldenSwap swap, Sampler sampler, Blend blend, Statistics eyes) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; swap.golden.has(i + ".t"); i++) {
            steps.add(swap.step(i));
        }
        assertEquals(swap.walk(), steps.size());
        NDArray xT = Noised.at(swap.target, swap.array("init_noise"), steps.get(0).alphaBar());
        Noise noise = swap.golden.has("0.noise") ? swap.recorded("noise") : nothing();
        SamplingLoop loop = new SamplingLoop(sampler, blend, noise, Watcher.NONE);
        return loop.run(xT, steps, swap.guidance(eyes));
    }

    private static Statistics eyes(GoldenCase golden) {
        boolean meant = golden.metadata().get("replay").contains("RUNNING statistics");
        return meant ? Statistics.RUNNING : Statistics.OWN;
    }

    /** One step at the published sizes and weights. */
    @Test
    void oneStepOfFullSizeEqualsTheOriginal() {
        for (GoldenCase golden : cases("grad_gaze_eval_mode_strided", "x_next_strided")) {
            try (GoldenSwap swap = new GoldenSwap(golden)) {
                Step s = swap.stepAt(golden.ints("t")[0]);
                NDArray x = swap.array("x_t");
                swap.assertStrided("init_noise_strided", draw(swap, 0), 1e-6);

                Prediction meant = swap.guidance(Statistics.RUNNING).predict(x, s);
                swap.assertStrided(
                        "grad_gaze_eval_mode_strided", meant.gradient().orElseThrow(), 1e-2);
                Prediction p = swap.guidance(Statistics.OWN).predict(x, s);
                swap.assertStrided("pred_xstart_strided", p.x0(), FORWARD);
                swap.assertGolden("grad", p.gradient().orElseThrow(), 5e-2);

                Stepped after = new Ddpm().step(x, s, (y, step) -> p, (y, step) -> draw(swap, 1));
                swap.assertStrided("sample_before_blend_strided", after.x(), 1e-2);
                TargetBlend blend = swap.blend((y, step) -> draw(swap, 2));
                swap.assertStrided("x_next_strided", blend.blend(after.x(), s), 1e-2);
                assertFalse(s.last());
            }
        }
    }

    private static NDArray draw(GoldenSwap swap, int number) {
        Shape shape = swap.target.getShape();
        float[] values = Synthetic.normal("draw." + number, swap.golden.seed(), (int) shape.size());
        return swap.manager.create(values, shape);
    }
}
