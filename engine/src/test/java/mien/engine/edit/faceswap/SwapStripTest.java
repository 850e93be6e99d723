package mien.engine.edit.faceswap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;

class SwapStripTest {

    private static final int RED = 0xffc00000;
    private static final int BLUE = 0xff0000c0;
    private static final Mask NO_FACE = new Mask(2, 2, new byte[4]);

    private static Picture portrait(int argb) {
        return Picture.filled(2, 2, argb);
    }

    @Test
    void atAGlanceTheFacesStandBesideEachOtherAndAreOpaque() {
        Picture strip =
                SwapStrip.of(List.of(portrait(RED), portrait(BLUE)), List.of(NO_FACE, NO_FACE));
        Picture seen = SwapStrip.beside(strip);
        assertEquals(4, seen.width());
        assertArrayEquals(new int[] {RED, RED, BLUE, BLUE, RED, RED, BLUE, BLUE}, seen.argb());
    }

    @Test
    void oneFaceAtAGlanceIsItsPortrait() {
        Picture strip = SwapStrip.of(List.of(portrait(RED)), List.of(NO_FACE));
        assertArrayEquals(portrait(RED).argb(), SwapStrip.beside(strip).argb());
    }

    @Test
    void whatIsNoStripStaysAsItIs() {
        Picture wide = Picture.filled(3, 2, RED);
        Picture high = Picture.filled(2, 3, RED);
        assertSame(wide, SwapStrip.beside(wide));
        assertSame(high, SwapStrip.beside(high));
    }
}
