package mien.engine.face;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.Arrays;
import java.util.List;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.Synthetic;
import mien.engine.picture.Golden8;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;
import mien.engine.picture.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The landmark network's crop and heat maps, and the parser's classes, against the originals. */
class LandmarkGoldenTest {

    static List<GoldenCase> cases() {
        return Goldens.with("diffusionrig", "photo", "0.box", "0.points64", "0.landmarks");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void cropAndLandmarksEqualTheOriginal(GoldenCase golden) {
        Picture photo = Golden8.picture(golden, "photo");
        int side = FanCrop.MAP;
        int n = Landmarks68.COUNT * side * side;
        for (int i = 0; golden.has(i + ".box"); i++) {
            FanCrop crop = FanCrop.around(box(golden.doubles(i + ".box")));
            assertArrayEquals(golden.ints(i + ".ul_br"), ends(crop.region(FanCrop.SIDE)));
            Picture expected = Golden8.picture(golden, i + ".crop_stride4");
            Golden8.assertSame("crop " + i, crop.cut(photo, FanCrop.SIDE), expected, 4, 0.999);

            double[] uniform = Synthetic.uniform("hm" + i, golden.seed(), n);
            float[] maps = new float[n];
            for (int k = 0; k < n; k++) {
                maps[k] = (float) uniform[k];
            }
            float[] points = HeatMaps.points(maps, FanCrop.MAP);
            assertArrayEquals(golden.floats(i + ".points64"), points);
            assertLandmarks(
                    FanCrop.truncated(crop.toPicture(points, FanCrop.MAP)),
                    golden.doubles(i + ".landmarks"),
                    golden.doubles(i + ".landmarks_before_truncation"));
        }
    }

    /** Equal, but where the value lies so near a whole pixel that rounding decides. */
    private static void assertLandmarks(double[] ours, double[] expected, double[] real) {
        for (int k = 0; k < ours.length; k++) {
            double slack = Math.abs(real[k] - Math.rint(real[k])) < 1e-4 ? 1 : 0;
            assertEquals(expected[k], ours[k], slack, "coordinate " + k);
        }
    }

    @Test
    void facesOfTheLargerCaseEqualTheOriginal() {
        List<GoldenCase> cases = Goldens.given("diffface", "fan.image", "mask.logits");
        assumeFalse(cases.isEmpty(), "diffface/geometry lies in no golden folder");
        for (GoldenCase golden : cases) {
            Picture photo = Golden8.picture(golden, "fan.image");
            for (int i = 0; golden.has("fan." + i + ".box"); i++) {
                String at = "fan." + i + ".";
                FanCrop crop = FanCrop.around(box(golden.doubles(at + "box")));
                double[] centre = {crop.cx(), crop.cy()};
                assertArrayEquals(golden.doubles(at + "center"), centre, 1e-5);
                assertEquals(golden.doubles(at + "scale")[0], crop.scale(), 1e-9);
                assertArrayEquals(golden.ints(at + "ul_br"), ends(crop.region(FanCrop.SIDE)));
                Picture expected = Golden8.picture(golden, at + "crop");
                Golden8.assertSame(at + "crop", crop.cut(photo, FanCrop.SIDE), expected, 2, 0.999);
                float[] maps = golden.floats(at + "heatmaps");
                float[] points = HeatMaps.points(maps, FanCrop.MAP);
                assertArrayEquals(golden.floats(at + "points_heatmap"), points, 1e-5f);
                assertArrayEquals(
                        golden.doubles(at + "points_image"),
                        FanCrop.truncated(crop.toPicture(points, FanCrop.MAP)));
                assertArrayEquals(golden.floats(at + "scores"), HeatMaps.scores(maps, FanCrop.MAP));
            }
        }
    }

    @Test
    void masksOfTheLargerCaseEqualTheOriginal() {
        List<GoldenCase> cases = Goldens.given("diffface", "fan.image", "mask.logits");
        assumeFalse(cases.isEmpty(), "diffface/geometry lies in no golden folder");
        for (GoldenCase golden : cases) {
            int h = golden.size("mask.logits", 2);
            int w = golden.size("mask.logits", 3);
            Mask classes = FaceParts.classes(golden.floats("mask.logits"), w, h);
            assertArrayEquals(golden.bytes("mask.argmax"), classes.values());
            byte[] face = golden.bytes("mask.face");
            byte[] ours = FaceParts.face(classes).values();
            for (int i = 0; i < ours.length; i++) {
                assertEquals(face[i] != 0 ? 255 : 0, ours[i] & 0xff);
            }
            double[] red = golden.doubles("mask.red_channel_of_colour_map");
            Mask soft = FaceParts.red(classes);
            for (int i = 0; i < red.length; i++) {
                assertEquals(red[i], soft.at(i % w, i / w) / 255.0, 1e-9);
            }
        }
    }

    @Test
    void everyClassIsFaceOrNot() {
        float[] logits = new float[FaceParts.COUNT * FaceParts.COUNT];
        for (int k = 0; k < FaceParts.COUNT; k++) {
            logits[k * FaceParts.COUNT + k] = 1; // pixel k shows class k
        }
        Mask classes = FaceParts.classes(logits, FaceParts.COUNT, 1);
        Mask face = FaceParts.face(classes);
        int[] inside = {1, 2, 3, 4, 5, 10, 11, 12, 13};
        for (int k = 0; k < FaceParts.COUNT; k++) {
            assertEquals(k, classes.at(k, 0));
            boolean expected = Arrays.binarySearch(inside, k) >= 0;
            assertEquals(expected ? 255 : 0, face.at(k, 0), "class " + k);
        }
        assertEquals(76, FaceParts.red(classes).at(10, 0));
    }

    private static FaceBox box(double[] corners) {
        return new FaceBox(corners[0], corners[1], corners[2], corners[3]);
    }

    private static int[] ends(Region r) {
        return new int[] {r.x(), r.y(), r.x() + r.width(), r.y() + r.height()};
    }
}
