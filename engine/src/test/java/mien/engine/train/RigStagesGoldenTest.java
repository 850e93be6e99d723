package mien.engine.train;

import static mien.engine.Closeness.assertRelative;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.Synthetic;
import mien.engine.checkpoint.TensorSource;
import mien.engine.checkpoint.Weights;
import mien.engine.diffusion.Parameterisation.Target;
import mien.engine.diffusion.Schedule;
import mien.engine.net.AdmConfig;
import mien.engine.net.AdmConfigs;
import mien.engine.net.AdmUnet;
import mien.engine.net.LatentEncoder;
import mien.engine.nn.Layers.Statistics;
import mien.engine.tensor.Devices;
import mien.engine.tensor.Precision;
import org.junit.jupiter.api.Test;

/** Steps of DiffusionRig's two trainings against the authors' program. */
class RigStagesGoldenTest {
    private static final double LOSS = 1e-4;
    private static final double GRADIENT = 1e-3;

    @Test
    void everyStepEqualsTheOriginal() throws IOException {
        List<GoldenCase> cases = Goldens.given("diffusionrig", "s0.grad_norm", "names_digest");
        assumeFalse(cases.isEmpty(), "diffusionrig/train_stage* lie in no golden folder");
        for (GoldenCase golden : cases) {
            try (Steps steps = new Steps(golden)) {
                for (int k = 0; golden.has("s" + k + ".loss"); k++) {
                    steps.assertGolden("s" + k + ".");
                }
                steps.compareAllWeights();
                steps.compareStatistics();
            }
        }
    }

    /** One golden case on its way. */
    private static final class Steps implements AutoCloseable {
        private final NDManager manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");
        private final GoldenCase golden;
        private final JsonNode c;
        private final Map<String, NDArray> masters = new LinkedHashMap<>();
        private final List<String> order;
        private final Map<String, Double> slack = new HashMap<>();
        private final RigLoss loss;
        private final Parameters parameters;

        Steps(GoldenCase golden) throws IOException {
            this.golden = golden;
            c = golden.config();
            AdmConfig unet = AdmConfigs.of(c, c.get("in_channels").asInt(), 0);
            LatentEncoder.Config encoder =
                    new LatentEncoder.Config(64, c.get("latent_dim").asInt());
            Weights fresh = Weights.of(new Filled(), Precision.FLOAT32);
            new AdmUnet(fresh.at("denoisingUNet"), unet);
            new LatentEncoder(fresh.at("encoder"), encoder, Statistics.BATCH);
            Schedule chain = Schedule.linear(c.get("diffusion_steps").asInt());
            double[] alphaBar =
                    IntStream.range(0, chain.size()).mapToDouble(chain::alphaBar).toArray();
            double gamma = c.get("p2_weight").asBoolean() ? c.get("p2_gamma").asDouble() : 0;
            loss = new RigLoss(unet, encoder, alphaBar, Target.EPSILON, gamma);
            RigStage stage = RigStage.values()[c.get("stage").asInt() - 1];
            parameters = new Parameters(manager, masters, stage::learns);
            String[] names =
                    new ObjectMapper()
                            .readValue(golden.metadata().get("parameter_order"), String[].class);
            order = List.of(names);
            double[] difference = golden.doubles("float64_difference");
            for (int i = 0; i < names.length; i++) {
                slack.put(names[i], Math.max(5e-3, 10 * difference[i]));
            }
        }

        /** Synthetic weights that are kept as they are made. */
        private final class Filled implements TensorSource {
            @Override
            public NDManager manager() {
                return manager;
            }

            @Override
            public Optional<NDArray> tensor(String name, long... shape) {
                float[] values = Synthetic.weight(name, golden.seed(), shape);
                NDArray made = manager.create(values, new Shape(shape));
                masters.put(name, made);
                return Optional.of(made);
            }

            @Override
            public Set<String> names() {
                return Set.of();
            }
        }

        private NDArray evenly(NDArray x0) {
            Shape s = x0.getShape();
            return manager.ones(new Shape(s.get(0), 1, s.get(2), s.get(3)));
        }

        @SuppressWarnings("try") // scopes collect by being open
        void assertGolden(String at) {
            try (NDScope scope = new NDScope();
                    GradientCollector gradients =
                            Engine.getEngine("PyTorch").newGradientCollector()) {
                NDArray x0 = array(at + "image");
                RigLoss.Batch batch =
                        new RigLoss.Batch(
                                x0,
                                array(at + "physic_cond"),
                                x0,
                                array(at + "noise"),
                                golden.doubles(at + "t"),
                                evenly(x0));
                NDArray perPicture =
                        loss.of(
                                        Weights.of(parameters.masters(), Precision.FLOAT32),
                                        batch,
                                        new UnetPasses(false))
                                .perPicture();
                NDArray mean = perPicture.mean();
                gradients.backward(mean);
                same(at + "loss_per_image", LOSS, perPicture.toFloatArray());
                same(at + "loss", LOSS, mean.toFloatArray());
            }
            each(
                    at + "grad:",
                    name ->
                            same(
                                    at + "grad:" + name,
                                    GRADIENT,
                                    masters.get(name).getGradient().toFloatArray()));
            double norm = parameters.descend(c.get("lr").asDouble(), optimiser());
            double expected = golden.doubles(at + "grad_norm")[0];
            assertEquals(expected, norm, LOSS * expected, at + "grad_norm");
            each(at + "delta:", name -> same(at + "delta:" + name, slack.get(name), change(name)));
        }

        private Recipe.Optimiser optimiser() {
            assertEquals(0.9, c.get("betas").get(0).asDouble(), "ours is fixed");
            assertEquals(1e-8, c.get("eps").asDouble(), "ours is fixed");
            return new Recipe.Optimiser(
                    c.get("betas").get(1).asDouble(),
                    c.get("weight_decay").asDouble(),
                    c.get("clip_grad_norm").asDouble(),
                    0,
                    "float32");
        }

        private void each(String prefix, Consumer<String> check) {
            golden.names().stream()
                    .filter(name -> name.startsWith(prefix))
                    .forEach(name -> check.accept(name.substring(prefix.length())));
        }

        private void same(String name, double bound, float[] ours) {
            assertRelative(golden + " " + name, bound, ours, golden.floats(name));
        }

        private NDArray array(String name) {
            return manager.create(golden.floats(name), new Shape(golden.shape(name)));
        }

        /** What the steps so far changed of a weight. */
        private float[] change(String name) {
            NDArray now = masters.get(name);
            float[] values = now.toFloatArray();
            float[] before = Synthetic.weight(name, golden.seed(), now.getShape().getShape());
            for (int i = 0; i < values.length; i++) {
                values[i] -= before[i];
            }
            return values;
        }

        /** Sum and L2 norm of the change of each weight; none of the frozen ones moved. */
        void compareAllWeights() {
            double[] digest = golden.doubles("names_digest");
            int frozen = 0;
            for (int i = 0; i < order.size(); i++) {
                float[] change = change(order.get(i));
                double norm = digest[2 * i + 1];
                if (norm == 0) {
                    assertArrayEquals(new float[change.length], change, order.get(i));
                    frozen++;
                    continue;
                }
                double bound = norm * slack.get(order.get(i));
                assertEquals(norm, norm(change), bound, order.get(i) + " norm");
                double rounding = bound * Math.sqrt(change.length);
                assertEquals(digest[2 * i], sum(change), rounding, order.get(i) + " sum");
            }
            long encoder = order.stream().filter(name -> name.startsWith("encoder.")).count();
            assertEquals(c.get("stage").asInt() == 2 ? encoder : 0, frozen);
        }

        void compareStatistics() {
            int compared = 0;
            for (String name : golden.names()) {
                if (name.startsWith("bn:") && name.contains("running")) {
                    same(name, LOSS, masters.get("encoder." + name.substring(3)).toFloatArray());
                    compared++;
                }
            }
            assertTrue(compared > 0, "no statistics in " + golden);
        }

        private static double norm(float[] values) {
            double sum = 0;
            for (float v : values) {
                sum += (double) v * v;
            }
            return Math.sqrt(sum);
        }

        private static double sum(float[] values) {
            double sum = 0;
            for (float v : values) {
                sum += v;
            }
            return sum;
        }

        @Override
        public void close() {
            manager.close();
        }
    }
}
