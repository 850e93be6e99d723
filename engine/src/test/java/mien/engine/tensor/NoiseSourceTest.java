package mien.engine.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoiseSourceTest {

    /**
     * SplitMix64 and Box–Muller, worked out elsewhere: recipes must give the same noise for ever.
     */
    @Test
    void seedFortyTwoGivesTheseNumbersOnEveryMachine() {
        assertArrayEquals(
                new float[] {
                    0.88185459f, -0.25172178f, 1.05246286f, 0.47407435f, 1.37000364f, 0.61868754f
                },
                new NoiseSource(42).normal(6),
                1e-7f);
        NoiseSource source = new NoiseSource(42);
        assertEquals(0.34329192209867343, source.uniform());
        assertEquals(0.9557467261317436, source.uniform());
    }

    @Test
    void drawsFollowOneAnother() {
        NoiseSource inParts = new NoiseSource(5);
        float[] whole = new NoiseSource(5).normal(100);
        assertArrayEquals(Arrays.copyOfRange(whole, 0, 40), inParts.normal(40));
        assertArrayEquals(Arrays.copyOfRange(whole, 40, 100), inParts.normal(60));
    }

    /** What is drawn on several threads is what one would draw, an odd last one included. */
    @Test
    void manyNumbersAreThoseOfSmallDraws() {
        int piece = 100;
        NoiseSource inParts = new NoiseSource(6);
        float[] whole = new NoiseSource(6).normal(20_001);
        for (int from = 0; from < 20_000; from += piece) {
            assertArrayEquals(Arrays.copyOfRange(whole, from, from + piece), inParts.normal(piece));
        }
        assertEquals(whole[20_000], inParts.normal(1)[0]);
        NoiseSource after = new NoiseSource(6);
        after.normal(20_001);
        assertEquals(inParts.uniform(), after.uniform(), "and it goes on from the same place");
    }

    @Test
    void partsOfAJobAreIndependentOfEachOtherAndOfTheWhole() {
        Set<Float> firsts = new HashSet<>();
        for (int index = 0; index < 1000; index++) {
            firsts.add(NoiseSource.of(9, index).normal(1)[0]);
        }
        firsts.add(new NoiseSource(9).normal(1)[0]);
        assertEquals(1001, firsts.size());
        assertArrayEquals(NoiseSource.of(9, 3).normal(7), NoiseSource.of(9, 3).normal(7));
    }

    @Test
    void normalNumbersHaveMeanZeroDeviationOneAndTheRightTails() {
        float[] values = new NoiseSource(1).normal(200_001);
        double mean = 0;
        double square = 0;
        int beyondTwo = 0;
        for (float v : values) {
            mean += v / values.length;
            square += v * v / values.length;
            beyondTwo += Math.abs(v) > 2 ? 1 : 0;
        }
        assertEquals(0, mean, 0.01);
        assertEquals(1, square, 0.02);
        assertEquals(0.0455, beyondTwo / (double) values.length, 0.002);
    }

    @Test
    void wholeNumbersStayBelowTheirBoundAndReachAllOfIt() {
        NoiseSource source = new NoiseSource(3);
        int[] hits = new int[7];
        for (int i = 0; i < 7000; i++) {
            hits[source.integer(7)]++;
        }
        for (int h : hits) {
            assertTrue(h > 850 && h < 1150, Arrays.toString(hits));
        }
    }

    @Test
    void noiseLikeAnArrayHasItsShape() {
        try (NDManager manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch")) {
            NDArray x = manager.zeros(new Shape(2, 3, 5));
            NDArray noise = new NoiseSource(8).like(x);
            assertEquals(x.getShape(), noise.getShape());
            assertArrayEquals(new NoiseSource(8).normal(30), noise.toFloatArray());
        }
    }
}
