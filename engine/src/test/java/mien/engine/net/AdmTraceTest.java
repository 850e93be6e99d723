package mien.engine.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mien.engine.Closeness;
import mien.engine.SyntheticWeights;
import mien.engine.checkpoint.Weights;
import mien.engine.net.AdmConfig.Resampling;
import mien.engine.net.AdmUnet.Conditions;
import mien.engine.nn.Traced;
import mien.engine.tensor.Devices;
import mien.engine.tensor.NoiseSource;
import mien.engine.tensor.Precision;
import mien.engine.tensor.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdmTraceTest {

    private final NoiseSource noise = new NoiseSource(31);
    private NDManager manager;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");
    }

    @AfterEach
    void close() {
        manager.close();
    }

    static Stream<AdmConfig> networks() {
        return Arrays.stream(Resampling.values())
                .flatMap(
                        r ->
                                Stream.of(
                                        AdmConfigs.small(r, true, 0),
                                        AdmConfigs.small(r, false, 0)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theWayBackByHandIsThatOfTheGraph(AdmConfig config) {
        AdmUnet unet = unet(config, Precision.FLOAT32);
        NDArray x = noise.normal(manager, new Shape(2, 12, 16, 8)).add(0.5f);
        double[] steps = {20, 700};
        Conditions code =
                config.film()
                        ? Conditions.latent(noise.normal(manager, new Shape(2, 8)))
                        : Conditions.NONE;
        float[] wanted = byGraph(unet, x, steps, code);
        for (boolean sparing : new boolean[] {false, true}) {
            Traced pass = unet.forwardGuiding(x, steps, code, sparing, () -> {});
            Closeness.assertRelative(
                    "output",
                    1e-5,
                    pass.output().toFloatArray(),
                    unet.forward(x, steps, code).toFloatArray());
            Closeness.assertRelative("gradient", 1e-4, byHand(pass), wanted);
        }
    }

    @Test
    void aSinglePictureGoesBackAsInABatch() {
        AdmUnet unet = unet(AdmConfigs.small(Resampling.RES_BLOCK, true, 0), Precision.FLOAT32);
        NDArray x = noise.normal(manager, new Shape(1, 12, 8, 8));
        Conditions code = Conditions.latent(noise.normal(manager, new Shape(1, 8)));
        double[] steps = {500};
        Traced pass = unet.forwardGuiding(x, steps, code, false, () -> {});
        Closeness.assertRelative("gradient", 1e-4, byHand(pass), byGraph(unet, x, steps, code));
    }

    @Test
    void dropoutDoesNotActOnAGuidance() {
        AdmUnet with = unet(AdmConfigs.small(Resampling.RES_BLOCK, true, 0.5), Precision.FLOAT32);
        AdmUnet without = unet(AdmConfigs.small(Resampling.RES_BLOCK, true, 0), Precision.FLOAT32);
        NDArray x = noise.normal(manager, new Shape(1, 12, 8, 8));
        float[][] gradients = new float[2][];
        for (int i = 0; i < gradients.length; i++) {
            AdmUnet unet = i == 0 ? with : without;
            gradients[i] =
                    byHand(
                            unet.forwardGuiding(
                                    x, new double[] {3}, Conditions.NONE, false, () -> {}));
        }
        assertArrayEquals(gradients[0], gradients[1], 0);
    }

    @Test
    void aHalfTypeGoesBackToo() {
        AdmConfig config = AdmConfigs.small(Resampling.RES_BLOCK, true, 0);
        NDArray x = noise.normal(manager, new Shape(1, 12, 8, 8));
        double[] steps = {500};
        Traced rough =
                unet(config, Precision.BFLOAT16)
                        .forwardGuiding(x, steps, Conditions.NONE, false, () -> {});
        float[] wanted = byGraph(unet(config, Precision.FLOAT32), x, steps, Conditions.NONE);
        Closeness.assertRelative("gradient by the picture", 0.1, byHand(rough), wanted);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void aPassCanEndBeforeAnyBlockThereAndBackAndLeavesNothingBehind(AdmConfig config) {
        AdmUnet unet = unet(config, Precision.FLOAT32);
        NDArray x = manager.zeros(new Shape(1, 12, 8, 8));
        int[] asked = {0};
        whole(unet, x, () -> asked[0]++);
        assertEquals(2 * (4 + 1 + 4), asked[0], "the blocks down, the middle, the blocks up");
        int before = manager.getManagedArrays().size();
        for (int block = 1; block <= asked[0]; block++) {
            AtomicInteger left = new AtomicInteger(block);
            Runnable ending =
                    () -> {
                        if (left.decrementAndGet() == 0) {
                            throw new CancellationException();
                        }
                    };
            assertThrows(CancellationException.class, () -> whole(unet, x, ending));
            assertEquals(before, manager.getManagedArrays().size(), "before block " + block);
        }
    }

    private static void whole(AdmUnet unet, NDArray x, Runnable between) {
        Scope.freeing(
                        () -> {
                            Traced pass =
                                    unet.forwardGuiding(
                                            x, new double[] {1}, Conditions.NONE, false, between);
                            return pass.back().apply(pass.output());
                        })
                .close();
    }

    /** ∂/∂x of half the sum of the output's squares. */
    private static float[] byHand(Traced pass) {
        return pass.back().apply(pass.output()).toFloatArray();
    }

    private static float[] byGraph(AdmUnet unet, NDArray picture, double[] steps, Conditions c) {
        NDArray x = picture.duplicate();
        x.setRequiresGradient(true);
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            NDArray y = unet.forwardLearning(x, steps, c);
            collector.backward(y.square().sum().div(2));
        }
        return x.getGradient().toFloatArray();
    }

    private AdmUnet unet(AdmConfig c, Precision precision) {
        return new AdmUnet(Weights.of(new SyntheticWeights(manager, 5), precision), c);
    }
}
