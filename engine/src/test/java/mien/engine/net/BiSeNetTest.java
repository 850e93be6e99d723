package mien.engine.net;

import static mien.engine.Closeness.assertRelative;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mien.engine.checkpoint.CheckpointException;
import mien.engine.checkpoint.TensorHeader;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.Layers.Statistics;
import mien.engine.tensor.Devices;
import mien.engine.tensor.NoiseSource;
import mien.engine.tensor.Precision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BiSeNetTest {

    private static final BiSeNet.Config SMALL = new BiSeNet.Config(4, 5, true);

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
    void thePublishedSizesAreReadOffTheNames() throws Exception {
        ManifestTensors published = ManifestTensors.read("diffface/bisenet");
        assertEquals(BiSeNet.Config.published(), BiSeNet.Config.of(published));
        Map<String, TensorHeader> bare = new LinkedHashMap<>(published.tensors());
        bare.keySet().removeIf(n -> n.startsWith("conv_out16.") || n.startsWith("conv_out32."));
        assertEquals(
                new BiSeNet.Config(64, 19, false), BiSeNet.Config.of(new ManifestTensors(bare)));
        ManifestTensors arcFace = ManifestTensors.read("diffface/arcface_r18se");
        String sentence =
                assertThrows(CheckpointException.class, () -> BiSeNet.Config.of(arcFace))
                        .getMessage();
        assertTrue(sentence.contains("no BiSeNet parser: 'cp.resnet.conv1.weight'"), sentence);
    }

    @Test
    void aNarrowNetworkIsReadBackFromItsOwnTensors() {
        LiveWeights weights = new LiveWeights(manager, false);
        parser(weights, SMALL);
        assertEquals(SMALL, BiSeNet.Config.of(ManifestTensors.of(weights.tensors())));
    }

    @Test
    void aCopyWithoutCoarseOutputsGivesTheSameFirstAnswerAndNoOther() {
        LiveWeights weights = new LiveWeights(manager, false);
        NDArray x = new NoiseSource(3).normal(manager, new Shape(1, 3, 40, 33));
        BiSeNet whole = parser(weights, SMALL);
        BiSeNet bare = parser(weights, new BiSeNet.Config(4, 5, false));
        NDArray answer = bare.forward(x);
        assertEquals(new Shape(1, 5, 40, 33), answer.getShape());
        assertRelative(
                "answer", 1e-6, answer.toFloatArray(), whole.forwardAll(x).out().toFloatArray());
        assertEquals(
                "this parser has no coarse outputs: ask for its first answer alone.",
                assertThrows(IllegalStateException.class, () -> bare.forwardAll(x)).getMessage());
    }

    @Test
    void picturesTooSmallOrOfOtherChannelsAreRefused() {
        BiSeNet net = parser(new LiveWeights(manager, false), SMALL);
        List<Shape> wrong =
                List.of(new Shape(1, 3, 31, 64), new Shape(1, 1, 64, 64), new Shape(3, 64, 64));
        for (Shape shape : wrong) {
            assertEquals(
                    "the parser reads pictures [N, 3, H, W] of at least 32 × 32 pixels, but got "
                            + shape
                            + ".",
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> net.forward(manager.zeros(shape)))
                            .getMessage());
        }
        assertThrows(IllegalArgumentException.class, () -> new BiSeNet.Config(0, 19, true));
    }

    /** The mean of the whole picture is one number per channel: a batch of one cannot be learnt. */
    @Test
    void aBatchOfOnePictureIsRefusedByTraining() {
        BiSeNet net =
                new BiSeNet(
                        Weights.of(new LiveWeights(manager, false), Precision.FLOAT32),
                        SMALL,
                        Statistics.BATCH);
        NDArray one = manager.zeros(new Shape(1, 3, 64, 64));
        String sentence =
                assertThrows(IllegalArgumentException.class, () -> net.forwardLearning(one))
                        .getMessage();
        assertTrue(sentence.contains("take larger batches"), sentence);
    }

    private BiSeNet parser(LiveWeights weights, BiSeNet.Config config) {
        return new BiSeNet(Weights.of(weights, Precision.FLOAT32), config, Statistics.RUNNING);
    }
}
