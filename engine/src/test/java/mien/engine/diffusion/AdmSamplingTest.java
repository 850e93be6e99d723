package mien.engine.diffusion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import mien.engine.Closeness;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.ScaledWeights;
import mien.engine.SyntheticWeights;
import mien.engine.checkpoint.TensorSource;
import mien.engine.checkpoint.Weights;
import mien.engine.diffusion.Parameterisation.Target;
import mien.engine.diffusion.Parameterisation.Variance;
import mien.engine.diffusion.sampler.Ddim;
import mien.engine.diffusion.sampler.DdimInversion;
import mien.engine.diffusion.sampler.Ddpm;
import mien.engine.net.AdmConfig;
import mien.engine.net.AdmUnet;
import mien.engine.net.AdmUnet.Conditions;
import mien.engine.net.PooledClassifier;
import mien.engine.tensor.Precision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Guided diffusion's samplers against the original, with its noise: every step of every kind. */
class AdmSamplingTest {

    /** Relative L2, each walk running freely (golden file). */
    private static final double BOUND = 1e-3;

    /** Strength of the classifier in the golden walks. */
    private static final float CLASSIFIER_SCALE = 4;

    /** Added to the seed for the network of three output channels (golden file). */
    private static final int FIXED = 1;

    /** Added to the seed for the classifier (golden file). */
    private static final int CLASSIFIER = 2;

    static List<GoldenCase> cases() {
        return Goldens.find("diffface", "adm_samplers");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ancestralSamplingEqualsTheOriginalForEveryVarianceAndTarget(GoldenCase golden) {
        try (Walks walks = new Walks(golden)) {
            Denoiser large = walks.fixed(Target.EPSILON, Variance.FIXED_LARGE);
            Denoiser small = walks.fixed(Target.EPSILON, Variance.FIXED_SMALL);
            Denoiser x0 = walks.fixed(Target.X0, Variance.FIXED_LARGE);
            walks.assertGolden("ddpm_learned", new Ddpm(), walks.learned(true));
            walks.assertGolden("ddpm_fixedlarge", new Ddpm(), large);
            walks.assertGolden("ddpm_fixedsmall", new Ddpm(), small);
            walks.assertGolden("ddpm_predictx0", new Ddpm(), x0);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ddimEqualsTheOriginalWithAndWithoutNoise(GoldenCase golden) {
        try (Walks walks = new Walks(golden)) {
            walks.assertGolden("ddim_eta0.0", new Ddim(0), walks.learned(true));
            walks.assertGolden("ddim_eta0.5", new Ddim(0.5), walks.learned(true));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void inversionEqualsTheOriginal(GoldenCase golden) {
        try (Walks walks = new Walks(golden)) {
            walks.assertGoldenInversion("reverse", walks.learned(false));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void classifierGuidanceEqualsTheOriginalInBothSamplers(GoldenCase golden) {
        try (Walks walks = new Walks(golden)) {
            Denoiser guided = walks.learned(true).guidedBy(walks.classifier());
            walks.assertGolden("classifier", new Ddpm(), guided);
            walks.assertGolden("classifier_ddim", new Ddim(0), guided);
        }
    }

    /** The networks of a golden file and walks with its noise. */
    private static final class Walks implements AutoCloseable {

        private final GoldenCase golden;
        private final NDManager manager = NDManager.newBaseManager();
        private final Schedule chain;

        Walks(GoldenCase golden) {
            this.golden = golden;
            JsonNode d = json("diffusion");
            chain =
                    Schedule.linear(d.get("steps").asInt())
                            .respaced(Respacing.parse(d.get("respacing").asText()));
        }

        void assertGolden(String key, Sampler sampler, Denoiser model) {
            List<NDArray> noise = new ArrayList<>();
            for (int i = 0; i < chain.size(); i++) {
                noise.add(array("noise." + i));
            }
            RecordedWalk ours = new RecordedWalk(sampler, noise);
            assertGolden(key, ours.walk(array("x_T"), chain.denoising(), model));
        }

        void assertGoldenInversion(String key, Denoiser model) {
            NDArray start = array(key + ".x_0");
            RecordedWalk ours = new RecordedWalk(new DdimInversion(), List.of());
            assertGolden(key, ours.walk(start, chain.noising(), model));
        }

        private void assertGolden(String key, RecordedWalk ours) {
            for (int i = 0; i < chain.size(); i++) {
                String at = key + "." + i;
                Closeness.assertRelative(at, BOUND, ours.x.get(i), golden.floats(at + ".x"));
                if (golden.has(at + ".pred_xstart")) {
                    Closeness.assertRelative(
                            at + " x̂0", BOUND, ours.x0.get(i), golden.floats(at + ".pred_xstart"));
                }
            }
        }

        Denoiser learned(boolean clip) {
            AdmConfig six = PooledClassifier.config(json("config_unet"));
            return new Parameterisation(Target.EPSILON, clip, Variance.LEARNED_RANGE)
                    .denoiser(network(six, golden.seed()));
        }

        Denoiser fixed(Target target, Variance variance) {
            ObjectNode options = (ObjectNode) json("config_unet");
            options.put("out_channels", 3);
            AdmConfig three = PooledClassifier.config(options);
            return new Parameterisation(target, true, variance)
                    .denoiser(network(three, golden.seed() + FIXED));
        }

        private Parameterisation.Network network(AdmConfig c, long seed) {
            float gain = Float.parseFloat(golden.metadata().get("unet_out_gain"));
            TensorSource quiet =
                    new ScaledWeights(
                            new SyntheticWeights(manager, seed), "out.2.weight"::equals, gain);
            AdmUnet unet = new AdmUnet(Weights.of(quiet, Precision.FLOAT32), c);
            return (x, s) -> unet.forward(x, new double[] {s.timestep()}, Conditions.NONE);
        }

        /** ∇ log p(y | x_t), times the scale. */
        Guidance classifier() {
            Weights w =
                    Weights.of(
                            new SyntheticWeights(manager, golden.seed() + CLASSIFIER),
                            Precision.FLOAT32);
            PooledClassifier classifier =
                    new PooledClassifier(w, PooledClassifier.config(json("config_classifier")));
            int y = golden.ints("classifier.y")[0];
            return Guidance.climbing(
                    (x, s) ->
                            classifier
                                    .forward(x, new double[] {s.timestep()})
                                    .logSoftmax(1)
                                    .get(":, " + y)
                                    .mul(CLASSIFIER_SCALE));
        }

        private NDArray array(String name) {
            return RecordedWalk.array(manager, golden, name);
        }

        private JsonNode json(String key) {
            try {
                return new ObjectMapper().readTree(golden.metadata().get(key));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            manager.close();
        }
    }
}
