package mien.engine.net;

import static mien.engine.Closeness.assertRelative;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import mien.engine.SyntheticWeights;
import mien.engine.checkpoint.TensorSource;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.Layers.Statistics;
import mien.engine.tensor.Devices;
import mien.engine.tensor.NoiseSource;
import mien.engine.tensor.Precision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What guidance and training ask of each of DiffFace's experts. */
class ExpertsTest {

    private static final long SEED = 5;

    private NDManager manager;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");
    }

    @AfterEach
    void close() {
        manager.close();
    }

    private Expert.Passes frozen(Expert expert, Precision precision) {
        Weights w = Weights.of(new SyntheticWeights(manager, SEED), precision);
        return expert.network().of(w, Statistics.RUNNING);
    }

    private NDArray batch(Expert expert) {
        return new NoiseSource(1).normal(manager, expert.input());
    }

    /** In float64, which shows a wrong gradient where float32 shows its own noise. */
    @ParameterizedTest
    @MethodSource("mien.engine.net.Expert#all")
    void theGradientByThePictureIsTheDifferenceQuotient(Expert expert) {
        NDArray x = batch(expert).toType(DataType.FLOAT64, false);
        for (boolean lasting : new boolean[] {false, true}) {
            TensorSource source = new ExactWeights(new SyntheticWeights(manager, SEED), lasting);
            Expert.Passes passes =
                    expert.network().of(Weights.of(source, Precision.FLOAT32), Statistics.RUNNING);
            for (UnaryOperator<NDArray> pass : List.of(passes.forward(), passes.whole())) {
                Slope.assertRight(y -> pass.apply(y).square().mean(), x, 1e-7, 1e-5);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("mien.engine.net.Expert#all")
    void aStepAgainstTheGradientOfTheWeightsDoesWhatItPromises(Expert expert) {
        LiveWeights weights = live();
        float before = learn(expert, weights, Precision.FLOAT32);
        double steepness = product(gradients(weights), gradients(weights));
        double promised = 1e-3; // of the loss
        double rate = promised * before / steepness;
        learnt(weights).forEach(weight -> weight.subi(weight.getGradient().mul(rate)));
        double less = 1 - learn(expert, weights, Precision.FLOAT32) / before;
        assertEquals(promised, less, 0.15 * promised);
    }

    @ParameterizedTest
    @MethodSource("mien.engine.net.Expert#all")
    void halfPrecisionLearnsInTheSameDirection(Expert expert) {
        LiveWeights exact = live();
        learn(expert, exact, Precision.FLOAT32);
        List<NDArray> g = gradients(exact);
        LiveWeights rounded = live();
        learn(expert, rounded, Precision.FLOAT16);
        List<NDArray> h = gradients(rounded);
        double cosine = product(g, h) / Math.sqrt(product(g, g) * product(h, h));
        assertTrue(cosine > 0.9, "cosine " + cosine);
    }

    private LiveWeights live() {
        return new LiveWeights(manager, SEED, true, new LinkedHashMap<>());
    }

    private static List<NDArray> learnt(LiveWeights weights) {
        return weights.tensors().values().stream().filter(NDArray::hasGradient).toList();
    }

    private static List<NDArray> gradients(LiveWeights weights) {
        return learnt(weights).stream().map(NDArray::getGradient).toList();
    }

    private static double product(List<NDArray> a, List<NDArray> b) {
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += a.get(i).mul(b.get(i)).sum().getFloat();
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("mien.engine.net.Expert#all")
    void everyWeightGetsAGradient(Expert expert) {
        LiveWeights weights = live();
        Weights w = Weights.of(weights, Precision.FLOAT32);
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            NDArray y = expert.network().of(w, Statistics.BATCH).whole().apply(batch(expert));
            collector.backward(y.sub(1).square().mean());
        }
        weights.tensors()
                .forEach(
                        (name, tensor) ->
                                assertTrue(
                                        !tensor.hasGradient()
                                                || tensor.getGradient().abs().sum().getFloat() > 0,
                                        name));
    }

    private float learn(Expert expert, LiveWeights weights, Precision precision) {
        Weights w = Weights.of(weights, precision);
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            NDArray y = expert.network().of(w, Statistics.BATCH).learning().apply(batch(expert));
            NDArray loss = y.sub(1).square().mean();
            collector.backward(loss);
            return loss.getFloat();
        }
    }

    /** A frozen network melts its norms into its convolutions; a training keeps them apart. */
    @ParameterizedTest
    @MethodSource("mien.engine.net.Expert#all")
    void meltedNormsGiveTheSameNumbers(Expert expert) {
        Weights live = Weights.of(LiveWeights.of(manager, SEED), Precision.FLOAT32);
        NDArray x = batch(expert);
        float[] apart =
                expert.network().of(live, Statistics.RUNNING).forward().apply(x).toFloatArray();
        float[] melted = frozen(expert, Precision.FLOAT32).forward().apply(x).toFloatArray();
        assertRelative("melted", 1e-5, melted, apart);
    }

    @ParameterizedTest
    @MethodSource("mien.engine.net.Expert#all")
    void halfPrecisionStaysNear(Expert expert) {
        NDArray x = batch(expert);
        float[] exact = frozen(expert, Precision.FLOAT32).forward().apply(x).toFloatArray();
        UnaryOperator<NDArray> f16 = frozen(expert, Precision.FLOAT16).forward();
        UnaryOperator<NDArray> bf16 = frozen(expert, Precision.BFLOAT16).forward();
        assertRelative("float16", 5e-3, f16.apply(x).toFloatArray(), exact);
        assertRelative("bfloat16", 3e-2, bf16.apply(x).toFloatArray(), exact);
    }

    @ParameterizedTest
    @MethodSource("mien.engine.net.Expert#all")
    void aPassLeavesOnlyItsResultAndThePicture(Expert expert) {
        UnaryOperator<NDArray> pass = frozen(expert, Precision.FLOAT32).forward();
        try (NDManager mine = NDManager.newBaseManager(Devices.cpu(), "PyTorch")) {
            NDArray x = new NoiseSource(1).normal(mine, expert.input());
            float[] before = x.toFloatArray();
            int weights = manager.getManagedArrays().size();
            int held = mine.getManagedArrays().size();
            NDArray result = pass.apply(x);
            assertEquals(mine, result.getManager());
            assertEquals(held + expert.results(), mine.getManagedArrays().size());
            assertEquals(weights, manager.getManagedArrays().size(), "views of weights");
            assertArrayEquals(before, x.toFloatArray());
        }
    }
}
