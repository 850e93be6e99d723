package mien.engine.edit.faceswap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import mien.engine.Closeness;
import mien.engine.diffusion.Prediction;
import mien.engine.diffusion.Schedule;
import mien.engine.diffusion.Step;
import mien.engine.edit.faceswap.SwapSettings.Form;
import mien.engine.edit.faceswap.SwapSettings.Guiding;
import mien.engine.net.AdmUnet.Conditions;
import mien.engine.tensor.Devices;
import mien.engine.tensor.Gradients;
import mien.engine.tensor.NoiseSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One pass of the network gives prediction and gradient, and leaves nothing else. */
class FacialGuidanceTest {

    private static final Step STEP = Schedule.linear(1000).step(300);

    private final TinySwap swap = new TinySwap();
    private final NDManager manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");
    private final NDArray target = noise(1);
    private final NDArray x = noise(2);
    private final FaceDenoiser network =
            FaceDenoiser.of(
                    swap.unet,
                    swap.networks().meaning(),
                    Conditions.identity(
                            new NoiseSource(3).normal(swap.manager, new Shape(1, TinySwap.VECTOR))),
                    () -> {});

    @AfterEach
    void close() {
        manager.close();
        swap.close();
    }

    private NDArray noise(long seed) {
        return new NoiseSource(seed).normal(manager, new Shape(1, 3, TinySwap.SIDE, TinySwap.SIDE));
    }

    private FacialGuidance guidance(Form form, double weight) {
        Guiding g = TinySwap.pulling(SwapSettings.COLOUR, weight).guiding().with(form);
        Term term = new Term(SwapSettings.COLOUR, () -> new ColourExpert(target));
        return new FacialGuidance(
                network, List.of(term), 1000, () -> g, FacialGuidance.Readings.NONE);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void thePredictionIsTheUnguidedOneAndNothingElseIsLeft(Form form) {
        Prediction plain = network.predict(x, STEP);
        FacialGuidance guidance = guidance(form, 10);
        guidance.predict(x, STEP);
        int before = manager.getManagedArrays().size();
        Prediction guided = guidance.predict(x, STEP);
        assertEquals(before + 4, manager.getManagedArrays().size(), "x̂_0, ε̂, g and log σ²");
        for (NDArray part : List.of(guided.x0(), guided.eps(), guided.gradient().orElseThrow())) {
            assertFalse(Gradients.reach(part), "no graph is kept alive");
        }
        Closeness.assertRelative(
                "x̂_0", 1e-5, guided.x0().toFloatArray(), plain.x0().toFloatArray());
        Closeness.assertRelative(
                "ε̂", 1e-5, guided.eps().toFloatArray(), plain.eps().toFloatArray());
        Closeness.assertRelative(
                "log σ²",
                1e-5,
                guided.logVariance().orElseThrow().toFloatArray(),
                plain.logVariance().orElseThrow().toFloatArray());
    }

    @Test
    void theGradientIsTheDifferenceQuotientOfTheWeighedDistance() {
        float[] g =
                guidance(Form.THROUGH, 10).predict(x, STEP).gradient().orElseThrow().toFloatArray();
        float[] way = new NoiseSource(7).normal(g.length);
        double slope = 0;
        for (int i = 0; i < g.length; i++) {
            slope += (double) g[i] * way[i];
        }
        double h = 1e-3;
        double rise = distance(way, h) - distance(way, -h);
        assertEquals(-10 * rise / (2 * h), slope, 2e-3 * Math.abs(slope));
    }

    /** What the expert says of f·x̂_0 + (1 − f)·x_t at a place nearby. */
    private double distance(float[] way, double h) {
        NDArray at = x.add(manager.create(way, x.getShape()).mul((float) h));
        double f = Math.sqrt(1 - STEP.alphaBar());
        NDArray seen = network.predict(at, STEP).x0().mul((float) f).add(at.mul((float) (1 - f)));
        return new ColourExpert(target).distance(seen, STEP).getFloat();
    }

    @Test
    void theCheapFormPointsTheSameWay() {
        float[] exact =
                guidance(Form.THROUGH, 10).predict(x, STEP).gradient().orElseThrow().toFloatArray();
        float[] cheap =
                guidance(Form.AT_X0, 10).predict(x, STEP).gradient().orElseThrow().toFloatArray();
        double dot = 0;
        double a = 0;
        double b = 0;
        for (int i = 0; i < exact.length; i++) {
            dot += (double) exact[i] * cheap[i];
            a += (double) exact[i] * exact[i];
            b += (double) cheap[i] * cheap[i];
        }
        assertTrue(dot / Math.sqrt(a * b) > 0.8, "cosine " + dot / Math.sqrt(a * b));
    }

    @Test
    void withoutAnExpertThePlainPassRuns() {
        Prediction p = guidance(Form.THROUGH, 0).predict(x, STEP);
        assertTrue(p.gradient().isEmpty());
        assertArrayEquals(network.predict(x, STEP).x0().toFloatArray(), p.x0().toFloatArray(), 0);
    }
}
