package mien.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a swap network is shown. */
class SwapObjectiveTest {

    private static final int SIDE = 32;
    private static final int NUMBERS = 3 * SIDE * SIDE;
    private static final int BATCHES = 30;
    private static final int BACKGROUND = 0; // of the parser's classes
    private static final int SKIN = 1;

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

    @Test
    void aShareOfTheExamplesAreSwapsAndAllOthersHideWhatIsToBeSeen() {
        Recipe recipe =
                TinyFaces.recipe(
                        TinyFaces.swap(TinyFaces.known(folder, faces, 1), 0, 0.3), SIDE, 1);
        int swaps = 0;
        int all = 0;
        try (SwapObjective objective =
                new SwapObjective(recipe, (SwapLearner) recipe.learns(), faces)) {
            for (int draw = 0; draw < BATCHES; draw++) {
                SwapObjective.Drawn b = objective.batch(recipe.stages().get(0), draw);
                for (int i = 0; i < b.t().length; i++, all++) {
                    float[] hidden = part(b.hidden(), i);
                    float[] wanted = part(b.x0(), i);
                    if (b.bounds()[i] == 1) {
                        assertArrayEquals(hidden, wanted, 0);
                    } else {
                        swaps++;
                        assertTrue(b.t()[i] >= 50 && b.t()[i] < 600, "step " + b.t()[i]);
                        assertFalse(Arrays.equals(hidden, wanted), "somebody else is to be seen");
                    }
                }
            }
        }
        assertEquals(0.3, swaps / (double) all, 0.08, swaps + " of " + all);
    }

    @Test
    void aTrueSwapChangesTheFaceAndLeavesWhatLiesFarFromIt() {
        int side = faces.side();
        float[] target = faces.picture(0, side);
        float[] swapped = faces.swapped(0, 4, side).rgb();
        byte[] parsing = faces.parsing(0);
        List<Double> face = new ArrayList<>();
        List<Double> backdrop = new ArrayList<>();
        for (int i = 0; i < side * side; i++) {
            double change = Math.abs(target[i] - swapped[i]);
            if (parsing[i] == SKIN) {
                face.add(change);
            }
            if (i < side && parsing[i] == BACKGROUND) { // the first row
                backdrop.add(change);
            }
        }
        assertTrue(mean(face) > 0.03, "the face changes by " + mean(face));
        assertTrue(mean(backdrop) < 0.015, "only the grain changes there: " + mean(backdrop));
        assertArrayEquals(
                swapped,
                faces.swapped(0, 5, side).rgb(),
                0,
                "only the person counts, not the look");
    }

    @Test
    void aShareIsNoMoreThanOne() {
        Path known = Path.of("unused");
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> TinyFaces.swap(known, 0, 1.5));
        assertEquals(
                "'swapped' is a share of the examples, 0 to 1; got 1.5.", refusal.getMessage());
    }

    private static double mean(List<Double> changes) {
        return changes.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static float[] part(float[] all, int i) {
        return Arrays.copyOfRange(all, i * NUMBERS, (i + 1) * NUMBERS);
    }
}
