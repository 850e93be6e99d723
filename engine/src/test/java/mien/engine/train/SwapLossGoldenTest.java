package mien.engine.train;

import static mien.engine.Closeness.assertRelative;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.LearntWeights;
import mien.engine.ScaledWeights;
import mien.engine.SyntheticWeights;
import mien.engine.checkpoint.TensorSource;
import mien.engine.checkpoint.Weights;
import mien.engine.diffusion.Parameterisation.Target;
import mien.engine.diffusion.Schedule;
import mien.engine.net.AdmConfigs;
import mien.engine.net.AdmUnet;
import mien.engine.net.ArcFace;
import mien.engine.nn.Layers.Statistics;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Descent;
import mien.engine.tensor.Devices;
import mien.engine.tensor.Numbers;
import mien.engine.tensor.Precision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The loss of DiffFace's training and its gradients. The program runs its U-Net twice, for the
 * errors and for the identity; once gives the same numbers.
 */
class SwapLossGoldenTest {

    private static final double LOSS = 1e-4;
    private static final double GRADIENT = 1e-3;
    private static final double IDENTITY = 0.01; // λ of the identity term

    /** Gradients of as many numbers are stored in part. */
    private static final int MANY = 20_000;

    private static final int STRIDE = 16;
    private static final int SIDE = 112;
    private static final int BASE = 64;

    private final NDManager manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");
    private final Map<String, NDArray> learnt = new HashMap<>();

    @AfterEach
    void close() {
        manager.close();
    }

    static List<GoldenCase> cases() {
        return Goldens.with("diffface", "src_id", "mse", "vb", "total", "grad_norm_all");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void lossesAndGradientsEqualTheOriginal(GoldenCase golden) throws IOException {
        JsonNode c = json(golden, "config_unet");
        NDArray identity = array(golden, "src_id");
        ArcFace recogniser = recogniser(golden);
        int[] t = golden.ints("t");
        double[] steps = Arrays.stream(t).asDoubleStream().toArray();
        SwapLoss loss = new SwapLoss(Schedule.linear(1000), Target.EPSILON, 0);
        try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
            AdmUnet unet = // inside, so that views of its weights are part of the graph
                    new AdmUnet(
                            Weights.of(learnt(golden), Precision.FLOAT32),
                            AdmConfigs.of(c, 3, golden.size("src_id", 1)));
            SwapLoss.Terms terms =
                    loss.of(
                            xt ->
                                    unet.forwardLearning(
                                            xt, steps, AdmUnet.Conditions.identity(identity)),
                            new SwapLoss.Batch(
                                    array(golden, "x_start"),
                                    array(golden, "noise"),
                                    t,
                                    manager.ones(new Shape(1))));
            NDArray seen = // no ImageNet normalisation here (reference diffface.md §10)
                    recogniser.forwardLearning(
                            Aten.nearest(Numbers.within(terms.pictured(), -1, 1), SIDE, SIDE));
            NDArray unlike = SwapLoss.unlikeness(seen, identity);
            NDArray both = terms.error().add(terms.bound());
            NDArray total = both.mean().add(Numbers.times(unlike.mean(), IDENTITY));
            assertGolden(golden, "mse", terms.error());
            assertGolden(golden, "vb", terms.bound());
            assertGolden(golden, "loss", both);
            assertGolden(golden, "id", unlike);
            assertGolden(golden, "total", total);
            collector.backward(total);
        }
        golden.names().stream()
                .filter(name -> name.startsWith("grad."))
                .forEach(name -> assertGradient(golden, name.substring("grad.".length())));
        double expected = golden.doubles("grad_norm_all")[0];
        List<NDArray> all = new ArrayList<>();
        learnt.values().forEach(w -> all.add(w.getGradient()));
        assertEquals(expected, Descent.norm(all), GRADIENT * expected);
    }

    private void assertGradient(GoldenCase golden, String name) {
        float[] ours = learnt.get(name).getGradient().toFloatArray();
        float[] shown = ours;
        if (ours.length >= MANY) {
            shown = new float[(ours.length + STRIDE - 1) / STRIDE];
            for (int i = 0; i < shown.length; i++) {
                shown[i] = ours[STRIDE * i];
            }
        }
        assertRelative(name, GRADIENT, shown, golden.floats("grad." + name));
    }

    private static void assertGolden(GoldenCase golden, String name, NDArray ours) {
        assertRelative(name, LOSS, ours.toFloatArray(), golden.floats(name));
    }

    private ArcFace recogniser(GoldenCase golden) throws IOException {
        JsonNode c = json(golden, "config_arcface");
        List<Integer> depths = new ArrayList<>();
        c.get("layers").forEach(n -> depths.add(n.asInt()));
        TensorSource weights = new SyntheticWeights(manager, c.get("seed").asLong());
        return new ArcFace(
                Weights.of(weights, Precision.FLOAT32),
                new ArcFace.Config(
                        depths, c.get("use_se").asBoolean(), BASE, golden.size("src_id", 1), SIDE),
                Statistics.RUNNING);
    }

    /** Synthetic weights that are learnt. */
    private LearntWeights learnt(GoldenCase golden) {
        float gain = Float.parseFloat(golden.metadata().get("unet_out_gain"));
        return new LearntWeights(
                new ScaledWeights(
                        new SyntheticWeights(manager, golden.seed()), "out.2.weight"::equals, gain),
                learnt);
    }

    private NDArray array(GoldenCase golden, String name) {
        return manager.create(golden.floats(name), new Shape(golden.shape(name)));
    }

    private static JsonNode json(GoldenCase golden, String key) throws IOException {
        return new ObjectMapper().readTree(golden.metadata().get(key));
    }
}
