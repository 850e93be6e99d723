package mien.engine.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SmoothResizeTest {

    static List<GoldenCase> photos() {
        return Goldens.with("diffusionrig", "photo", "resized_uint8");
    }

    /** Equal, but where the real value lies so near a whole number that rounding decides. */
    @ParameterizedTest
    @MethodSource("photos")
    void everyLevelEqualsTheOriginal(GoldenCase golden) {
        Picture photo = Golden8.picture(golden, "photo");
        Picture expected = Golden8.picture(golden, "resized_uint8");
        int w = expected.width();
        int h = expected.height();
        double[][] real = SmoothResize.levels(photo, w, h);
        Picture ours = SmoothResize.of(photo, w, h);
        for (int i = 0; i < w * h; i++) {
            for (int c = 0; c < 3; c++) {
                int a = ours.argb()[i] >> 16 - 8 * c & 0xff;
                int b = expected.argb()[i] >> 16 - 8 * c & 0xff;
                double fraction = real[c][i] - Math.rint(real[c][i]);
                assertEquals(b, a, Math.abs(fraction) < 1e-6 ? 1 : 0, "pixel " + i);
            }
        }
    }

    @Test
    void bordersAreMirroredAsTheirNamesSay() {
        int[] mirror = new int[11];
        int[] reflect = new int[11];
        for (int i = 0; i < 11; i++) {
            mirror[i] = GaussianBlur.Border.MIRROR.index(i - 4, 3);
            reflect[i] = GaussianBlur.Border.REFLECT.index(i - 4, 3);
        }
        assertArrayEquals(new int[] {0, 1, 2, 1, 0, 1, 2, 1, 0, 1, 2}, mirror);
        assertArrayEquals(new int[] {2, 2, 1, 0, 0, 1, 2, 2, 1, 0, 0}, reflect);
        assertEquals(0, GaussianBlur.Border.MIRROR.index(-7, 1));
        assertEquals(0, GaussianBlur.Border.REFLECT.index(5, 1));
    }
}
