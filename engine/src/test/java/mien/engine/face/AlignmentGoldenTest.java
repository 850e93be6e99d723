package mien.engine.face;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.picture.Golden8;
import mien.engine.picture.Picture;
import mien.engine.picture.PictureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlignmentGoldenTest {

    static List<GoldenCase> cases() {
        return Goldens.with("diffusionrig", "photo", "landmarks", "quad_plus_half", "aligned");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void thePortraitEqualsTheOriginal(GoldenCase golden) {
        FfhqAlignment alignment =
                new FfhqAlignment(
                        golden.config().get("output_size").asInt(),
                        golden.config().get("transform_size").asInt());
        Picture photo = Golden8.picture(golden, "photo");
        Landmarks68 face = new Landmarks68(golden.doubles("landmarks"));

        FfhqAlignment.Prepared ready = alignment.prepared(photo, face);
        assertArrayEquals(golden.doubles("quad_plus_half"), ready.sampled(), 1e-6);
        Picture before = ready.picture();
        int[] size = {before.width(), before.height()};
        assertArrayEquals(golden.ints("pre_transform_size_wh"), size);
        if (golden.has("pre_transform")) {
            Picture expected = Golden8.picture(golden, "pre_transform");
            Golden8.assertSame("before turning", before, expected, 1, 0.999);
        }
        Picture aligned = Golden8.picture(golden, "aligned");
        Golden8.assertSame("portrait", alignment.align(photo, face), aligned, 1, 0.999);
    }

    @Test
    void aFaceSmallerThanThePortraitIsRefused() {
        GoldenCase golden = cases().get(0);
        Picture photo = Golden8.picture(golden, "photo");
        Landmarks68 face = new Landmarks68(golden.doubles("landmarks"));
        String message =
                assertThrows(
                                PictureException.class,
                                () -> new FfhqAlignment(1024, 1024).align(photo, face))
                        .getMessage();
        assertTrue(message.contains("1024 × 1024 are needed"), message);
    }

    @Test
    void pointsOnOneSpotOrOutsideThePhotoAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> FaceQuad.of(new Landmarks68(new double[136])));
        assertThrows(IllegalArgumentException.class, () -> new Landmarks68(new double[10]));
        double[] far = cases().get(0).doubles("landmarks");
        for (int i = 0; i < far.length; i++) {
            far[i] += 10_000;
        }
        Picture photo = Picture.filled(64, 64, -1);
        assertThrows(
                PictureException.class,
                () -> FfhqAlignment.of(64).align(photo, new Landmarks68(far)));
    }

    @Test
    void theSquareIsUprightForAnUprightFace() {
        double[] xy = new double[136];
        for (int i = 36; i < 48; i++) {
            xy[2 * i] = i < 42 ? 40 : 60;
            xy[2 * i + 1] = 50;
        }
        for (int i : new int[] {48, 54}) {
            xy[2 * i] = i == 48 ? 42 : 58;
            xy[2 * i + 1] = 70;
        }
        FaceQuad quad = FaceQuad.of(new Landmarks68(xy));
        assertEquals(80, quad.side(), 1e-9);
        assertArrayEquals(new double[] {10, 12, 10, 92, 90, 92, 90, 12}, quad.corners(), 1e-9);
    }
}
