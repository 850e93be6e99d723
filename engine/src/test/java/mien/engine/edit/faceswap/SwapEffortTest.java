package mien.engine.edit.faceswap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;

/** What the time and the memory of a swap depend on. */
class SwapEffortTest extends TwoFaces {

    @Test
    void facesExpertsAndTheGradientCountAndThePicturesSizeAndTheMaskDoNot() {
        String one = swap.effort(one());
        assertNotEquals(one, swap.effort(both()));
        assertNotEquals(one, swap.effort(with(one(), "gradient", "sparing")));
        assertNotEquals(one, swap.effort(with(one(), "copies", 3)));
        assertNotEquals(one, swap.effort(silent(one())));
        assertEquals(one, swap.effort(with(one(), "identity", 123)));
        assertEquals(one, swap.effort(with(one(), "strength", 20)));
        SwapSpec small = swap.opened(Picture.filled(64, 64, 0xff808080), List.of());
        SwapSpec large = swap.opened(Picture.filled(640, 480, 0xff808080), List.of());
        assertEquals(swap.effort(small), swap.effort(large));
    }
}
