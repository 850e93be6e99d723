package mien.engine.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mien.engine.Closeness;
import mien.engine.LearntWeights;
import mien.engine.SyntheticWeights;
import mien.engine.checkpoint.Weights;
import mien.engine.net.AdmConfig.Heads;
import mien.engine.net.AdmConfig.Resampling;
import mien.engine.net.AdmUnet.Conditions;
import mien.engine.tensor.Devices;
import mien.engine.tensor.NoiseSource;
import mien.engine.tensor.Precision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckpointedTest {

    private static final double[] STEPS = {20, 700};

    private NDManager manager;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @ParameterizedTest
    @EnumSource(Resampling.class)
    void everyGradientIsThatOfThePlainPass(Resampling resampling) {
        Map<String, float[]> plain = gradients(resampling, false);
        Map<String, float[]> checkpointed = gradients(resampling, true);
        assertEquals(plain.keySet(), checkpointed.keySet());
        assertTrue(plain.containsKey("x") && plain.containsKey("code") && plain.size() > 100);
        plain.forEach((name, g) -> Closeness.assertRelative(name, 1e-4, checkpointed.get(name), g));
    }

    @Test
    void dropoutIsRefused() {
        AdmUnet unet =
                new AdmUnet(
                        Weights.of(new SyntheticWeights(manager, 3), Precision.FLOAT32),
                        config(Resampling.RES_BLOCK, 0.1));
        NDArray x = manager.zeros(new Shape(1, 12, 8, 8));
        assertThrows(
                IllegalStateException.class,
                () -> unet.forwardCheckpointed(x, new double[] {1}, Conditions.NONE));
    }

    private Map<String, float[]> gradients(Resampling resampling, boolean checkpointing) {
        LearntWeights source = new LearntWeights(new SyntheticWeights(manager, 7));
        AdmUnet unet = new AdmUnet(Weights.of(source, Precision.FLOAT32), config(resampling, 0));
        NDArray x = new NoiseSource(1).normal(manager, new Shape(2, 12, 16, 8));
        NDArray code = new NoiseSource(2).normal(manager, new Shape(2, 8));
        x.setRequiresGradient(true);
        code.setRequiresGradient(true);
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            Conditions conditions = Conditions.latent(code);
            if (checkpointing) {
                AdmUnet.Replay replay = unet.forwardCheckpointed(x, STEPS, conditions);
                collector.backward(replay.output().square().mean());
                replay.backward();
            } else {
                collector.backward(unet.forwardLearning(x, STEPS, conditions).square().mean());
            }
        }
        Map<String, float[]> found = new LinkedHashMap<>();
        source.made().forEach((name, w) -> found.put(name, w.getGradient().toFloatArray()));
        found.put("x", x.getGradient().toFloatArray());
        found.put("code", code.getGradient().toFloatArray());
        return found;
    }

    private static AdmConfig config(Resampling resampling, double dropout) {
        return new AdmConfig(
                12,
                3,
                32,
                List.of(1., 2., 2.),
                1,
                Set.of(2),
                Heads.count(2),
                resampling,
                true,
                8,
                0,
                0,
                dropout,
                8); // of a channel alone a norm takes the bias away: its gradient were noise
    }
}
