package mien.engine.tensor;

import static mien.engine.Closeness.assertRelative;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Gradients flow through the operators while a collector is open, and only then. */
class AtenGradientTest {

    private final NoiseSource noise = new NoiseSource(21);
    private NDManager manager;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void theGradientOfSiluIsItsDerivative() {
        float[] x = noise.normal(50);
        float[] expected = new float[50];
        for (int i = 0; i < 50; i++) {
            double s = 1 / (1 + Math.exp(-x[i]));
            expected[i] = (float) (s * (1 + x[i] * (1 - s)));
        }
        float[] ours = gradient(manager.create(x), y -> Aten.silu(y).sum());
        assertRelative("silu'", 1e-6, ours, expected);
    }

    @Test
    void theGradientOfTheNetworksMainOperatorsIsTheDifferenceQuotient() {
        NDArray kernel = noise.normal(manager, new Shape(4, 4, 3, 3)).mul(0.3f);
        NDArray bias = noise.normal(manager, new Shape(4));
        NDArray weights = noise.normal(manager, new Shape(2, 4, 3, 3));
        NDArray scale = noise.normal(manager, new Shape(2, 4, 1, 1));
        UnaryOperator<NDArray> f =
                y -> {
                    NDArray h = Norms.groupNormSilu(y, bias, bias, 2, 1e-5);
                    h = Aten.conv2d(h, kernel, bias, 1, 1);
                    h = Aten.silu(Aten.film(h, scale, scale));
                    h = Aten.averagePool2(Aten.concatChannels(h, y));
                    NDArray rows = h.reshape(2, 1, 8, 9).transpose(0, 1, 3, 2);
                    NDArray a = Aten.attention(rows, rows, rows).reshape(2, 8, 3, 3);
                    return Aten.bilinear(a, 3, 3).get(":, 0:4").mul(weights).sum();
                };
        float[] x = noise.normal(2 * 4 * 36);
        Shape shape = new Shape(2, 4, 6, 6);
        float[] ours = gradient(manager.create(x, shape), f);

        float step = 1e-2f;
        int[] places = {0, 17, 100, 143, 200, 287};
        float[] expected = new float[places.length];
        float[] chosen = new float[places.length];
        for (int i = 0; i < places.length; i++) {
            float[] up = x.clone();
            float[] down = x.clone();
            up[places[i]] += step;
            down[places[i]] -= step;
            expected[i] =
                    (f.apply(manager.create(up, shape)).getFloat()
                                    - f.apply(manager.create(down, shape)).getFloat())
                            / (2 * step);
            chosen[i] = ours[places[i]];
        }
        assertRelative("gradient", 5e-3, chosen, expected);
    }

    @Test
    void theGradientOfSamplingAndChoosingIsTheDifferenceQuotient() {
        NDArray grid = noise.normal(manager, new Shape(2, 5, 4, 2)).mul(0.8f);
        NDArray weights = noise.normal(manager, new Shape(2, 2, 5, 4));
        NDArray which = manager.create(new long[] {2, 0});
        Shape shape = new Shape(1, 3, 6, 7);
        float[] x = noise.normal((int) shape.size());
        for (Aten.Beyond beyond : Aten.Beyond.values()) {
            UnaryOperator<NDArray> f =
                    y -> {
                        NDArray h = Aten.channels(Aten.nearest(y, 9, 8), which);
                        h = h.broadcast(2, 2, 9, 8);
                        return Aten.gridSample(h, grid, beyond).mul(weights).sum();
                    };
            float[] ours = gradient(manager.create(x, shape), f);
            float[] expected = new float[x.length]; // f is linear: any step is exact
            float at0 = f.apply(manager.create(x, shape)).getFloat();
            for (int i = 0; i < x.length; i++) {
                float[] up = x.clone();
                up[i] += 1;
                expected[i] = f.apply(manager.create(up, shape)).getFloat() - at0;
            }
            assertRelative(beyond + " gradient", 1e-4, ours, expected);
        }
    }

    /** Fails with x.mul(3f) and its like: what DJL makes of a number is freed too early. */
    @Test
    void theGarbageCollectorMayComeBeforeTheBackwardPass() {
        NDArray x = Gradients.leaf(manager.create(new float[] {-2, 0.5f}));
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            NDArray sum = x.sum();
            for (int i = 0; i < 100; i++) {
                sum = sum.add(Numbers.times(x, 3).sum()).add(Numbers.over(x, 2).sum());
                sum = sum.add(Numbers.atLeast(x, 0).sum()).add(Numbers.within(x, -1, 1).sum());
            }
            System.gc();
            List<ByteBuffer> junk = new ArrayList<>();
            for (int i = 0; i < 20_000; i++) { // where the numbers were, if they were freed
                junk.add(ByteBuffer.allocateDirect(Float.BYTES).putFloat(0, 1e6f));
            }
            collector.backward(sum);
            assertEquals(20_000, junk.size());
        }
        assertArrayEquals(new float[] {351, 551}, x.getGradient().toFloatArray());
    }

    @Test
    void whatGathersGradientsIsKnownAlsoOfPlainArrays() {
        NDArray plain = manager.create(new float[] {1, 2});
        NDArray leaf = Gradients.leaf(plain);
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            for (int round = 0; round < 4; round++) { // the executor specialises
                assertFalse(Gradients.reach(plain.mul(2)));
                assertTrue(Gradients.reach(leaf.mul(2)));
            }
            collector.backward(leaf.sum());
        }
        assertArrayEquals(new float[] {1, 1}, leaf.getGradient().toFloatArray());
    }

    /** Inference works in place; what a backward pass needs must not be overwritten. */
    @Test
    void learningAfterInferenceGetsTheGradientOfTheUnfusedOperators() {
        Shape shape = new Shape(2, 4, 6, 6);
        float[] x = noise.normal(2 * 4 * 36);
        Norms.GroupNorm n =
                new Norms.GroupNorm(
                        noise.normal(manager, new Shape(4)),
                        noise.normal(manager, new Shape(4)),
                        2,
                        1e-5);
        NDArray scale = noise.normal(manager, new Shape(2, 4));
        NDArray shift = noise.normal(manager, new Shape(2, 4));
        NDArray s = scale.reshape(2, 4, 1, 1);
        NDArray t = shift.reshape(2, 4, 1, 1);
        UnaryOperator<NDArray> fused =
                y -> {
                    NDArray h = Norms.groupNormFilmSilu(y, n, scale, shift);
                    h = Norms.groupNormSilu(h, n.w(), n.b(), 2, 1e-5);
                    return Aten.addInto(h.mul(1), y).square().mean();
                };
        UnaryOperator<NDArray> unfused =
                y -> {
                    NDArray h = Aten.film(Norms.groupNorm(y, n.w(), n.b(), 2, 1e-5), s, t);
                    h = Aten.silu(h);
                    h = Aten.silu(Norms.groupNorm(h, n.w(), n.b(), 2, 1e-5));
                    return Aten.add(h, y).square().mean();
                };
        float[] expected = gradient(manager.create(x, shape), unfused);
        for (int round = 0; round < 4; round++) { // the executor specialises on what it has seen
            NDArray still = manager.create(x, shape);
            assertTrue(Float.isFinite(fused.apply(still).getFloat()));
            assertArrayEquals(x, still.toFloatArray(), "inference leaves its input alone");
            assertRelative(
                    "round " + round, 1e-5, gradient(manager.create(x, shape), fused), expected);
        }
    }

    @Test
    void gradientsFlowThroughACastToBfloat16AndArriveInFloat32() {
        float[] x = noise.normal(2 * 4 * 36);
        Shape shape = new Shape(2, 4, 6, 6);
        float[] w = noise.normal(4 * 4 * 9);
        float[] exact = kernelGradient(x, shape, w, false);
        float[] rounded = kernelGradient(x, shape, w, true);
        assertRelative("gradient of the float32 kernel", 1e-2, rounded, exact);
    }

    private float[] kernelGradient(float[] x, Shape shape, float[] w, boolean fast) {
        NDArray kernel = manager.create(w, new Shape(4, 4, 3, 3));
        NDArray picture = manager.create(x, shape);
        return gradient(
                kernel,
                k -> {
                    NDArray h =
                            fast
                                    ? Aten.conv2d(
                                            Aten.cast(picture, ScalarType.BFLOAT16),
                                            Aten.cast(k, ScalarType.BFLOAT16),
                                            1,
                                            1)
                                    : Aten.conv2d(picture, k, 1, 1);
                    return Aten.cast(h, ScalarType.FLOAT32).square().mean();
                });
    }

    @Test
    void batchNormLearnsItsFloat32ParametersFromBfloat16Maps() {
        float[] x = noise.normal(3 * 4 * 36);
        float[] exact = batchNormGradient(x, ScalarType.FLOAT32);
        float[] rounded = batchNormGradient(x, ScalarType.BFLOAT16);
        assertRelative("gradient of the weight", 1e-2, rounded, exact);
    }

    private float[] batchNormGradient(float[] x, ScalarType type) {
        NDArray picture = Aten.cast(manager.create(x, new Shape(3, 4, 6, 6)), type);
        NDArray target = manager.create(x, new Shape(3, 4, 6, 6)).mul(1.5f).add(1);
        return gradient(
                manager.create(new float[] {0.5f, 1, 1.5f, 2}),
                w -> {
                    Norms.BatchNorm n =
                            new Norms.BatchNorm(
                                    w,
                                    manager.zeros(new Shape(4)),
                                    manager.zeros(new Shape(4)),
                                    manager.ones(new Shape(4)));
                    NDArray y = Norms.batchNormLearning(picture, n, 1e-5);
                    return Aten.cast(y, ScalarType.FLOAT32).sub(target).square().mean();
                });
    }

    /** A guidance differentiates through a network that was loaded long before. */
    @Test
    void weightsCastBeforeTheCollectorOpenedCanTakePartInIt() {
        NDArray w = noise.normal(manager, new Shape(4, 4, 3, 3));
        NDArray early = Aten.channelsLast(Aten.cast(w, ScalarType.BFLOAT16));
        Shape shape = new Shape(1, 4, 6, 6);
        float[] x = noise.normal(4 * 36);
        float[] exact =
                gradient(manager.create(x, shape), y -> Aten.conv2d(y, w, 1, 1).square().mean());
        float[] ours =
                gradient(
                        manager.create(x, shape),
                        y -> {
                            NDArray h = Aten.cast(y, ScalarType.BFLOAT16);
                            h = Aten.conv2d(h, early, 1, 1);
                            return Aten.cast(h, ScalarType.FLOAT32).square().mean();
                        });
        assertRelative("gradient of the picture", 1e-2, ours, exact);
    }

    @Test
    void nothingIsRecordedWhenNoCollectorIsOpen() {
        NDArray x = manager.ones(new Shape(3));
        x.setRequiresGradient(true);
        assertFalse(Aten.silu(x).hasGradient());
    }

    private static float[] gradient(NDArray at, UnaryOperator<NDArray> f) {
        at.setRequiresGradient(true);
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            collector.backward(f.apply(at));
        }
        assertEquals(DataType.FLOAT32, at.getGradient().getDataType());
        return at.getGradient().toFloatArray();
    }
}
