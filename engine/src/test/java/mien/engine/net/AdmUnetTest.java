package mien.engine.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import mien.engine.Closeness;
import mien.engine.SyntheticWeights;
import mien.engine.checkpoint.Weights;
import mien.engine.net.AdmConfig.Resampling;
import mien.engine.net.AdmUnet.Conditions;
import mien.engine.tensor.Devices;
import mien.engine.tensor.NoiseSource;
import mien.engine.tensor.Precision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdmUnetTest {

    private static final AdmConfig SMALL = AdmConfigs.small(Resampling.RES_BLOCK, true, 0);

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

    @Test
    void picturesOfABatchDoNotMeet() {
        AdmUnet unet = unet(SMALL, Precision.FLOAT32);
        NDArray x = noise.normal(manager, new Shape(2, 12, 16, 8));
        NDArray code = noise.normal(manager, new Shape(2, 8));
        NDArray both = unet.forward(x, new double[] {10, 900}, Conditions.latent(code));
        NDArray second =
                unet.forward(x.get("1:2"), new double[] {900}, Conditions.latent(code.get("1:2")));
        Closeness.assertRelative(
                "second", 1e-5, second.toFloatArray(), both.get("1:2").toFloatArray());
    }

    @Test
    void learningWithoutDropoutIsThePassOfInference() {
        AdmUnet unet = unet(SMALL, Precision.FLOAT32);
        NDArray x = noise.normal(manager, new Shape(2, 12, 8, 8));
        double[] steps = {3, 700};
        float[] inference = unet.forward(x, steps, Conditions.NONE).toFloatArray();
        float[] learning = unet.forwardLearning(x, steps, Conditions.NONE).toFloatArray();
        Closeness.assertRelative("learning", 1e-6, learning, inference);
    }

    @Test
    void dropoutActsOnlyWhileLearning() {
        AdmUnet unet = unet(AdmConfigs.small(Resampling.RES_BLOCK, true, 0.5), Precision.FLOAT32);
        NDArray x = noise.normal(manager, new Shape(1, 12, 8, 8));
        double[] steps = {3};
        float[] inference = unet.forward(x, steps, Conditions.NONE).toFloatArray();
        assertArrayEquals(inference, unet.forward(x, steps, Conditions.NONE).toFloatArray(), 0);
        float[] learning = unet.forwardLearning(x, steps, Conditions.NONE).toFloatArray();
        assertTrue(Closeness.relative(learning, inference) > 1e-2);
    }

    @Test
    void aPictureThatDoesNotFitIsRefusedInWords() {
        AdmUnet unet = unet(SMALL, Precision.FLOAT32);
        for (Shape shape :
                List.of(new Shape(1, 3, 8, 8), new Shape(1, 12, 9, 8), new Shape(2, 12, 8, 8))) {
            NDArray x = manager.zeros(shape);
            assertEquals(
                    "the network reads [1, 12, H, W] with sides divisible by 2, but got " + shape,
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> unet.forward(x, new double[] {1}, Conditions.NONE))
                            .getMessage());
        }
    }

    @Test
    void aPassCanEndBeforeAnyBlockAndLeavesNothingBehind() {
        AdmUnet unet = unet(SMALL, Precision.FLOAT32);
        NDArray x = manager.zeros(new Shape(1, 12, 8, 8));
        int[] asked = {0};
        unet.forward(x, new double[] {1}, Conditions.NONE, () -> asked[0]++).close();
        assertEquals(4 + 1 + 4, asked[0], "the blocks down, the middle, the blocks up");
        int before = manager.getManagedArrays().size();
        for (int block = 1; block <= asked[0]; block++) {
            AtomicInteger left = new AtomicInteger(block);
            Runnable ending =
                    () -> {
                        if (left.decrementAndGet() == 0) {
                            throw new CancellationException();
                        }
                    };
            assertThrows(
                    CancellationException.class,
                    () -> unet.forward(x, new double[] {1}, Conditions.NONE, ending));
            assertEquals(before, manager.getManagedArrays().size(), "before block " + block);
        }
    }

    private AdmUnet unet(AdmConfig c, Precision precision) {
        return new AdmUnet(Weights.of(new SyntheticWeights(manager, 5), precision), c);
    }
}
