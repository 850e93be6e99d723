package mien.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import mien.engine.picture.Picture;
import mien.engine.world.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelightCaseTest {

    private static final int SIZE = 64;

    @ParameterizedTest
    @ValueSource(longs = {1_000_000, 1_000_001, 1_000_017})
    void theEditKeepsPlaceBackgroundAndClothesAndStaysInItsRange(long seed) {
        RelightCase c = RelightCase.of(seed, SIZE);
        Look before = c.source().look();
        Look after = c.truth().look();
        assertEquals(c.source().identity(), c.truth().identity());
        assertEquals(before.backdrop(), after.backdrop());
        assertEquals(before.backdropSeed(), after.backdropSeed());
        assertEquals(before.scale(), after.scale());
        assertEquals(before.centreX(), after.centreX());
        assertEquals(before.centreY(), after.centreY());
        assertEquals(before.head()[2], after.head()[2]);
        assertTrue(Math.abs(after.head()[0]) <= Math.toRadians(30));
        assertTrue(Math.abs(after.head()[1]) <= Math.toRadians(15));
        assertFalse(Arrays.equals(before.light(), after.light()));
        assertFalse(Arrays.equals(before.expression(), after.expression()));
    }

    @Test
    void theSameSeedAsksForTheSameEdit() {
        RelightCase once = RelightCase.of(1_000_002, SIZE);
        RelightCase again = RelightCase.of(1_000_002, SIZE);
        assertArrayEquals(once.truth().rgb(), again.truth().rgb());
        assertArrayEquals(once.source().rgb(), again.source().rgb());
    }

    @Test
    void turnsToBothSidesAreAskedFor() {
        int right = 0;
        for (long seed = 1_000_000; seed < 1_000_020; seed++) {
            right += RelightCase.of(seed, 32).truth().look().head()[0] > 0 ? 1 : 0;
        }
        assertTrue(right > 4 && right < 16, "turned right " + right + " times of 20");
    }

    @Test
    void theNaiveToolPastesTheTrueRenderAndLeavesTheRest() {
        RelightCase c = RelightCase.of(1_000_003, SIZE);
        Picture pasted = c.lambert();
        Picture source = c.source().picture();
        Picture render = c.truth().buffers().renderedPicture();
        float[] coverage = c.truth().buffers().coverage();
        int head = 0;
        for (int i = 0; i < coverage.length; i++) {
            assertEquals(coverage[i] > 0 ? render.argb()[i] : source.argb()[i], pasted.argb()[i]);
            head += coverage[i] > 0 ? 1 : 0;
        }
        assertTrue(head > coverage.length / 20, "a head of " + head + " pixels");
    }

    @Test
    void theJudgedPixelsAreHairFaceAndNeck() {
        RelightCase c = RelightCase.of(1_000_004, SIZE);
        boolean[] head = c.head();
        byte[] layout = c.truth().layout();
        for (int i = 0; i < head.length; i++) {
            assertEquals(layout[i] == 1 || layout[i] == 2 || layout[i] == 3, head[i]);
        }
    }
}
