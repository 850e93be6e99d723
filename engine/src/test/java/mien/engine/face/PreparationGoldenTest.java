package mien.engine.face;

import static mien.engine.Closeness.assertAbsolute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.picture.Golden8;
import mien.engine.picture.Levels;
import mien.engine.picture.Picture;
import mien.engine.picture.Range;
import mien.engine.picture.SmoothResize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** DiffusionRig's way from a photograph to what its networks read. */
class PreparationGoldenTest {

    static List<GoldenCase> photos() {
        return Goldens.with("diffusionrig", "photo", "resized_uint8", "tform", "stored_png");
    }

    static List<GoldenCase> roundTrips() {
        return Goldens.with("diffusionrig", "resize_identity", "stored_png");
    }

    @ParameterizedTest
    @MethodSource("photos")
    void theNetworksPictureEqualsTheOriginal(GoldenCase golden) {
        Picture expected = Golden8.picture(golden, "resized_uint8");
        assertAbsolute(
                "original_image",
                1e-7,
                expected.planar(Range.UNIT),
                golden.floats("original_image"));
        Golden8.assertSame("stored", stored(expected), Golden8.picture(golden, "stored_png"), 1, 1);
    }

    @ParameterizedTest
    @MethodSource("photos")
    void theCropEqualsTheOriginal(GoldenCase golden) {
        Picture picture = Golden8.picture(golden, "resized_uint8");
        int side = golden.config().get("crop_size").asInt();
        DecaCrop crop =
                golden.has("landmarks")
                        ? DecaCrop.around(box(golden.doubles("landmarks")))
                        : DecaCrop.ofWhole(picture);
        float[] expected = golden.floats("tform");
        float[] matrix = crop.pictureToCrop(side);
        assertAbsolute("tform", 1e-5 * DecaCrop.SIDE, matrix, expected);
        String name = golden.has("crop") ? "crop" : "crop_stride4";
        int stride = golden.has("crop") ? 1 : 4;
        float[] cut = every(crop.cut(picture, side), side, stride);
        assertAbsolute(name, 1e-5, cut, golden.floats(name));
    }

    private static FaceBox box(double[] xy) {
        return new Landmarks68(xy).box();
    }

    @ParameterizedTest
    @MethodSource("roundTrips")
    void everyLevelEndsWhereTheOriginalPutsIt(GoldenCase golden) {
        int[] grey = new int[256];
        for (int i = 0; i < 256; i++) {
            grey[i] = 0xff000000 | i * 0x010101;
        }
        Picture all = new Picture(16, 16, grey);
        Picture resized = SmoothResize.of(all, 16, 16);
        Picture stored = stored(all);
        for (int i = 0; i < 256; i++) {
            assertEquals(golden.ints("resize_identity")[i], resized.argb()[i] & 0xff, "level " + i);
            assertEquals(golden.ints("stored_png")[i], stored.argb()[i] & 0xff, "level " + i);
        }
    }

    @Test
    void pointsOnOneSpotGiveNoCrop() {
        assertThrows(
                IllegalArgumentException.class, () -> DecaCrop.around(new FaceBox(3, 3, 3, 3)));
    }

    /** As the album's data set stores a picture: float32 by 255, truncated. */
    private static Picture stored(Picture picture) {
        float[] planar = picture.planar(Range.UNIT);
        int n = picture.argb().length;
        int[] argb = new int[n];
        for (int i = 0; i < n; i++) {
            argb[i] =
                    0xff000000
                            | Levels.truncated(planar[i]) << 16
                            | Levels.truncated(planar[n + i]) << 8
                            | Levels.truncated(planar[2 * n + i]);
        }
        return new Picture(picture.width(), picture.height(), argb);
    }

    private static float[] every(float[] planar, int side, int stride) {
        int small = (side + stride - 1) / stride;
        float[] out = new float[3 * small * small];
        for (int i = 0; i < out.length; i++) {
            int c = i / (small * small);
            int y = i / small % small * stride;
            int x = i % small * stride;
            out[i] = planar[(c * side + y) * side + x];
        }
        return stride == 1 ? Arrays.copyOf(planar, planar.length) : out;
    }
}
