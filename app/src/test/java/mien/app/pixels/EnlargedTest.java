package mien.app.pixels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;

class EnlargedTest {

    private static Raster enlarged(Picture picture) {
        return Enlarged.of(picture).orElseThrow();
    }

    @Test
    void aPictureOfTheNetworksSizeIsEnlargedByAWholeFactor() {
        Raster out = enlarged(Picture.filled(128, 128, 0xff336699));
        assertEquals(640, out.width());
        assertEquals(640, out.height());
        for (int pixel : out.argb()) {
            assertEquals(0xff336699, pixel, "a plain picture stays plain");
        }
    }

    @Test
    void aRampStaysStraight() {
        int[] ramp = new int[128 * 128];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = 0xff000000 | (i % 128) * 0x010101;
        }
        Raster out = enlarged(new Picture(128, 128, ramp));
        for (int x = 10; x < 630; x++) {
            double wanted = (x + 0.5) / 5 - 0.5;
            assertEquals(wanted, out.argb()[300 * 640 + x] & 0xff, 0.51, "column " + x);
        }
    }

    @Test
    void theMiddleOfTheEnlargedPictureIsTheMiddleOfThePicture() {
        int[] dot = new int[128 * 128];
        Arrays.fill(dot, 0xff000000);
        dot[64 * 128 + 30] = 0xffffffff;
        Raster out = enlarged(new Picture(128, 128, dot));
        int brightest = 0;
        for (int i = 0; i < out.argb().length; i++) {
            brightest = (out.argb()[i] & 0xff) > (out.argb()[brightest] & 0xff) ? i : brightest;
        }
        assertEquals(30 * 5 + 2, brightest % 640);
        assertEquals(64 * 5 + 2, brightest / 640);
    }

    @Test
    void aPictureWhosePixelsAreFineEnoughIsLeftToTheScreen() {
        assertEquals(4 * 191, enlarged(Picture.filled(191, 191, 0xff010203)).width());
        assertEquals(Optional.empty(), Enlarged.of(Picture.filled(192, 192, 0xff010203)));
        assertEquals(Optional.empty(), Enlarged.of(Picture.filled(64, 4000, 0xff010203)));
    }
}
