package mien.engine.net;

import static mien.engine.Closeness.assertRelative;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import mien.engine.SyntheticWeights;
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

    @ParameterizedTest
    @MethodSource("mien.engine.net.Expert#all")
    void theGradientByThePictureIsTheDifferenceQuotient(Expert expert) {
        Expert.Passes passes = frozen(expert, Precision.FLOAT32);
        NDArray x = batch(expert);
        NDArray direction = new NoiseSource(2).like(x);
        for (UnaryOperator<NDArray> pass : List.of(passes.forward(), passes.learning())) {
            UnaryOperator<NDArray> loss = y -> pass.apply(y).square().mean();
            NDArray at = x.duplicate();
            at.setRequiresGradient(true);
            try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                collector.backward(loss.apply(at));
            }
            double slope = at.getGradient().mul(direction).sum().getFloat();
            assertEquals(quotient(loss, x, direction), slope, 1e-2 * Math.abs(slope));
        }
    }

    private static double quotient(UnaryOperator<NDArray> loss, NDArray x, NDArray direction) {
        float step = 1e-3f;
        double up = loss.apply(x.add(direction.mul(step))).getFloat();
        double down = loss.apply(x.sub(direction.mul(step))).getFloat();
        return (up - down) / (2 * step);
    }

    @ParameterizedTest
    @MethodSource("mien.engine.net.Expert#all")
    void aStepAgainstTheGradientOfTheWeightsMakesTheLossSmaller(Expert expert) {
        for (Precision precision : new Precision[] {Precision.FLOAT32, Precision.BFLOAT16}) {
            LiveWeights weights = new LiveWeights(manager, SEED, true, new LinkedHashMap<>());
            float before = learn(expert, weights, precision);
            List<NDArray> learnt =
                    weights.tensors().values().stream().filter(NDArray::hasGradient).toList();
            double steepness = 0;
            for (NDArray weight : learnt) {
                steepness += weight.getGradient().square().sum().getFloat();
            }
            double rate = 0.1 * before / steepness; // a tenth less, were the loss a plane
            learnt.forEach(weight -> weight.subi(weight.getGradient().mul(rate)));
            assertTrue(learn(expert, weights, precision) < 0.97 * before, precision.label());
        }
    }

    @ParameterizedTest
    @MethodSource("mien.engine.net.Expert#all")
    void everyWeightGetsAGradient(Expert expert) {
        LiveWeights weights = new LiveWeights(manager, SEED, true, new LinkedHashMap<>());
        learn(expert, weights, Precision.FLOAT32);
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
            pass.apply(x);
            assertEquals(held + 1, mine.getManagedArrays().size());
            assertEquals(weights, manager.getManagedArrays().size(), "views of weights");
            assertArrayEquals(before, x.toFloatArray());
        }
    }
}
