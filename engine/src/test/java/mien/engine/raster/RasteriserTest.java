package mien.engine.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RasteriserTest {
    private static final float BOUND = 1e-5f;

    static List<GoldenCase> cases() {
        return Goldens.with("diffusionrig", "triangles", "attributes");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyCornerCaseEqualsTheOriginal(GoldenCase golden) {
        float[] points = golden.floats("triangles"); // F,3,3: every triangle has its own corners
        int[] faces = counting(points.length / 3);
        int channels = golden.size("attributes", 2);
        for (JsonNode size : golden.config().get("sizes")) {
            String name = size.asText();
            int height = golden.size(name + ".pix_to_face", 0);
            int width = golden.size(name + ".pix_to_face", 1);
            Fragments seen = Rasteriser.rasterise(points, faces, width, height);
            assertArrayEquals(golden.ints(name + ".pix_to_face"), seen.face(), name);
            assertArrayEquals(golden.floats(name + ".zbuf"), seen.z(), BOUND, name);
            assertArrayEquals(golden.floats(name + ".bary"), seen.bary(), BOUND, name);
            float[] values = seen.interpolateCorners(golden.floats("attributes"), channels);
            assertArrayEquals(
                    golden.floats(name + ".values"), joined(values, seen.coverage()), BOUND, name);
        }
    }

    @Test
    void mirroredTrianglesCoverMirroredPixels() {
        Random random = new Random(5);
        for (int i = 0; i < 50; i++) {
            float[] points = triangle(random);
            float[] mirrored = points.clone();
            for (int k = 0; k < 9; k += 3) {
                mirrored[k] = -points[k];
            }
            Fragments a = Rasteriser.rasterise(points, counting(3), 32, 20);
            Fragments b = Rasteriser.rasterise(mirrored, counting(3), 32, 20);
            for (int y = 0; y < 20; y++) {
                for (int x = 0; x < 32; x++) {
                    int here = y * 32 + x;
                    int there = y * 32 + 31 - x;
                    boolean onEdge = closeToAnEdge(a, here) || closeToAnEdge(b, there);
                    assertTrue(onEdge || a.face()[here] == b.face()[there], "pixel " + here);
                }
            }
        }
    }

    @Test
    void theOrderOfCornersDoesNotChangeWhatIsCovered() {
        Random random = new Random(6);
        for (int i = 0; i < 50; i++) {
            float[] points = triangle(random);
            Fragments one = Rasteriser.rasterise(points, new int[] {0, 1, 2}, 24, 24);
            Fragments other = Rasteriser.rasterise(points, new int[] {2, 1, 0}, 24, 24);
            for (int p = 0; p < one.face().length; p++) {
                boolean onEdge = closeToAnEdge(one, p) || closeToAnEdge(other, p);
                assertTrue(onEdge || one.face()[p] == other.face()[p], "pixel " + p);
            }
        }
    }

    @Test
    void scanningTheBoundingBoxFindsWhatScanningEverythingFinds() {
        Random random = new Random(8);
        for (int i = 0; i < 60; i++) {
            float[] points = triangle(random);
            int width = 5 + random.nextInt(20);
            int height = 5 + random.nextInt(20);
            Fragments seen = Rasteriser.rasterise(points, counting(3), width, height);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double px = (2 * x + 1.0) / width - 1;
                    double py = (2 * y + 1.0) / height - 1;
                    double inside = inside(points, px, py);
                    boolean covered = seen.face()[y * width + x] == 0;
                    assertTrue(Math.abs(inside) < 1e-5 || covered == inside > 0, x + ", " + y);
                }
            }
        }
    }

    @Test
    void interpolationIsExactForLinearValues() {
        float[] points = {-0.9f, -0.8f, 5, 0.9f, -0.7f, 8, 0.1f, 0.9f, 6};
        float[] xy = {-0.9f, -0.8f, 0.9f, -0.7f, 0.1f, 0.9f};
        Fragments seen = Rasteriser.rasterise(points, counting(3), 16, 16);
        float[] values = seen.interpolate(counting(3), xy, 2);
        int covered = 0;
        for (int p = 0; p < 256; p++) {
            if (seen.face()[p] == 0) {
                assertEquals((2 * (p % 16) + 1) / 16f - 1, values[p], 1e-5);
                assertEquals((2 * (p / 16) + 1) / 16f - 1, values[256 + p], 1e-5);
                covered++;
            } else {
                assertEquals(0, values[p]);
            }
        }
        assertTrue(covered > 80, "covers " + covered);
    }

    @Test
    void notANumberCoversNothing() {
        float[] points = {Float.NaN, 0, 5, 1, 0, 5, 0, 1, 5};
        int[] face = Rasteriser.rasterise(points, counting(3), 8, 8).face();
        assertArrayEquals(filled(64), face);
    }

    private static int[] filled(int count) {
        int[] none = new int[count];
        Arrays.fill(none, -1);
        return none;
    }

    private static float[] triangle(Random random) {
        float[] points = new float[9];
        for (int k = 0; k < 9; k++) {
            points[k] = k % 3 == 2 ? 9 + random.nextFloat() : 2.6f * random.nextFloat() - 1.3f;
        }
        return points;
    }

    private static boolean closeToAnEdge(Fragments seen, int pixel) {
        if (seen.face()[pixel] < 0) {
            return false;
        }
        float[] w = seen.bary();
        return Math.min(w[3 * pixel], Math.min(w[3 * pixel + 1], w[3 * pixel + 2])) < 1e-4;
    }

    /** The smallest weight of a point, in double precision: positive inside. */
    private static double inside(float[] p, double x, double y) {
        double area = edge(p[6], p[7], p, 0, 3);
        double w0 = edge(x, y, p, 3, 6) / area;
        double w1 = edge(x, y, p, 6, 0) / area;
        double w2 = edge(x, y, p, 0, 3) / area;
        return Math.min(w0, Math.min(w1, w2));
    }

    private static double edge(double x, double y, float[] p, int a, int b) {
        return (x - p[a]) * (p[b + 1] - p[a + 1]) - (y - p[a + 1]) * (p[b] - p[a]);
    }

    private static int[] counting(int count) {
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = i;
        }
        return numbers;
    }

    private static float[] joined(float[] a, float[] b) {
        float[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
