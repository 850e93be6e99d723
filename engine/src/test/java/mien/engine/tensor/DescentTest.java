package mien.engine.tensor;

import static mien.engine.Closeness.assertAbsolute;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import mien.engine.tensor.Descent.Adam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The operators that a training applies to many arrays at once. */
class DescentTest {

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
    void theNormIsThatOfAllArraysTogether() {
        List<NDArray> xs =
                List.of(
                        manager.create(new float[] {3, 0}),
                        manager.create(new float[] {4}),
                        manager.create(new float[] {0, 12}));
        assertEquals(13, Descent.norm(xs), 1e-5);
    }

    @Test
    void scalingCopyingAndMovingTowards() {
        NDArray a = manager.create(new float[] {1, 2});
        NDArray b = manager.create(new float[] {10});
        Descent.scale(List.of(a, b), 0.5);
        assertArrayEquals(new float[] {0.5f, 1}, a.toFloatArray());
        assertArrayEquals(new float[] {5}, b.toFloatArray());

        NDArray target = manager.create(new float[] {4.5f, 9});
        Descent.lerp(List.of(a), List.of(target), 0.25);
        assertArrayEquals(new float[] {1.5f, 3}, a.toFloatArray());

        NDArray half = Aten.cast(target, ScalarType.BFLOAT16);
        Descent.copy(List.of(a), List.of(half));
        assertArrayEquals(new float[] {4.5f, 9}, a.toFloatArray());
    }

    /**
     * Kingma and Ba 2015, algorithm 1, with the decay of Loshchilov and Hutter 2019, in doubles.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1})
    void fiveStepsOfAdamAreThoseOfTheBook(double decay) {
        double rate = 0.01;
        double beta1 = 0.9;
        double beta2 = 0.999;
        double eps = 1e-3; // large enough to tell where it is added
        NoiseSource noise = new NoiseSource(4);
        float[] start = noise.normal(7);
        NDArray p = manager.create(start.clone());
        NDArray m = manager.create(new float[7]);
        NDArray v = manager.create(new float[7]);
        double[] bookP = new double[7];
        double[] bookM = new double[7];
        double[] bookV = new double[7];
        for (int i = 0; i < 7; i++) {
            bookP[i] = start[i];
        }

        for (int t = 1; t <= 5; t++) {
            float[] g = noise.normal(7);
            Adam step = new Adam(rate, beta1, beta2, eps, decay, t);
            Descent.adam(List.of(p), List.of(manager.create(g)), List.of(m), List.of(v), step);
            for (int i = 0; i < 7; i++) {
                bookP[i] -= rate * decay * bookP[i];
                bookM[i] = beta1 * bookM[i] + (1 - beta1) * g[i];
                bookV[i] = beta2 * bookV[i] + (1 - beta2) * g[i] * g[i];
                double mHat = bookM[i] / (1 - Math.pow(beta1, t));
                double vHat = bookV[i] / (1 - Math.pow(beta2, t));
                bookP[i] -= rate * mHat / (Math.sqrt(vHat) + eps);
            }
        }

        assertAbsolute("p", 2e-6, p.toFloatArray(), floats(bookP));
        assertAbsolute("m", 2e-6, m.toFloatArray(), floats(bookM));
        assertAbsolute("v", 2e-6, v.toFloatArray(), floats(bookV));
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
