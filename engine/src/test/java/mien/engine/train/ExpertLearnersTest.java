package mien.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mien.engine.checkpoint.Weights;
import mien.engine.net.BiSeNet;
import mien.engine.net.EyeNetConfig;
import mien.engine.net.Fan;
import mien.engine.net.S3fd;
import mien.engine.tensor.Precision;
import mien.engine.tensor.ScalarType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the smaller experts of a face learn in a few steps. */
class ExpertLearnersTest {

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

    static Stream<Learner.OfFaces> learners() {
        return Stream.of(
                new ParserLearner(64, new BiSeNet.Config(4, 19, true)),
                new GazeLearner(new EyeNetConfig(1, 4, EyeCrop.LANDMARKS, 4, 32, 48), 50),
                new LandmarkLearner(64, new Fan.Config(1, 8, 68)),
                new DetectorLearner(new S3fd.Config(2), 2),
                new PoseLearner(4, 8));
    }

    private Trainer<?> trainer(Recipe recipe, String run) {
        return new Trainer<>(
                recipe,
                new RunFolder(folder.resolve(run)),
                ((Learner.OfFaces) recipe.learns()).objective(recipe, faces));
    }

    @ParameterizedTest
    @MethodSource("learners")
    void theLossFallsAndFiguresOfTheUnseenAreWritten(Learner.OfFaces learner) throws IOException {
        List<Double> losses = new ArrayList<>();
        try (Trainer<?> trainer = trainer(TinyFaces.recipe(learner, 64, 100), "run")) {
            trainer.run(() -> false, p -> losses.add(p.loss()), faces);
        }
        assertTrue(
                losses.get(1) < 0.97 * losses.get(0),
                "the loss went from %.4f to %.4f".formatted(losses.get(0), losses.get(1)));
        Map<String, Double> figures = new RunFolder(folder.resolve("run")).facts().heldOut();
        assertTrue(figures.size() >= 2, figures.toString());
        assertTrue(figures.values().stream().allMatch(Double::isFinite), figures.toString());
        String csv = Files.readString(folder.resolve("run/held-out.csv"));
        assertEquals(figures.size(), csv.lines().count(), csv);
        assertTrue(Files.exists(folder.resolve("run/sheet.png")));
    }

    @Test
    void whatIsFinishedIsNotMeasuredAgain() throws IOException {
        Recipe recipe = TinyFaces.recipe(new PoseLearner(4, 8), 64, 2);
        for (int i = 0; i < 2; i++) {
            try (Trainer<?> trainer = trainer(recipe, "twice")) {
                trainer.run(() -> false, p -> {}, faces);
            }
        }
        assertEquals(2, Files.readString(folder.resolve("twice/held-out.csv")).lines().count());
        assertEquals(2, new RunFolder(folder.resolve("twice")).facts().heldOut().size());
    }

    @ParameterizedTest
    @MethodSource("learners")
    void aStoppedTrainingGoesOnToTheSameWeights(Learner.OfFaces learner) throws IOException {
        Recipe recipe = TinyFaces.recipe(learner, 64, 4);
        try (Trainer<?> through = trainer(recipe, "through")) {
            through.run(() -> false, p -> {}, faces);
            through.export(folder.resolve("through.safetensors"), ScalarType.FLOAT32);
        }
        AtomicInteger asked = new AtomicInteger();
        try (Trainer<?> first = trainer(recipe, "halves")) {
            first.run(() -> asked.incrementAndGet() > 2, p -> {}, faces);
        }
        try (Trainer<?> second = trainer(recipe, "halves")) {
            second.run(() -> false, p -> {}, faces);
            second.export(folder.resolve("halves.safetensors"), ScalarType.FLOAT32);
        }
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("through.safetensors")),
                Files.readAllBytes(folder.resolve("halves.safetensors")));
    }

    @Test
    void theDetectorsPriorsAreAsManyAsItsAnswers() {
        try (NDManager manager = NDManager.newBaseManager()) {
            S3fd net =
                    new S3fd(
                            Weights.of(new FreshTensors(manager, 1), Precision.FLOAT32),
                            new S3fd.Config(2));
            for (int side : new int[] {64, 96, 128, 192}) {
                int[] sides = Priors.sides(side);
                List<S3fd.Level> levels = net.forward(manager.ones(shape(side)));
                for (int i = 0; i < sides.length; i++) {
                    NDArray map = levels.get(i).classes();
                    assertEquals(sides[i], map.getShape().get(2), "level " + i + " of " + side);
                }
            }
        }
    }

    private static Shape shape(int side) {
        return new Shape(1, 3, side, side);
    }
}
