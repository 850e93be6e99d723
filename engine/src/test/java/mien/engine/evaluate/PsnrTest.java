package mien.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PsnrTest {

    private static final boolean[] ALL = {true, true, true, true};

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100, 255})
    void anEvenErrorOfDLevelsIsTwentyLogs(int d) {
        Picture black = Picture.filled(2, 2, 0xff000000);
        Picture off = Picture.filled(2, 2, 0xff000000 | d * 0x010101);
        assertEquals(20 * Math.log10(255.0 / d), Psnr.of(off, black, ALL), 1e-9);
    }

    @Test
    void anErrorInOneColourCountsAThird() {
        Picture black = Picture.filled(2, 2, 0xff000000);
        Picture red = Picture.filled(2, 2, 0xff0a0000);
        assertEquals(10 * Math.log10(255.0 * 255 / (100.0 / 3)), Psnr.of(red, black, ALL), 1e-9);
    }

    @Test
    void pixelsOutsideTheMaskDoNotCount() {
        Picture truth = new Picture(2, 1, new int[] {0xff101010, 0xff202020});
        Picture ours = new Picture(2, 1, new int[] {0xff111111, 0xffffffff});
        assertEquals(20 * Math.log10(255), Psnr.of(ours, truth, new boolean[] {true, false}), 1e-9);
    }

    @Test
    void equalPicturesStayFinite() {
        Picture p = Picture.filled(2, 2, 0xff123456);
        assertEquals(Psnr.EQUAL, Psnr.of(p, p, ALL));
    }

    @Test
    void anEmptyMaskOrAnotherSizeIsRefused() {
        Picture p = Picture.filled(2, 2, 0xff123456);
        assertThrows(IllegalArgumentException.class, () -> Psnr.of(p, p, new boolean[4]));
        assertThrows(
                IllegalArgumentException.class, () -> Psnr.of(p, Picture.filled(1, 4, 0), ALL));
    }
}
