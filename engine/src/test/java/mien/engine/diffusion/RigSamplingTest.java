package mien.engine.diffusion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mien.engine.Closeness;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.SyntheticWeights;
import mien.engine.checkpoint.Weights;
import mien.engine.diffusion.Parameterisation.Target;
import mien.engine.diffusion.Parameterisation.Variance;
import mien.engine.diffusion.sampler.DdimInversion;
import mien.engine.diffusion.sampler.Samplers;
import mien.engine.net.AdmUnet;
import mien.engine.net.AdmUnet.Conditions;
import mien.engine.net.PooledClassifier;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Precision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** DiffusionRig's sampling against the original, with its noise: every step, not just the end. */
class RigSamplingTest {

    /** Relative L2; errors add up over the steps (golden files). */
    private static final double BOUND = 1e-3;

    static List<GoldenCase> cases() {
        return Goldens.with("diffusionrig", "x_T", "physic_cond", "noise", "timesteps", "x");
    }

    static Stream<GoldenCase> inversions() {
        return cases().stream().filter(golden -> golden.has("reverse.x"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyStepOfSamplingEqualsTheOriginal(GoldenCase golden) {
        try (NDManager manager = NDManager.newBaseManager()) {
            JsonNode c = golden.config();
            List<Step> steps = chain(c).denoising();
            assertArrayEquals(
                    golden.ints("timesteps"), steps.stream().mapToInt(Step::timestep).toArray());
            NDArray draws = RecordedWalk.array(manager, golden, "noise"); // steps,N,C,H,W
            List<NDArray> noise =
                    IntStream.range(0, steps.size()).mapToObj(k -> draws.get(k)).toList();
            Sampler sampler = Samplers.named(c.get("sampler").asText(), c.path("eta").asDouble(0));
            NDArray start = RecordedWalk.array(manager, golden, "x_T");

            RecordedWalk ours =
                    new RecordedWalk(sampler, noise).walk(start, steps, denoiser(golden, manager));

            RecordedWalk.assertEqual("x", BOUND, ours.x, golden.floats("x"));
            RecordedWalk.assertEqual("x̂0", BOUND, ours.x0, golden.floats("pred_xstart"));
            if (golden.has("out01")) {
                float[] end = ours.x.get(steps.size() - 1);
                float[] picture = new float[end.length];
                for (int i = 0; i < end.length; i++) {
                    picture[i] = (end[i] + 1) / 2;
                }
                Closeness.assertRelative("picture", BOUND, picture, golden.floats("out01"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("inversions")
    void everyStepOfInversionEqualsTheOriginal(GoldenCase golden) {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray start = RecordedWalk.array(manager, golden, "image");
            RecordedWalk ours =
                    new RecordedWalk(new DdimInversion(), List.of())
                            .walk(
                                    start,
                                    chain(golden.config()).noising(),
                                    denoiser(golden, manager));
            RecordedWalk.assertEqual("x", BOUND, ours.x, golden.floats("reverse.x"));
            RecordedWalk.assertEqual("x̂0", BOUND, ours.x0, golden.floats("reverse.pred_xstart"));
        }
    }

    private static Schedule chain(JsonNode c) {
        int trained = c.get("diffusion_steps").asInt();
        Schedule full =
                c.get("noise_schedule").asText().equals("cosine")
                        ? Schedule.cosine(trained)
                        : Schedule.linear(trained);
        return full.respaced(Respacing.parse(c.get("respacing").asText()));
    }

    private static Denoiser denoiser(GoldenCase golden, NDManager manager) {
        JsonNode c = golden.config();
        Weights w = Weights.of(new SyntheticWeights(manager, golden.seed()), Precision.FLOAT32);
        AdmUnet unet = new AdmUnet(w.at("denoisingUNet"), PooledClassifier.config(c));
        NDArray buffers = RecordedWalk.array(manager, golden, "physic_cond"); // N,9,H,W
        Conditions code = Conditions.latent(RecordedWalk.array(manager, golden, "detail_cond"));
        Parameterisation meaning =
                new Parameterisation(
                        c.path("predict_xstart").asBoolean() ? Target.X0 : Target.EPSILON,
                        c.get("clip_denoised").asBoolean(),
                        c.path("learn_sigma").asBoolean()
                                ? Variance.LEARNED_RANGE
                                : Variance.FIXED_LARGE);
        return meaning.denoiser(
                (x, step) -> {
                    double[] t = new double[(int) x.getShape().get(0)];
                    Arrays.fill(t, step.timestep());
                    return unet.forward(Aten.concatChannels(x, buffers), t, code);
                });
    }
}
