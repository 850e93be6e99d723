package mien.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeTest {

    private static final Path RECIPES =
            Path.of(System.getProperty("mien.models"), "demo", "recipes");

    private static final String STAGES =
            """
            "stages": [
              {"size": 64, "batch": 4, "accumulate": 2, "steps": 10, "warmUp": 0, "rate": 1, "endRate": 1},
              {"size": 64, "batch": 7, "accumulate": 3, "steps": 5, "warmUp": 0, "rate": 1, "endRate": 1}
            ]\
            """;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "relight-rig.json",
                "relight-estimator.json",
                "faceswap-identity.json",
                "faceswap-unet.json",
                "faceswap-parser.json",
                "faceswap-gaze.json",
                "faceswap-landmarks.json",
                "faceswap-detector.json",
                "faceswap-pose.json",
                "faceswap-judge.json"
            })
    void theBundledRecipesAreReadAsTheyAre(String name) {
        Recipe recipe = Recipe.read(RECIPES.resolve(name));
        assertEquals(name.replace(".json", ""), recipe.name());
        assertTrue(recipe.totalSteps() > 0);
    }

    @Test
    void anUnknownEntryIsNamed() throws IOException {
        String text = Files.readString(RECIPES.resolve("relight-rig.json"));
        Path file = folder.resolve("recipe.json");
        Files.writeString(file, text.replaceFirst("\\{", "{\"speed\": 11,"));
        String message =
                assertThrows(IllegalArgumentException.class, () -> Recipe.read(file)).getMessage();
        assertTrue(message.contains("speed") && message.contains("recipe.json"), message);
    }

    @Test
    void theRateWarmsUpAndThenFallsAlongHalfACosine() {
        Recipe.Stage stage = new Recipe.Stage(64, 8, 1, 100, 10, 1e-3, 1e-5);
        assertEquals(1e-4, stage.rateAt(0), 1e-6);
        assertTrue(stage.rateAt(9) > 9.5e-4);
        for (int step = 10; step < 100; step++) {
            assertTrue(stage.rateAt(step) < stage.rateAt(step - 1), "at step " + step);
        }
        assertEquals((1e-3 + 1e-5) / 2, stage.rateAt(50), 1e-9);
        assertEquals(1e-5, stage.rateAt(100), 1e-9);
    }

    @Test
    void stepsAreCountedOverAllStages() throws IOException {
        Recipe recipe = Recipe.read(RECIPES.resolve("relight-rig.json"));
        int first = recipe.stages().get(0).steps();
        assertEquals(recipe.stages().get(0), recipe.at(first - 1).stage());
        assertEquals(recipe.stages().get(1), recipe.at(first).stage());
        assertEquals(0, recipe.at(first).step());
    }

    @Test
    void batchesAndPicturesAreCountedOverAllStages() throws IOException {
        String text = Files.readString(RECIPES.resolve("relight-rig.json"));
        Path file = folder.resolve("recipe.json");
        Files.writeString(file, text.replaceFirst("(?s)\"stages\": \\[.*?\\]", STAGES));
        Recipe recipe = Recipe.read(file);
        assertEquals(0, recipe.drawnBefore(0));
        assertEquals(20, recipe.drawnBefore(10));
        assertEquals(20 + 3, recipe.drawnBefore(11));
        assertEquals(20 * 4, recipe.picturesBefore(10));
        assertEquals(20 * 4 + 5 * 3 * 7, recipe.picturesBefore(15));
        assertEquals(20 * 4 + 5 * 3 * 7, recipe.picturesBefore(99));
    }

    @Test
    void peopleForEvaluationAreNotTrainedOn() {
        assertThrows(IllegalArgumentException.class, () -> new Recipe.Data(10, 2, 999_995));
    }
}
