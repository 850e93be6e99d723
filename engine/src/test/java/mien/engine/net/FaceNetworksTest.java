package mien.engine.net;

import static mien.engine.Closeness.assertRelative;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import mien.engine.SyntheticWeights;
import mien.engine.checkpoint.CheckpointFile;
import mien.engine.checkpoint.PickleForge;
import mien.engine.checkpoint.TorchForge;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.Layers.Statistics;
import mien.engine.tensor.Devices;
import mien.engine.tensor.NoiseSource;
import mien.engine.tensor.Precision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Narrow face detectors and landmark networks: how they learn, load and refuse. */
class FaceNetworksTest {

    private static final S3fd.Config DETECTOR = new S3fd.Config(4);
    private static final Fan.Config LANDMARKS = new Fan.Config(2, 16, 5);

    @TempDir Path folder;
    private NDManager manager;
    private NDArray picture;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");
        picture = new NoiseSource(1).normal(manager, new Shape(2, 3, 64, 64));
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void learningWithRunningStatisticsIsThePassOfInference() {
        LiveWeights weights = new LiveWeights(manager, false);
        Fan fan = new Fan(weights(weights), LANDMARKS, Statistics.RUNNING);
        assertRelative(
                "heat maps",
                1e-6,
                fan.forwardLearning(picture).get(1).toFloatArray(),
                fan.forward(picture).toFloatArray());
        S3fd detector = new S3fd(weights(weights), DETECTOR);
        List<S3fd.Level> learnt = detector.forwardLearning(picture);
        List<S3fd.Level> used = detector.forward(picture);
        for (int i = 0; i < used.size(); i++) {
            float[] expected = used.get(i).classes().toFloatArray();
            assertRelative("level " + i, 1e-5, learnt.get(i).classes().toFloatArray(), expected);
        }
    }

    @Test
    void heatMapsInBfloat16StayNear() {
        LiveWeights weights = new LiveWeights(manager, false);
        Weights half = Weights.of(weights, Precision.BFLOAT16);
        assertRelative(
                "heat maps",
                3e-2,
                new Fan(half, LANDMARKS, Statistics.RUNNING).forward(picture).toFloatArray(),
                new Fan(weights(weights), LANDMARKS, Statistics.RUNNING)
                        .forward(picture)
                        .toFloatArray());
    }

    @Test
    void aPassLeavesNothingBehindButItsMaps() {
        LiveWeights weights = new LiveWeights(manager, false);
        S3fd detector = new S3fd(weights(weights), DETECTOR);
        Fan fan = new Fan(weights(weights), LANDMARKS, Statistics.RUNNING);
        int before = manager.getManagedArrays().size();
        assertEquals(6, detector.forward(picture).size());
        fan.forward(picture);
        assertEquals(before + 13, manager.getManagedArrays().size());
    }

    @Test
    void aStepAgainstTheGradientMakesTheLossSmaller() {
        learns(
                w -> {
                    Fan fan = new Fan(w, LANDMARKS, Statistics.BATCH);
                    return new NDList(fan.forwardLearning(picture)); // every hourglass is taught
                },
                2e-3f);
        learns(
                w -> {
                    NDList maps = new NDList();
                    for (S3fd.Level level : new S3fd(w, DETECTOR).forwardLearning(picture)) {
                        maps.add(level.classes());
                        maps.add(level.offsets());
                    }
                    return maps;
                },
                1e-2f);
    }

    private void learns(Function<Weights, NDList> network, float rate) {
        LiveWeights weights = new LiveWeights(manager, true);
        float before = learn(weights, network);
        weights.tensors()
                .forEach(
                        (name, tensor) -> {
                            if (tensor.hasGradient()) {
                                NDArray g = tensor.getGradient();
                                assertTrue(g.abs().sum().getFloat() > 0, name);
                                tensor.subi(g.mul(rate));
                            }
                        });
        float after = learn(weights, network);
        assertTrue(after < 0.99 * before, before + " became " + after);
    }

    private static float learn(LiveWeights weights, Function<Weights, NDList> network) {
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            NDArray loss = weights.manager().zeros(new Shape());
            for (NDArray map : network.apply(weights(weights))) {
                loss = loss.add(map.sub(1).square().mean());
            }
            collector.backward(loss);
            return loss.getFloat();
        }
    }

    /** 2DFAN4-*.zip: the same names, as attributes of scripted objects. */
    @Test
    void aScriptedArchiveLoadsStrictly() throws IOException {
        LiveWeights source = new LiveWeights(manager, false);
        Fan expected = new Fan(weights(source), LANDMARKS, Statistics.RUNNING);
        Path file = Files.write(folder.resolve("2DFAN.zip"), scripted(source.tensors()));
        try (CheckpointFile read = CheckpointFile.open(file, manager)) {
            assertEquals("TorchScript", read.container());
            Weights w = Weights.of(read.section(read.sections().get(0)), Precision.FLOAT32);
            Fan fan = new Fan(w, LANDMARKS, Statistics.RUNNING);
            assertTrue(w.report().clean(), w.report().sentence());
            assertRelative(
                    "heat maps",
                    1e-6,
                    fan.forward(picture).toFloatArray(),
                    expected.forward(picture).toFloatArray());
        }
    }

    /** What {@code torch.jit.save} writes of a module: attributes within attributes. */
    private static byte[] scripted(Map<String, NDArray> tensors) {
        TorchForge forge = new TorchForge();
        object(forge, TorchForge.tree(tensors));
        return forge.zip()
                .part("archive/constants.pkl", PickleForge.begun().op(")").done())
                .part("archive/code/__torch__/models.py", "class FAN(Module):".getBytes())
                .done();
    }

    @SuppressWarnings("unchecked") // a tree of maps and arrays
    private static void object(TorchForge forge, Map<String, Object> attributes) {
        PickleForge pickle = forge.pickle();
        pickle.global("__torch__.models", "Module").op(")\u0081}(").text("training").raw(0x89);
        attributes.forEach(
                (name, value) -> {
                    pickle.text(name);
                    if (value instanceof NDArray tensor) {
                        forge.tensor(tensor);
                    } else {
                        object(forge, (Map<String, Object>) value);
                    }
                });
        pickle.op("ub");
    }

    @Test
    void picturesOfOtherSidesAreRefusedInWords() {
        Weights w = Weights.of(new SyntheticWeights(manager, 3), Precision.FLOAT32);
        S3fd detector = new S3fd(w, DETECTOR);
        NDArray small = manager.zeros(new Shape(1, 3, 31, 64));
        assertEquals(
                "the detector reads pictures [N, 3, H, W] of at least 32 × 32 pixels, but got (1, 3, 31, 64)",
                assertThrows(IllegalArgumentException.class, () -> detector.forward(small))
                        .getMessage());
        Fan fan = new Fan(w, LANDMARKS, Statistics.RUNNING);
        assertEquals(
                "the landmark network reads crops [N, 3, H, W] with sides divisible by 64, but got (1, 3, 31, 64)",
                assertThrows(IllegalArgumentException.class, () -> fan.forward(small))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Fan.Config(1, 12, 68));
    }

    private static Weights weights(LiveWeights source) {
        return Weights.of(source, Precision.FLOAT32);
    }
}
