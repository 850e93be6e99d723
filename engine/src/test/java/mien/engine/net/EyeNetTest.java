package mien.engine.net;

import static mien.engine.Closeness.assertAbsolute;
import static mien.engine.Closeness.assertRelative;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import mien.engine.Closeness;
import mien.engine.SyntheticWeights;
import mien.engine.checkpoint.CheckpointException;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.Layers.Statistics;
import mien.engine.tensor.Devices;
import mien.engine.tensor.NoiseSource;
import mien.engine.tensor.Precision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EyeNetTest {

    private static final EyeNetConfig SMALL = new EyeNetConfig(2, 4, 3, 4, 48, 80);

    private NDManager manager;
    private NDArray eyes;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");
        eyes = new NoiseSource(4).normal(manager, new Shape(2, 48, 80)).mul(0.2f).add(0.5f);
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void runningStatisticsPlayNoPartWhereEachPictureHasItsOwn() {
        LiveWeights weights = new LiveWeights(manager, false);
        EyeNet net = eyeNet(weights, Statistics.OWN);
        float[] before = net.forward(eyes).heatMaps().toFloatArray();
        weights.tensors()
                .forEach(
                        (name, tensor) -> {
                            if (name.contains("running_")) {
                                tensor.addi(3);
                            }
                        });
        float[] moved = weights.tensors().get("pre.0.bn.running_mean").toFloatArray();
        assertArrayEquals(before, net.forward(eyes).heatMaps().toFloatArray());
        assertArrayEquals(moved, weights.tensors().get("pre.0.bn.running_mean").toFloatArray());
    }

    @Test
    void eachPictureOfABatchIsNormalisedByItselfAlone() {
        EyeNet net = eyeNet(new LiveWeights(manager, false), Statistics.OWN);
        NDArray both = net.forward(eyes).heatMaps();
        for (int i = 0; i < 2; i++) {
            NDArray alone = net.forward(eyes.get(i + ":" + (i + 1))).heatMaps();
            assertRelative("eye " + i, 1e-5, both.get(i).toFloatArray(), alone.toFloatArray());
        }
        EyeNet together = eyeNet(new LiveWeights(manager, false), Statistics.BATCH);
        float[] first = together.forward(eyes).heatMaps().get(0).toFloatArray();
        float[] own = both.get(0).toFloatArray();
        assertTrue(Closeness.relative(first, own) > 1e-2, "a batch shares statistics");
    }

    @Test
    void landmarksAreWhereTheHeatMapsMassIs() {
        LiveWeights weights = new LiveWeights(manager, false);
        EyeNet.Answer answer = eyeNet(weights, Statistics.RUNNING).forward(eyes);
        assertEquals(new Shape(2, 2, 3, 24, 40), answer.heatMaps().getShape());
        float[] map = answer.heatMaps().get(1).get(1).get(2).toFloatArray();
        double total = 0;
        double y = 0;
        double x = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (float v : map) {
            highest = Math.max(highest, v);
        }
        for (int i = 0; i < map.length; i++) {
            double mass = Math.exp(100 * (map[i] - highest));
            total += mass;
            y += mass * (i / 40);
            x += mass * (i % 40);
        }
        float[] expected = {(float) (y / total), (float) (x / total)};
        assertAbsolute("landmark", 2e-3, answer.landmarks().get(1).get(2).toFloatArray(), expected);
    }

    @Test
    void theGradientOfTheProgramsModeIsTheDifferenceQuotient() {
        ExactWeights exact = new ExactWeights(new SyntheticWeights(manager, 9), true);
        EyeNet net = new EyeNet(Weights.of(exact, Precision.FLOAT32), SMALL, Statistics.OWN);
        NDArray x = eyes.toType(DataType.FLOAT64, false);
        Slope.assertRight(y -> net.forward(y).gaze().square().mean(), x, 1e-8, 1e-4);
    }

    @Test
    void theSizesAreReadOffTheNamesAndTheNotesAgree() throws Exception {
        ManifestTensors full = ManifestTensors.read("diffface/eyenet_full");
        Map<String, String> notes = Map.of("nstack", "3", "nfeatures", "32", "nlandmarks", "34");
        assertEquals(EyeNetConfig.published(), EyeNetConfig.of(full, notes));
        assertEquals(EyeNetConfig.published(), EyeNetConfig.of(full, Map.of()));
        assertEquals(
                new EyeNetConfig(1, 16, 5, 64, 96, 160),
                EyeNetConfig.of(ManifestTensors.read("diffface/eyenet_small"), Map.of()));
        LiveWeights weights = new LiveWeights(manager, false);
        eyeNet(weights, Statistics.RUNNING);
        assertEquals(SMALL, EyeNetConfig.of(ManifestTensors.of(weights.tensors()), Map.of()));
        assertEquals(
                "this gaze network is damaged: it says nfeatures = 64, but its tensors say 32; get"
                        + " it again.",
                assertThrows(
                                CheckpointException.class,
                                () -> EyeNetConfig.of(full, Map.of("nfeatures", "64")))
                        .getMessage());
    }

    @Test
    void picturesOfAnotherSizeAreRefused() {
        EyeNet net = eyeNet(new LiveWeights(manager, false), Statistics.RUNNING);
        assertEquals(
                "this gaze network reads eyes [N, 48, 80], but got (2, 80, 48).",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> net.forward(manager.zeros(new Shape(2, 80, 48))))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new EyeNetConfig(1, 16, 5, 16, 50, 80));
    }

    private EyeNet eyeNet(LiveWeights weights, Statistics statistics) {
        return new EyeNet(Weights.of(weights, Precision.FLOAT32), SMALL, statistics);
    }
}
