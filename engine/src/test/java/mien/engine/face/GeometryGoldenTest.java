package mien.engine.face;

import static mien.engine.Closeness.assertAbsolute;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.picture.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** DiffFace's small geometry against the original: detector, eyes, gaze, standardisation. */
class GeometryGoldenTest {

    static List<GoldenCase> detectors() {
        return Goldens.with("diffface", "s3fd.prob0", "s3fd.boxes_over_0.05", "s3fd.final");
    }

    static List<GoldenCase> eyes() {
        return Goldens.with("diffface", "eye.corners_36_39_42_45", "gaze.pitchyaw");
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void detectionsEqualTheOriginal(GoldenCase golden) {
        List<Detections.Level> levels = new ArrayList<>();
        for (int i = 0; golden.has("s3fd.prob" + i); i++) {
            int h = golden.size("s3fd.prob" + i, 2);
            int w = golden.size("s3fd.prob" + i, 3);
            float[] both = golden.floats("s3fd.prob" + i); // background, face
            float[] face = Arrays.copyOfRange(both, both.length / 2, both.length);
            levels.add(new Detections.Level(w, h, face, golden.floats("s3fd.reg" + i)));
        }
        List<Detection> candidates = Detections.candidates(levels);
        assertAbsolute("candidates", 1e-4, rows(candidates), golden.floats("s3fd.boxes_over_0.05"));
        assertArrayEquals(
                golden.ints("s3fd.nms_keep"),
                Detections.keep(candidates).stream().mapToInt(i -> i).toArray());
        assertAbsolute("faces", 1e-4, rows(Detections.faces(levels)), golden.floats("s3fd.final"));
    }

    private static float[] rows(List<Detection> detections) {
        float[] rows = new float[5 * detections.size()];
        for (int i = 0; i < detections.size(); i++) {
            FaceBox b = detections.get(i).box();
            double[] row = {b.left(), b.top(), b.right(), b.bottom(), detections.get(i).score()};
            for (int k = 0; k < 5; k++) {
                rows[5 * i + k] = (float) row[k];
            }
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("eyes")
    void eyeBoxesEqualTheOriginal(GoldenCase golden) {
        double[] corners = golden.doubles("eye.corners_36_39_42_45");
        int[] expected = golden.ints("eye.boxes");
        int[] points = {36, 39, 42, 45};
        for (int i = 0; i < golden.size("eye.boxes", 0); i++) {
            double[] xy = new double[136];
            for (int p = 0; p < 4; p++) {
                xy[2 * points[p]] = corners[8 * i + 2 * p];
                xy[2 * points[p] + 1] = corners[8 * i + 2 * p + 1];
            }
            EyeBoxes boxes = EyeBoxes.of(new Landmarks68(xy));
            int[] ours = IntStream.concat(ends(boxes.left()), ends(boxes.right())).toArray();
            assertArrayEquals(Arrays.copyOfRange(expected, 8 * i, 8 * i + 8), ours);
        }
    }

    private static IntStream ends(Region r) {
        return IntStream.of(r.x(), r.y(), r.x() + r.width(), r.y() + r.height());
    }

    @ParameterizedTest
    @MethodSource("eyes")
    void gazeAnglesEqualTheOriginal(GoldenCase golden) {
        double[] angles = golden.doubles("gaze.pitchyaw");
        double[] others = golden.doubles("gaze.pitchyaw2");
        double[] vectors = golden.doubles("gaze.vector");
        for (int i = 0; i < golden.size("gaze.pitchyaw", 0); i++) {
            Gaze gaze = new Gaze(angles[2 * i], angles[2 * i + 1]);
            double[] v = Arrays.copyOfRange(vectors, 3 * i, 3 * i + 3);
            assertArrayEquals(v, gaze.vector(), 1e-12);
            Gaze back = Gaze.of(5 * v[0], 5 * v[1], 5 * v[2]);
            assertEquals(golden.doubles("gaze.back")[2 * i], back.pitch(), 1e-9);
            assertEquals(golden.doubles("gaze.back")[2 * i + 1], back.yaw(), 1e-9);
            Gaze other = new Gaze(others[2 * i], others[2 * i + 1]);
            double degrees = golden.doubles("gaze.angular_error_deg")[i];
            assertEquals(degrees, gaze.degreesFrom(other), 1e-5);
        }
    }

    @ParameterizedTest
    @MethodSource("eyes")
    void pictureValuesEqualTheOriginal(GoldenCase golden) {
        float[] unit = golden.floats("parser_norm.rgb01");
        assertAbsolute(
                "once", 1e-5, ImageNet.standardised(unit), golden.floats("parser_norm.imagenet"));
        assertAbsolute(
                "twice",
                1e-5,
                ImageNet.standardisedTwice(unit),
                golden.floats("parser_norm.program"));
        float[] seen = golden.floats("landmark_input.value01");
        for (int i = 0; i < seen.length; i++) {
            assertEquals(golden.ints("landmark_input.uint8")[i], WashedOut.level(seen[i]));
        }
        assertEquals(0, WashedOut.level(1), "pure white falls over to black");
    }

    @Test
    void equallySureFacesKeepTheirOrder() {
        Detection first = new Detection(new FaceBox(0, 0, 9, 9), 0.9);
        Detection same = new Detection(new FaceBox(1, 0, 10, 9), 0.9);
        Detection far = new Detection(new FaceBox(50, 0, 59, 9), 0.95);
        assertEquals(List.of(2, 0), Detections.keep(List.of(first, same, far)));
    }

    @Test
    void aBoxWithoutAreaIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> FanCrop.around(new FaceBox(4, 4, 4, 4)));
    }
}
