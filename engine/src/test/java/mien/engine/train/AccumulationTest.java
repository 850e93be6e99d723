package mien.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mien.engine.checkpoint.Safetensors;
import mien.engine.checkpoint.Weights;
import mien.engine.diffusion.Parameterisation.Target;
import mien.engine.picture.Picture;
import mien.engine.tensor.ScalarType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccumulationTest {

    @TempDir Path folder;
    private PeopleCache people;

    @BeforeEach
    void draw() {
        people = TinyTraining.people(folder);
    }

    @AfterEach
    void close() throws Exception {
        people.close();
    }

    @Test
    void fourBatchesOfTwoStepLikeOneOfEight() {
        assertArrayEquals(learnt(8, 1, "whole"), learnt(2, 4, "parts"), 1e-6f);
        assertNotEquals(learnt(8, 1, "eight")[0], learnt(2, 1, "two")[0], "a batch matters");
    }

    @Test
    void everyBatchIsDrawnOnceAndAStoppedTrainingDrawsOn() {
        Recipe recipe = recipe(3, 4, 5);
        try (BatchesAhead<float[]> batches = new BatchesAhead<>(recipe, new Circle(), 2)) {
            List<Float> first = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                first.add(batches.next()[0]);
            }
            assertEquals(List.of(24f, 27f, 30f, 33f, 36f), first, "steps 0 and 1 drew 24 numbers");
        }
    }

    private static Recipe recipe(int batch, int accumulate, int steps) {
        Recipe tiny = TinyTraining.rig(Target.V, steps);
        return new Recipe(
                tiny.name(),
                tiny.learns(),
                tiny.data(),
                tiny.optimiser(),
                List.of(new Recipe.Stage(32, batch, accumulate, steps, 0, 0.1, 0.1)),
                tiny.seed(),
                "");
    }

    /** The weight after three steps. */
    private float[] learnt(int batch, int accumulate, String run) {
        Path out = folder.resolve(run + ".safetensors");
        Recipe recipe = recipe(batch, accumulate, 3);
        RunFolder state = new RunFolder(folder.resolve(run));
        try (Trainer<float[]> trainer = new Trainer<>(recipe, state, new Circle())) {
            trainer.run(() -> false, p -> {}, people);
            trainer.export(out, ScalarType.FLOAT32);
        }
        assertEquals(3L * batch * accumulate, state.facts().images());
        try (NDManager manager = NDManager.newBaseManager();
                Safetensors file = Safetensors.open(out, manager)) {
            return file.tensor("w").orElseThrow().toFloatArray();
        }
    }

    /** Two numbers learn to be near the cosine and the sine of every count. */
    private static final class Circle implements Objective<float[]> {

        @Override
        public void build(Weights fresh) {
            fresh.exact("w", 2);
        }

        @Override
        public Map<String, float[]> constants() {
            return Map.of();
        }

        @Override
        public float[] batch(Recipe.Stage stage, long draw) {
            float[] counts = new float[stage.batch()];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = draw * stage.batch() + i;
            }
            return counts;
        }

        @Override
        public NDArray loss(Weights weights, NDManager manager, float[] counts) {
            NDArray n = manager.create(counts, new Shape(counts.length, 1));
            NDArray wanted = n.cos().concat(n.sin(), 1); // N,2
            return weights.exact("w", 2).sub(wanted).square().mean();
        }

        @Override
        public Picture sheet(Weights average, NDManager manager, Recipe.Stage stage) {
            int[] grey = new int[4];
            Arrays.fill(grey, 0xff808080);
            return new Picture(2, 2, grey);
        }
    }
}
