package mien.engine.picture;

import static mien.engine.Closeness.assertAbsolute;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.List;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Resampling in the arithmetic of the libraries that the published systems call. */
class ResamplingGoldenTest {

    static List<GoldenCase> cases() {
        return Goldens.with("diffface", "nearest.256to112", "bilinear.in16", "pil.in");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nearestPixelsAreTheOriginals(GoldenCase golden) {
        for (String name : golden.names()) {
            if (name.startsWith("nearest.")) {
                String[] sides = name.substring("nearest.".length()).split("to");
                int from = Integer.parseInt(sides[0]);
                int to = Integer.parseInt(sides[1]);
                assertArrayEquals(golden.ints(name), PlanarResize.nearest(from, to), name);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void planesEqualTheOriginal(GoldenCase golden) {
        float[] in = golden.floats("bilinear.in16");
        int h = golden.size("bilinear.in16", 2);
        int w = golden.size("bilinear.in16", 3);
        for (String name : List.of("bilinear.to32", "bilinear.to8", "bilinear.to5x7")) {
            float[] ours =
                    PlanarResize.bilinear(in, w, h, golden.size(name, 3), golden.size(name, 2));
            assertAbsolute(name, 1e-5, ours, golden.floats(name));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eightBitResizesEqualTheOriginal(GoldenCase golden) {
        Picture in = Golden8.picture(golden, "pil.in");
        for (String name : golden.names()) {
            if (name.startsWith("pil.bilinear_")) {
                String[] sides = name.substring("pil.bilinear_".length()).split("x");
                int h = Integer.parseInt(sides[0]);
                int w = Integer.parseInt(sides[1]);
                Picture ours = FilteredResize.of(in, w, h, Filter.BILINEAR);
                Picture expected = Golden8.picture(golden, name);
                Golden8.assertSame(name, ours, expected, w / expected.width(), 1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void levelsAreCutOffAsTheOriginals(GoldenCase golden) {
        float[] values = golden.floats("to_uint8.value");
        for (int i = 0; i < values.length; i++) {
            assertEquals(golden.ints("to_uint8.out")[i], Levels.truncated(values[i]));
        }
        assertEquals(255, Levels.truncated(1.5f));
        assertEquals(0, Levels.truncated(-0.5f));
    }

    @Test
    void centreCropsAndEyesOfTheLargerCaseEqualTheOriginal() {
        List<GoldenCase> cases = Goldens.given("diffface", "center_crop.in", "eye_resize.in");
        assumeFalse(cases.isEmpty(), "diffface/geometry lies in no golden folder");
        for (GoldenCase golden : cases) {
            Picture in = Golden8.picture(golden, "center_crop.in");
            for (int side : new int[] {32, 64}) {
                Picture expected = Golden8.picture(golden, "center_crop." + side);
                Golden8.assertSame("side " + side, CentreCrop.of(in, side), expected, 1, 1);
            }
            int h = golden.size("eye_resize.in", 1);
            int w = golden.size("eye_resize.in", 2);
            int newH = golden.size("eye_resize.out", 1);
            int newW = golden.size("eye_resize.out", 2);
            float[] ours = PlanarResize.bilinear(golden.floats("eye_resize.in"), w, h, newW, newH);
            assertAbsolute("eyes", 1e-5, ours, golden.floats("eye_resize.out"));
        }
    }

    @Test
    void aCentreCropIsTheMiddle() {
        Picture in = Picture.filled(90, 30, 0xff000000);
        for (int y = 0; y < 30; y++) {
            for (int x = 30; x < 60; x++) {
                in.argb()[90 * y + x] = 0xffffffff;
            }
        }
        for (int side : new int[] {15, 30}) {
            Picture middle = CentreCrop.of(in, side);
            assertEquals(0xffffffff, middle.argb()[0]);
            assertEquals(0xffffffff, middle.argb()[side * side - 1]);
        }
    }

    @Test
    void aConstantPictureStaysWhatItIs() {
        Picture flat = Picture.filled(37, 23, 0xff4080c0);
        for (Filter filter : Filter.values()) {
            for (int side : new int[] {5, 23, 60}) {
                for (int pixel : FilteredResize.of(flat, side, side, filter).argb()) {
                    assertEquals(0xff4080c0, pixel, filter + " to " + side);
                }
            }
        }
        for (int pixel : FixedPointResize.of(flat, 50, 11).argb()) {
            assertEquals(0xff4080c0, pixel);
        }
        double[] quad = {5, 3, 5, 13, 25, 13, 25, 3};
        for (int pixel : QuadTransform.bilinear(flat, quad, 9).argb()) {
            assertEquals(0xff4080c0, pixel);
        }
    }
}
