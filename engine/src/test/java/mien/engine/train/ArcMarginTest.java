package mien.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArcMarginTest {

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    /**
     * Two people at right angles; a vector at an angle to the first and a right one to the other.
     */
    private double loss(double degrees, double margin, double scale) {
        double a = Math.toRadians(degrees);
        NDArray vector =
                manager.create(
                        new float[] {3 * (float) Math.cos(a), 3 * (float) Math.sin(a), 0},
                        new Shape(1, 3));
        NDArray people = manager.create(new float[] {2, 0, 0, 0, 0, 5}, new Shape(2, 3));
        return new ArcMargin(margin, scale).loss(vector, people, new int[] {0}).getFloat();
    }

    @ParameterizedTest
    @CsvSource({"20, 0, 10", "20, 0.4, 10", "70, 0.4, 10", "50, 0.5, 30"})
    void theOwnAngleGrowsByTheMarginAndNoOther(double degrees, double margin, double scale) {
        double angle = Math.toRadians(degrees);
        double own = scale * Math.cos(angle + margin);
        double expected = Math.log(1 + Math.exp(-own)); // the other's cosine is 0
        assertEquals(expected, loss(degrees, margin, scale), 1e-3 * Math.max(1, expected));
    }

    @Test
    void beyondHalfATurnTheLossGoesOnGrowing() {
        double before = 0;
        for (int degrees = 100; degrees <= 179; degrees += 5) {
            double loss = loss(degrees, 0.5, 5);
            assertTrue(loss > before, "at " + degrees);
            before = loss;
        }
    }
}
