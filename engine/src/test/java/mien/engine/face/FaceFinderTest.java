package mien.engine.face;

import static mien.engine.Closeness.assertAbsolute;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.SyntheticWeights;
import mien.engine.checkpoint.Weights;
import mien.engine.net.Fan;
import mien.engine.net.GoldenNet;
import mien.engine.net.S3fd;
import mien.engine.nn.Layers.Statistics;
import mien.engine.picture.Filter;
import mien.engine.picture.FilteredResize;
import mien.engine.picture.Golden8;
import mien.engine.picture.Picture;
import mien.engine.picture.PictureException;
import mien.engine.tensor.Devices;
import mien.engine.tensor.Precision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaceFinderTest {

    private static final Picture PICTURE = Scenes.waves(300, 260, 6, 1);

    private NDManager manager;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void facesComeFromLeftToRightWithTheirPoints() {
        FaceFinder finder = new FaceFinder(p -> threeFaces(), FaceFinderTest::pointsIn);
        List<FoundFace> faces = finder.faces(PICTURE, () -> {});
        assertEquals(List.of(0.6, 0.9, 0.7), faces.stream().map(FoundFace::score).toList());
        assertEquals(150 + 36, faces.get(1).points().x(36), "the points of its own box");
        assertEquals(faces.get(1).points().fivePoints(), faces.get(1).fivePoints());
    }

    private static List<Detection> threeFaces() {
        return List.of(face(150, 0.9), face(220, 0.7), face(10, 0.6)); // surest first
    }

    private static Detection face(double left, double score) {
        return new Detection(new FaceBox(left, 50, left + 40, 100), score);
    }

    private static Landmarks68 pointsIn(Picture picture, FaceBox box) {
        double[] xy = new double[136];
        for (int i = 0; i < 68; i++) {
            xy[2 * i] = box.left() + i;
            xy[2 * i + 1] = box.top() + i % 7;
        }
        return new Landmarks68(xy);
    }

    @Test
    void aSearchCanBeStoppedBetweenTwoFaces() {
        List<Integer> pauses = new ArrayList<>();
        List<FaceBox> asked = new ArrayList<>();
        FaceFinder finder =
                new FaceFinder(
                        p -> threeFaces(),
                        (p, box) -> {
                            asked.add(box);
                            return pointsIn(p, box);
                        });
        Runnable pause =
                () -> {
                    pauses.add(asked.size());
                    if (asked.size() == 2) {
                        throw new IllegalStateException("stopped");
                    }
                };
        assertThrows(IllegalStateException.class, () -> finder.faces(PICTURE, pause));
        assertEquals(List.of(0, 0, 1, 2), pauses, "before the first look and before each face");
    }

    @Test
    void aPictureWithoutFacesIsToldInOneSentence() {
        FaceFinder finder = new FaceFinder(p -> List.of(), FaceFinderTest::pointsIn);
        assertEquals(
                "No face was found in the picture of 300 × 260 pixels: mark its eyes, nose and mouth by hand, or take another picture.",
                assertThrows(PictureException.class, () -> finder.faces(PICTURE, () -> {}))
                        .getMessage());
    }

    @Test
    void theFacesOfAPhotographEqualTheOriginals() {
        List<GoldenCase> cases = Goldens.given("diffusionrig", "photo", "net_input", "final");
        assumeFalse(cases.isEmpty(), "diffusionrig/s3fd_small lies in no golden folder");
        for (GoldenCase golden : cases) {
            try (GoldenNet net = new GoldenNet(golden)) {
                S3fd s3fd = new S3fd(net.weights(golden.seed()), S3fd.Config.published());
                S3fdDetector detector =
                        new S3fdDetector(s3fd, net.manager, S3fdDetector.Input.published());
                Picture photo = Golden8.picture(golden, "photo");
                assertArrayEquals(golden.floats("net_input"), detector.read(photo));

                List<Detection> faces = detector.faces(photo);
                assertEquals(golden.size("final", 0), faces.size());
                assertAbsolute("final", 1e-2, rows(faces), sorted(golden.floats("final")));
            }
        }
    }

    /** By their left edge: scores of synthetic weights are too near to each other to sort by. */
    private static float[] rows(List<Detection> faces) {
        float[] rows = new float[5 * faces.size()];
        for (int i = 0; i < faces.size(); i++) {
            FaceBox b = faces.get(i).box();
            double[] row = {b.left(), b.top(), b.right(), b.bottom(), faces.get(i).score()};
            for (int k = 0; k < 5; k++) {
                rows[5 * i + k] = (float) row[k];
            }
        }
        return sorted(rows);
    }

    private static float[] sorted(float[] rows) {
        List<float[]> list = new ArrayList<>();
        for (int i = 0; i < rows.length; i += 5) {
            list.add(Arrays.copyOfRange(rows, i, i + 5));
        }
        list.sort(Comparator.comparingDouble(r -> r[0]));
        float[] out = new float[rows.length];
        for (int i = 0; i < list.size(); i++) {
            System.arraycopy(list.get(i), 0, out, 5 * i, 5);
        }
        return out;
    }

    @Test
    void aLargePictureIsLookedAtOnAReducedCopy() {
        S3fdDetector near = detector(96);
        List<Detection> large = near.faces(PICTURE);
        List<Detection> small = near.faces(FilteredResize.of(PICTURE, 96, 83, Filter.BILINEAR));
        assertFalse(small.isEmpty(), "synthetic weights see faces anywhere");
        assertEquals(small.size(), large.size());
        for (int i = 0; i < small.size(); i++) {
            FaceBox s = small.get(i).box();
            FaceBox l = large.get(i).box();
            assertEquals(s.left() * 300 / 96, l.left(), 1e-9);
            assertEquals(s.bottom() * 260 / 83, l.bottom(), 1e-9);
            assertEquals(small.get(i).score(), large.get(i).score());
        }
        assertNotEquals(large, detector(300).faces(PICTURE));
    }

    @Test
    void aPictureSmallerThanTheNetworkReadsIsNoFailure() {
        S3fdDetector detector = detector(96);
        int weights = manager.getManagedArrays().size();
        detector.faces(Scenes.waves(9, 20, 6, 2));
        assertEquals(weights, manager.getManagedArrays().size(), "nothing is left behind");
        assertThrows(
                IllegalArgumentException.class, () -> new S3fdDetector.Input(104, 117, 123, 31));
    }

    private S3fdDetector detector(int longest) {
        Weights w = Weights.of(new SyntheticWeights(manager, 17), Precision.FLOAT32);
        S3fdDetector.Input input = new S3fdDetector.Input(104, 117, 123, longest);
        return new S3fdDetector(new S3fd(w, new S3fd.Config(4)), manager, input);
    }

    @Test
    void landmarksLieWhereTheHeatMapsOfTheCropAreBrightest() {
        Weights w = Weights.of(new SyntheticWeights(manager, 3), Precision.FLOAT32);
        Fan fan = new Fan(w, new Fan.Config(1, 16, 68), Statistics.RUNNING);
        FaceBox box = new FaceBox(80, 60, 180, 190);
        Landmarks68 real =
                new FanLandmarks(fan, manager, new FanLandmarks.Input(128, false))
                        .landmarks(PICTURE, box);
        FaceBox crop = around(FanCrop.around(box));
        for (int i = 0; i < 68; i++) {
            boolean inside =
                    real.x(i) >= crop.left()
                            && real.x(i) <= crop.right()
                            && real.y(i) >= crop.top()
                            && real.y(i) <= crop.bottom();
            assertTrue(inside, "point " + i + " lies outside the crop");
        }
        Landmarks68 whole =
                new FanLandmarks(fan, manager, new FanLandmarks.Input(128, true))
                        .landmarks(PICTURE, box);
        assertArrayEquals(FanCrop.truncated(real.xy()), whole.xy());
        assertNotEquals(0, real.x(0) % 1 + real.y(0) % 1, "real points are no whole pixels");
    }

    private static FaceBox around(FanCrop crop) {
        double half = 100 * crop.scale();
        return new FaceBox(crop.cx() - half, crop.cy() - half, crop.cx() + half, crop.cy() + half);
    }

    @Test
    void theCropOfALargeFaceDoesNotAlias() {
        Picture lines = Scenes.grey(1600, 1500, (x, y) -> x % 2 == 0 ? 255 : 0);
        FanCrop crop = FanCrop.around(new FaceBox(300, 300, 1000, 1100));
        Picture seen = crop.cut(lines, 128);
        for (int i = 0; i < 128 * 128; i++) {
            assertEquals(127.5, Scenes.red(seen, i % 128, i / 128), 4);
        }
        Picture slope = Scenes.grey(1600, 1500, (x, y) -> x / 8.0);
        int left = crop.region(128).x();
        double step = crop.region(128).width() / 128.0;
        assertEquals((left + 64.5 * step - 0.5) / 8, Scenes.red(crop.cut(slope, 128), 64, 70), 1.5);
    }
}
