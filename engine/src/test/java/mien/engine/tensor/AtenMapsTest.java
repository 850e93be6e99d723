package mien.engine.tensor;

import static mien.engine.Closeness.assertAbsolute;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operators of the guiding networks against the same thing written out as loops. */
class AtenMapsTest {

    private static final int MAPS = 6; // two pictures of three maps
    private static final int H = 4;
    private static final int W = 5;
    private static final double CLOSE = 1e-5;

    private final float[] v = new NoiseSource(8).normal(MAPS * H * W);
    private NDManager manager;
    private NDArray x;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");
        x = manager.create(v, new Shape(2, 3, H, W));
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void preluBendsWhatIsNegative() {
        float[] expected = new float[v.length];
        for (int i = 0; i < v.length; i++) {
            expected[i] = v[i] > 0 ? v[i] : 0.3f * v[i];
        }
        equal(expected, Aten.prelu(x, manager.create(new float[] {0.3f})));
        equal(expected, Aten.leakyRelu(x, 0.3f));
    }

    @Test
    void aGateWeighsEachMapByItself() {
        float[] means = new float[MAPS];
        for (int i = 0; i < v.length; i++) {
            means[i / (H * W)] += v[i] / (H * W);
        }
        NDArray mean = Aten.meanMap(x);
        assertEquals(new Shape(2, 3, 1, 1), mean.getShape());
        equal(means, mean);
        float[] expected = new float[v.length];
        for (int i = 0; i < v.length; i++) {
            expected[i] = (float) (v[i] / (1 + Math.exp(-means[i / (H * W)])));
        }
        equal(expected, Aten.gate(x, Aten.sigmoid(mean)));
    }

    @Test
    void alignedBilinearResizingKeepsTheCorners() {
        int height = 7;
        int width = 9;
        float[] expected = new float[MAPS * height * width];
        for (int i = 0; i < expected.length; i++) {
            double r = (i / width) % height * (H - 1.0) / (height - 1);
            double c = i % width * (W - 1.0) / (width - 1);
            int map = i / (height * width) * H * W;
            int r0 = Math.min((int) r, H - 2);
            int c0 = Math.min((int) c, W - 2);
            double above = mixed(v[map + r0 * W + c0], v[map + r0 * W + c0 + 1], c - c0);
            double below = mixed(v[map + r0 * W + W + c0], v[map + r0 * W + W + c0 + 1], c - c0);
            expected[i] = (float) mixed(above, below, r - r0);
        }
        equal(expected, Aten.bilinearAligned(x, height, width));
    }

    private static double mixed(double a, double b, double t) {
        return a + t * (b - a);
    }

    @Test
    void theSoftArgMaxIsTheMeanPlaceUnderASoftmax() {
        float[] expected = new float[2 * MAPS];
        for (int map = 0; map < MAPS; map++) {
            double mass = 0;
            for (int i = 0; i < H * W; i++) {
                double e = Math.exp(3 * v[map * H * W + i]);
                mass += e;
                expected[2 * map] += (float) (e * (i / W));
                expected[2 * map + 1] += (float) (e * (i % W));
            }
            expected[2 * map] /= (float) mass;
            expected[2 * map + 1] /= (float) mass;
        }
        NDArray place = Aten.softArgMax(x, 3);
        assertEquals(new Shape(2, 3, 2), place.getShape());
        equal(expected, place);
    }

    @Test
    void eachPictureIsNormalisedByItsOwnStatistics() {
        float[] w = {0.5f, 1, 2};
        float[] b = {1, 0, -1};
        float[] expected = new float[v.length];
        for (int map = 0; map < MAPS; map++) {
            double mean = 0;
            double square = 0;
            for (int i = map * H * W; i < (map + 1) * H * W; i++) {
                mean += v[i] / (H * W);
                square += v[i] * v[i] / (H * W);
            }
            for (int i = map * H * W; i < (map + 1) * H * W; i++) {
                double z = (v[i] - mean) / Math.sqrt(square - mean * mean + 1e-5);
                expected[i] = (float) (w[map % 3] * z + b[map % 3]);
            }
        }
        NDArray far = manager.ones(new Shape(3)).mul(9);
        Norms.BatchNorm n = new Norms.BatchNorm(manager.create(w), manager.create(b), far, far);
        equal(expected, Norms.batchNormOwn(x, n, 1e-5));
        equal(Arrays.copyOf(expected, v.length / 2), Norms.batchNormOwn(x.get("0:1"), n, 1e-5));
        equal(new float[] {9, 9, 9}, far);
    }

    private static void equal(float[] expected, NDArray ours) {
        assertAbsolute("values", CLOSE, ours.toFloatArray(), expected);
    }
}
