package mien.engine.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import mien.engine.tensor.Precision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArcFaceTest {

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
    void thePublishedDepthsAreReadOffTheNames() throws Exception {
        assertEquals(
                new ArcFace.Config(List.of(3, 4, 23, 3), false, 64, 512, 112),
                ArcFace.Config.of(ManifestTensors.read("diffface/arcface_r101")));
        assertEquals(
                new ArcFace.Config(List.of(3, 4, 23, 3), true, 64, 512, 112),
                ArcFace.Config.of(ManifestTensors.read("diffface/arcface_r101se")));
        assertEquals(
                new ArcFace.Config(List.of(2, 2, 2, 2), true, 64, 512, 112),
                ArcFace.Config.of(ManifestTensors.read("diffface/arcface_r18se")));
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 64, 96, 112, 128})
    void aNarrowNetworkIsReadBackFromItsOwnTensors(int side) {
        ArcFace.Config config = new ArcFace.Config(List.of(1, 3, 2, 1), side == 64, 8, 24, side);
        assertEquals(config, ArcFace.Config.of(stored(config)));
    }

    @Test
    void whatIsNoArcFaceIsRefusedWithTheMissingName() throws Exception {
        ManifestTensors parser = ManifestTensors.read("diffface/bisenet");
        assertEquals(
                "these weights are no ArcFace network: 'conv1.weight' is missing; choose another"
                        + " file.",
                assertThrows(CheckpointException.class, () -> ArcFace.Config.of(parser))
                        .getMessage());
        Map<String, TensorHeader> cut =
                new LinkedHashMap<>(ManifestTensors.read("diffface/arcface_r18se").tensors());
        cut.keySet().removeIf(name -> name.startsWith("layer3."));
        String sentence =
                assertThrows(
                                CheckpointException.class,
                                () -> ArcFace.Config.of(new ManifestTensors(cut)))
                        .getMessage();
        assertTrue(sentence.contains("its stages have [2, 2, 0, 2] blocks"), sentence);
    }

    @Test
    void picturesOfAnotherSizeAreRefused() {
        ArcFace net = net(new ArcFace.Config(List.of(1, 1, 1, 1), false, 4, 8, 32));
        for (Shape wrong :
                List.of(new Shape(2, 3, 64, 64), new Shape(2, 1, 32, 32), new Shape(3))) {
            assertEquals(
                    "this ArcFace network reads [N, 3, 32, 32], but got " + wrong + ".",
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> net.forward(manager.zeros(wrong)))
                            .getMessage());
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new ArcFace.Config(List.of(1, 1, 1), false, 4, 8, 32));
    }

    private ArcFace net(ArcFace.Config config) {
        return new ArcFace(
                Weights.of(new LiveWeights(manager, false), Precision.FLOAT32),
                config,
                Statistics.RUNNING);
    }

    /** What a file of the network would hold. */
    private ManifestTensors stored(ArcFace.Config config) {
        LiveWeights weights = new LiveWeights(manager, false);
        new ArcFace(Weights.of(weights, Precision.FLOAT32), config, Statistics.RUNNING);
        return ManifestTensors.of(weights.tensors());
    }
}
