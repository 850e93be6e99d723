package mien.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mien.engine.Closeness;
import mien.engine.checkpoint.Weights;
import mien.engine.diffusion.Parameterisation.Target;
import mien.engine.tensor.Devices;
import mien.engine.tensor.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A U-Net that runs its blocks twice learns what one learns that keeps everything. */
class CheckpointingTest {

    @TempDir Path folder;

    /** The loss of the first batch, and the gradient of every tensor. */
    private record Step(float loss, Map<String, float[]> gradients) {}

    @ParameterizedTest
    @EnumSource(
            value = Precision.class,
            names = {"FLOAT32", "BFLOAT16"})
    void aRigWithItsEncoderAndThumbnailGetsTheSameGradients(Precision precision) throws Exception {
        double rounding = precision == Precision.FLOAT32 ? 1e-4 : 5e-2;
        try (PeopleCache people = TinyTraining.people(folder)) {
            Step plain = first(TinyTraining.rig(Target.V, 1), false, people, precision);
            Step checkpointed = first(TinyTraining.rig(Target.V, 1), true, people, precision);
            assertEquals(plain.loss, checkpointed.loss, 1e-6 * plain.loss);
            assertEquals(plain.gradients.keySet(), checkpointed.gradients.keySet());
            assertTrue(
                    plain.gradients.keySet().stream().anyMatch(n -> n.startsWith("encoder.")),
                    "the encoder learns by the U-Net and by the thumbnail");
            plain.gradients.forEach(
                    (name, g) -> {
                        if (largest(g) > 1e-7) { // what is nothing but rounding has no direction
                            Closeness.assertRelative(
                                    name, rounding, checkpointed.gradients.get(name), g);
                        }
                    });
        }
    }

    @Test
    void dropoutAndCheckpointingExcludeEachOther() {
        String message =
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new UnetSizes(32, List.of(1.), 1, 32, 1, false, 0.1, true))
                        .getMessage();
        assertTrue(message.contains("dropout") && message.contains("twice"), message);
    }

    private static Recipe with(Recipe recipe, boolean checkpointing) {
        RigLearner r = (RigLearner) recipe.learns();
        UnetSizes u = r.unet();
        UnetSizes sizes =
                new UnetSizes(
                        u.numChannels(),
                        u.channelMult(),
                        u.numResBlocks(),
                        8, // of a channel alone a norm takes the bias away: its gradient were noise
                        u.attentionFactor(),
                        u.resblockUpdown(),
                        0,
                        checkpointing);
        RigLearner learner =
                new RigLearner(
                        r.predicts(),
                        sizes,
                        r.latentDim(),
                        r.encoderWidth(),
                        r.otherLook(),
                        r.p2Gamma(),
                        r.thumbnail(),
                        r.thumbnailPairs(),
                        r.head());
        return TinyTraining.recipe(learner, new TinyTraining.Batches(4, 1));
    }

    private static Step first(
            Recipe tiny, boolean checkpointing, PeopleCache people, Precision precision) {
        Recipe recipe = with(tiny, checkpointing);
        RigObjective objective =
                (RigObjective) ((RigLearner) recipe.learns()).objective(recipe, people);
        try (NDManager manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch")) {
            FreshTensors fresh = new FreshTensors(manager, 3);
            objective.build(Weights.of(fresh, Precision.FLOAT32));
            fresh.made().forEach((name, w) -> stirred(name, w));
            Parameters parameters = new Parameters(manager, fresh.made());
            RigObjective.Drawn batch = objective.batch(recipe.stages().get(0), 0);
            float value;
            try (GradientCollector graph = Engine.getEngine("PyTorch").newGradientCollector()) {
                Weights weights = Weights.of(parameters.masters(), precision);
                NDArray loss = objective.loss(weights, manager, batch);
                objective.backward(loss);
                value = loss.getFloat();
            }
            Map<String, float[]> gradients = new LinkedHashMap<>();
            for (String name : fresh.made().keySet()) {
                parameters
                        .masters()
                        .tensor(name, fresh.made().get(name).getShape().getShape())
                        .filter(NDArray::hasGradient)
                        .ifPresent(w -> gradients.put(name, w.getGradient().toFloatArray()));
            }
            return new Step(value, gradients);
        }
    }

    /** Layers that begin at zero would hide what comes before them. */
    private static void stirred(String name, NDArray w) {
        if (name.startsWith("denoisingUNet") && w.abs().max().getFloat() == 0) {
            w.set(new mien.engine.tensor.NoiseSource(name.hashCode()).normal((int) w.size()));
            w.muli(0.05f);
        }
    }

    private static double largest(float[] values) {
        double most = 0;
        for (float v : values) {
            most = Math.max(most, Math.abs(v));
        }
        return most;
    }
}
