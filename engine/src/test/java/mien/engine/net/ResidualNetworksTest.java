package mien.engine.net;

import static mien.engine.Closeness.assertRelative;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import mien.engine.SyntheticWeights;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.Layers.Statistics;
import mien.engine.tensor.Devices;
import mien.engine.tensor.NoiseSource;
import mien.engine.tensor.Precision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResidualNetworksTest {

    private static final CodeEstimator.Config SMALL = new CodeEstimator.Config(8, 16, 5, 64);

    private NDManager manager;
    private NDArray picture;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");
        picture = new NoiseSource(1).normal(manager, new Shape(4, 3, 64, 64));
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void codesAreTheStandardisedOnesInTheirOwnUnits() {
        LiveWeights weights = new LiveWeights(manager, false);
        CodeEstimator estimator = estimator(weights, Precision.FLOAT32, Statistics.RUNNING);
        NDArray mean = weights.tensors().get("code_mean");
        NDArray deviation = weights.tensors().get("code_std");
        assertRelative(
                "codes",
                1e-6,
                estimator.forward(picture).toFloatArray(),
                estimator.standardised(picture).mul(deviation).add(mean).toFloatArray());
    }

    @Test
    void bfloat16StaysNear() {
        LiveWeights weights = new LiveWeights(manager, false);
        assertRelative(
                "standardised codes",
                3e-2,
                estimator(weights, Precision.BFLOAT16, Statistics.RUNNING)
                        .standardised(picture)
                        .toFloatArray(),
                estimator(weights, Precision.FLOAT32, Statistics.RUNNING)
                        .standardised(picture)
                        .toFloatArray());
    }

    @ParameterizedTest
    @EnumSource(value = Precision.class, names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void aStepAgainstTheGradientMakesTheLossSmaller(Precision precision) {
        LiveWeights weights = new LiveWeights(manager, true);
        float before = learn(weights, precision);
        weights.tensors()
                .forEach(
                        (name, tensor) -> {
                            if (tensor.hasGradient()) {
                                assertTrue(tensor.getGradient().abs().sum().getFloat() > 0, name);
                                tensor.subi(tensor.getGradient().mul(1e-3f));
                            }
                        });
        assertTrue(learn(weights, precision) < 0.99 * before);
    }

    private float learn(LiveWeights weights, Precision precision) {
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            NDArray loss =
                    estimator(weights, precision, Statistics.BATCH)
                            .forwardLearning(picture)
                            .sub(1)
                            .square()
                            .mean();
            collector.backward(loss);
            return loss.getFloat();
        }
    }

    @Test
    void frozenStatisticsStayWhileLearning() {
        LiveWeights weights = new LiveWeights(manager, false);
        NDArray running = weights.tensor("encoder.bn1.running_mean", SMALL.base()).orElseThrow();
        float[] before = running.toFloatArray();
        estimator(weights, Precision.FLOAT32, Statistics.RUNNING).forwardLearning(picture);
        assertRelative("frozen", 1e-9, running.toFloatArray(), before);
        estimator(weights, Precision.FLOAT32, Statistics.BATCH).forwardLearning(picture);
        assertTrue(Math.abs(running.getFloat(0) - before[0]) > 1e-4);
    }

    @Test
    void decaReadsNothingButItsCrop() {
        DecaEncoder deca =
                DecaEncoder.coarse(Weights.of(new SyntheticWeights(manager, 1), Precision.FLOAT32));
        assertEquals(
                "DECA reads crops of 224×224 pixels, but got (4, 3, 64, 64).",
                assertThrows(IllegalArgumentException.class, () -> deca.forward(picture))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> DecaEncoder.Code.split(new float[235]));
    }

    private static CodeEstimator estimator(
            LiveWeights weights, Precision precision, Statistics statistics) {
        return new CodeEstimator(Weights.of(weights, precision), SMALL, statistics);
    }
}
