package mien.engine.edit.faceswap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import mien.engine.diffusion.Schedule;
import mien.engine.diffusion.Step;
import mien.engine.tensor.Gradients;
import mien.engine.tensor.NoiseSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ToneExpertTest {

    private static final Step STEP = Schedule.linear(1000).step(3);
    private static final Shape SHAPE = new Shape(1, 3, 4, 4);

    private final NDManager manager = NDManager.newBaseManager(null, "PyTorch");

    @AfterEach
    void close() {
        manager.close();
    }

    /** The left or the right half of a picture. */
    private NDArray half(boolean left) {
        float[] m = new float[16];
        for (int i = 0; i < m.length; i++) {
            m[i] = (i % 4 < 2) == left ? 1 : 0;
        }
        return manager.create(m, new Shape(1, 1, 4, 4));
    }

    private NDArray plain(double red, double green, double blue) {
        float[] x = new float[48];
        double[] colour = {red, green, blue};
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) colour[i / 16];
        }
        return manager.create(x, SHAPE);
    }

    private NDArray grey() {
        return plain(0, 0, 0);
    }

    @Test
    void whatIsLitMovesMost() {
        float[] shaded = new float[48];
        for (int i = 0; i < shaded.length; i++) {
            shaded[i] = i % 4 == 0 ? 0.6f : -0.6f; // one column in the light
        }
        NDArray target = manager.create(shaded, SHAPE);
        NDArray all = half(true).add(half(false));
        ToneExpert expert = new ToneExpert(plain(-0.9, -0.9, -0.9), all, target, all);
        try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
            NDArray seen = Gradients.leaf(target);
            collector.backward(expert.distance(seen, STEP));
            float[] g = seen.getGradient().toFloatArray();
            assertEquals(1.65 / 0.45, g[0] / g[1], 1e-3, "as light as they are");
            assertTrue(g[1] > 0, "darker is nearer");
        }
    }

    /**
     * A colour with the source's hue, and three quarters of its lightness, before a grey target.
     */
    private NDArray skin(double red, double green, double blue) {
        double light = (red + green + blue) / 3;
        return plain(red - light / 4, green - light / 4, blue - light / 4);
    }

    @Test
    void theDistanceIsFromTheSourcesHueAndMostOfItsLightness() {
        ToneExpert expert = new ToneExpert(plain(0.5, 0, -0.2), half(true), grey(), half(false));
        assertEquals(0, expert.distance(skin(0.5, 0, -0.2), STEP).getFloat(), 1e-6);
        double light = 0.1 / 4;
        double off =
                Math.pow(0.5 - light, 2) + Math.pow(0.25 + light, 2) + Math.pow(0.7 + light, 2);
        assertEquals(off, expert.distance(plain(0, 0.25, 0.5), STEP).getFloat(), 1e-5);
    }

    @Test
    void whatLiesOutsideTheFacesSaysNothing() {
        NDArray source = plain(0.5, 0, -0.25);
        NDArray elsewhere = new NoiseSource(1).normal(manager, SHAPE);
        NDArray noisy = source.add(elsewhere.mul(half(false)));
        ToneExpert expert = new ToneExpert(noisy, half(true), grey(), half(false));
        NDArray seen = skin(0.5, 0, -0.25).add(elsewhere.mul(half(true)));
        assertEquals(0, expert.distance(seen, STEP).getFloat(), 1e-6);
    }

    @Test
    void aFaceMayBePatternedAsItLikes() {
        ToneExpert expert = new ToneExpert(plain(0.1, 0.1, 0.1), half(true), grey(), half(true));
        float[] stripes = skin(0.1, 0.1, 0.1).toFloatArray();
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] += i % 2 == 0 ? 0.4f : -0.4f;
        }
        assertEquals(0, expert.distance(manager.create(stripes, SHAPE), STEP).getFloat(), 1e-6);
    }

    @Test
    void aSourceWithoutAFaceGivesItsWholePicture() {
        float[] none = new float[16];
        NDArray nowhere = manager.create(none, new Shape(1, 1, 4, 4));
        float[] x = plain(0, 0, 0).toFloatArray();
        Arrays.fill(x, 0, 8, 1f); // red, half of the picture
        ToneExpert expert = new ToneExpert(manager.create(x, SHAPE), nowhere, grey(), half(true));
        double red = (1.05 + 1 / 3.0) / (2 * 1.05 + 1 / 3.0); // what is red is lighter
        assertEquals(0, expert.distance(skin(red, 0, 0), STEP).getFloat(), 1e-6);
    }
}
