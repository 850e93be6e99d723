package mien.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EmphasisTest {

    private static final byte SKIN = 1;
    private static final byte EYE = 5;
    private static final byte HAIR = 17;

    /** One eye, three of skin, twelve of hair. */
    private static final byte[] CLASSES = {
        EYE, SKIN, HAIR, HAIR, //
        SKIN, SKIN, HAIR, HAIR, //
        HAIR, HAIR, HAIR, HAIR, //
        HAIR, HAIR, HAIR, HAIR
    };

    @Test
    void eyesCountMoreThanSkinAndSkinMoreThanHair() {
        float[] weights = new Emphasis(3, 15).of(CLASSES, 4);
        assertEquals(15, weights[0] / weights[2], 1e-5, "an eye against hair");
        assertEquals(3, weights[1] / weights[2], 1e-5, "skin against hair");
        assertEquals(1, mean(weights), 1e-6, "pictures count alike");
    }

    @Test
    void aSmallerPictureHasTheMeansOfItsPixels() {
        float[] weights = new Emphasis(3, 15).of(CLASSES, 2);
        assertEquals((15 + 3 * 3) / 4.0, weights[0] / weights[3], 1e-5);
        assertEquals(1, mean(weights), 1e-6);
    }

    @Test
    void withoutEmphasisAllPixelsCountOnce() {
        float[] ones = new float[16];
        Arrays.fill(ones, 1);
        assertArrayEquals(ones, new Emphasis(1, 1).of(CLASSES, 4), 0);
    }

    @Test
    void nothingCountsLessThanNothing() {
        assertEquals(
                "'face' and 'eyes' of 'emphasis' are above 0; got 1.0 and 0.0.",
                assertThrows(IllegalArgumentException.class, () -> new Emphasis(1, 0))
                        .getMessage());
    }

    private static double mean(float[] weights) {
        double sum = 0;
        for (float w : weights) {
            sum += w;
        }
        return sum / weights.length;
    }
}
