package mien.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mien.engine.checkpoint.Safetensors;
import mien.engine.diffusion.Parameterisation.Target;
import mien.engine.tensor.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainerTest {

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(Target.class)
    void aRigLearnsWhateverItPredicts(Target target) {
        List<Double> losses = losses(TinyTraining.rig(target, 100));
        assertTrue(
                losses.get(1) < 0.9 * losses.get(0),
                "the loss went from %.4f to %.4f".formatted(losses.get(0), losses.get(1)));
    }

    @Test
    void anEstimatorLearns() {
        List<Double> losses = losses(TinyTraining.estimator(100));
        assertTrue(
                losses.get(1) < 0.98 * losses.get(0),
                "the loss went from %.4f to %.4f".formatted(losses.get(0), losses.get(1)));
    }

    /** The mean losses of the first and second fifty steps. */
    private List<Double> losses(Recipe recipe) {
        List<Double> losses = new ArrayList<>();
        try (Trainer<?> trainer = trainer(recipe, "run")) {
            trainer.run(() -> false, p -> losses.add(p.loss()), cache);
        }
        return losses;
    }

    @Test
    void aStoppedTrainingGoesOnToTheSameWeights() throws IOException {
        Recipe recipe = TinyTraining.rig(Target.V, 8);
        try (Trainer<?> through = trainer(recipe, "through")) {
            through.run(() -> false, p -> {}, cache);
            through.export(folder.resolve("through.safetensors"), ScalarType.FLOAT32);
        }
        AtomicInteger asked = new AtomicInteger();
        try (Trainer<?> first = trainer(recipe, "halves")) {
            first.run(() -> asked.incrementAndGet() > 3, p -> {}, cache);
        }
        assertEquals(3, new RunFolder(folder.resolve("halves")).facts().steps());
        try (Trainer<?> second = trainer(recipe, "halves")) {
            second.run(() -> false, p -> {}, cache);
            second.export(folder.resolve("halves.safetensors"), ScalarType.FLOAT32);
        }
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("through.safetensors")),
                Files.readAllBytes(folder.resolve("halves.safetensors")));
    }

    @Test
    void theExportIsTheMovingAverageAndLags() {
        Recipe recipe = TinyTraining.rig(Target.V, 6);
        try (Trainer<?> trainer = trainer(recipe, "lag")) {
            trainer.run(() -> false, p -> {}, cache);
            trainer.export(folder.resolve("average.safetensors"), ScalarType.FLOAT32);
        }
        String name = "denoisingUNet.input_blocks.0.0.weight";
        try (NDManager manager = NDManager.newBaseManager();
                Safetensors average =
                        Safetensors.open(folder.resolve("average.safetensors"), manager);
                Safetensors state =
                        Safetensors.open(folder.resolve("lag/state.safetensors"), manager)) {
            NDArray ours = average.tensor(name).orElseThrow();
            NDArray kept = state.tensor("average." + name).orElseThrow();
            NDArray master = state.tensor("master." + name).orElseThrow();
            assertEquals(0, ours.sub(kept).abs().max().getFloat());
            assertTrue(ours.sub(master).abs().max().getFloat() > 0);
        }
    }

    @Test
    void whatOnlyHelpsToLearnIsNotShipped() {
        Recipe recipe = TinyTraining.rig(Target.V, 1);
        try (Trainer<?> trainer = trainer(recipe, "help")) {
            trainer.run(() -> false, p -> {}, cache);
            trainer.export(folder.resolve("rig.safetensors"), ScalarType.FLOAT16);
        }
        try (NDManager manager = NDManager.newBaseManager();
                Safetensors rig = Safetensors.open(folder.resolve("rig.safetensors"), manager);
                Safetensors state =
                        Safetensors.open(folder.resolve("help/state.safetensors"), manager)) {
            assertTrue(state.names().contains("master.thumbnail.weight"));
            assertTrue(
                    rig.names().stream()
                            .allMatch(
                                    n ->
                                            n.startsWith("denoisingUNet.")
                                                    || n.startsWith("encoder.")));
        }
    }

    @Test
    void aTrainingLeavesACurveASheetAndItsFacts() {
        Recipe recipe = TinyTraining.rig(Target.V, 100);
        try (Trainer<?> trainer = trainer(recipe, "left")) {
            trainer.run(() -> false, p -> {}, cache);
        }
        Path run = folder.resolve("left");
        assertTrue(Files.exists(run.resolve("curve.csv")));
        assertTrue(Files.exists(run.resolve("curve.png")));
        assertTrue(Files.exists(run.resolve("sheet.png")));
        RunFolder.Facts facts = new RunFolder(run).facts();
        assertEquals(100, facts.steps());
        assertEquals(400, facts.images());
    }

    private PeopleCache cache;

    private Trainer<?> trainer(Recipe recipe, String run) {
        cache = TinyTraining.people(folder);
        return new Trainer<>(
                recipe, new RunFolder(folder.resolve(run)), TinyTraining.objective(recipe, cache));
    }
}
