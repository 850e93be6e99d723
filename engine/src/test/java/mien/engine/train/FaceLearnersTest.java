package mien.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mien.engine.checkpoint.Safetensors;
import mien.engine.checkpoint.Weights;
import mien.engine.net.ArcFace;
import mien.engine.nn.Layers;
import mien.engine.tensor.NoiseSource;
import mien.engine.tensor.Precision;
import mien.engine.tensor.ScalarType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the experts of a face and the U-Net of a swap learn in a few steps. */
class FaceLearnersTest {

    @TempDir Path folder;
    private Faces faces;

    @BeforeEach
    void draw() {
        faces = TinyFaces.people(folder);
    }

    @AfterEach
    void close() throws IOException {
        faces.close();
    }

    private Path known(int steps) {
        return TinyFaces.known(folder, faces, steps);
    }

    private Trainer<?> trainer(Recipe recipe, String run) {
        return TinyFaces.trainer(recipe, folder.resolve(run), faces);
    }

    /** The mean losses of the first and second fifty steps. */
    private List<Double> losses(Recipe recipe) {
        List<Double> losses = new ArrayList<>();
        try (Trainer<?> trainer = trainer(recipe, "run")) {
            trainer.run(() -> false, p -> losses.add(p.loss()), faces);
        }
        return losses;
    }

    private static void assertFell(double least, List<Double> losses) {
        assertTrue(
                losses.get(1) < least * losses.get(0),
                "the loss went from %.4f to %.4f".formatted(losses.get(0), losses.get(1)));
    }

    private Learner swap(double alike) {
        return TinyFaces.swap(known(1), alike, 0);
    }

    @Test
    void anIdentityNetworkLearnsWhoIsWho() {
        assertFell(0.97, losses(TinyFaces.recipe(TinyFaces.identity(), 64, 100)));
    }

    @Test
    void theTraitsOnlyHelpToLearn() {
        try (NDManager manager = NDManager.newBaseManager();
                Safetensors file = Safetensors.open(known(1), manager)) {
            assertTrue(file.names().contains("layer4.0.conv2.weight"));
            assertFalse(file.names().contains("traits.weight"));
        }
    }

    @Test
    void vectorsOfCleanPicturesLieAroundZeroHoweverOftenANetworkIsWritten() {
        known(30);
        Path again = known(30); // finished: nothing is learnt, but it is written anew
        Glimpse glimpse = new Glimpse(TinyFaces.NETWORK.side());
        double[] mean = new double[TinyFaces.NETWORK.embedding()];
        double length = 0;
        try (NDManager manager = NDManager.newBaseManager();
                Safetensors file = Safetensors.open(again, manager)) {
            ArcFace net =
                    new ArcFace(
                            Weights.of(file, Precision.FLOAT32),
                            TinyFaces.NETWORK,
                            Layers.Statistics.RUNNING);
            for (int person = 0; person < faces.people(); person++) {
                int index = person * faces.looks() + person % faces.looks();
                float[] picture = faces.picture(index, faces.side());
                for (float[] seen :
                        List.of(
                                glimpse.plain(picture),
                                glimpse.masked(picture, faces.parsing(index)))) {
                    float[] v =
                            net.forward(manager.create(seen, new Shape(1, 3, 32, 32)))
                                    .toFloatArray();
                    for (int k = 0; k < mean.length; k++) {
                        mean[k] += v[k];
                        length += v[k] * v[k];
                    }
                }
            }
        }
        double rest = Arrays.stream(mean).map(m -> m * m).sum();
        assertTrue(rest < 1e-4 * length, rest + " of " + length);
    }

    @Test
    void aSwapNetworkLearnsToDenoise() {
        assertFell(0.95, losses(TinyFaces.recipe(swap(0), 32, 100)));
    }

    @Test
    void theIdentityTermIsAddedToEverySecondBatch() {
        Recipe with = TinyFaces.recipe(swap(0.5), 32, 4);
        Recipe without = TinyFaces.recipe(swap(0), 32, 4);
        double[] more = firstLosses(with);
        double[] bare = firstLosses(without);
        assertTrue(more[0] > bare[0] + 0.01, more[0] + " and " + bare[0]);
        assertEquals(bare[1], more[1], 1e-6, "the second batch goes without");
    }

    /** The losses of the first two batches before anything was learnt. */
    private double[] firstLosses(Recipe recipe) {
        double[] losses = new double[2];
        try (NDManager manager = NDManager.newBaseManager();
                SwapObjective objective =
                        new SwapObjective(recipe, (SwapLearner) recipe.learns(), faces)) {
            FreshTensors fresh = new FreshTensors(manager, 1);
            objective.build(Weights.of(fresh, Precision.FLOAT32));
            Parameters parameters = new Parameters(manager, fresh.made());
            for (int draw = 0; draw < 2; draw++) {
                losses[draw] =
                        objective
                                .loss(
                                        Weights.of(parameters.masters(), Precision.FLOAT32),
                                        manager,
                                        objective.batch(recipe.stages().get(0), draw))
                                .getFloat();
            }
        }
        return losses;
    }

    @Test
    void deepNoiseComesAsOftenAsTheRecipeSays() {
        SwapLearner learner = (SwapLearner) swap(0);
        NoiseSource random = new NoiseSource(3);
        int[] steps = IntStream.range(0, 20_000).map(i -> learner.step(1000, random)).toArray();
        double deep = Arrays.stream(steps).filter(t -> t >= 600).count() / 20_000.0;
        assertEquals(0.2, deep, 0.01, "of 400 steps");
        assertEquals(0, Arrays.stream(steps).min().orElseThrow());
        assertEquals(999, Arrays.stream(steps).max().orElseThrow());
        assertEquals(299.5, shallow(steps), 5, "all shallow steps come alike often");
    }

    private static double shallow(int[] steps) {
        return Arrays.stream(steps).filter(t -> t < 600).average().orElseThrow();
    }

    @Test
    void aStoppedSwapTrainingGoesOnToTheSameWeights() throws IOException {
        Recipe recipe = TinyFaces.recipe(swap(0.1), 32, 6);
        try (Trainer<?> through = trainer(recipe, "through")) {
            through.run(() -> false, p -> {}, faces);
            through.export(folder.resolve("through.safetensors"), ScalarType.FLOAT32);
        }
        AtomicInteger asked = new AtomicInteger();
        try (Trainer<?> first = trainer(recipe, "halves")) {
            first.run(() -> asked.incrementAndGet() > 3, p -> {}, faces);
        }
        try (Trainer<?> second = trainer(recipe, "halves")) {
            second.run(() -> false, p -> {}, faces);
            second.export(folder.resolve("halves.safetensors"), ScalarType.FLOAT32);
        }
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("through.safetensors")),
                Files.readAllBytes(folder.resolve("halves.safetensors")));
    }
}
