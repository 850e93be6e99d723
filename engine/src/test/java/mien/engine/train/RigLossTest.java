package mien.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mien.engine.Synthetic;
import mien.engine.checkpoint.Weights;
import mien.engine.diffusion.Parameterisation.Target;
import mien.engine.net.AdmConfig;
import mien.engine.net.LatentEncoder;
import mien.engine.tensor.Devices;
import mien.engine.tensor.Precision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RigLossTest {
    private static final int SIDE = 32;
    private static final int N = 2;
    private static final int LATENT = 4;
    private static final double[] ALPHA_BAR = {0.9, 0.5, 0.1};
    private static final double[] T = {0, 2};
    private static final int PLANE = SIDE * SIDE;

    private final NDManager manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");
    private final FreshTensors fresh = new FreshTensors(manager, 1);
    private final float[] counts = new float[N * PLANE];

    @BeforeEach
    void upperHalvesCountThreeTimesAsMuch() {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = i % PLANE < PLANE / 2 ? 1.5f : 0.5f;
        }
    }

    @AfterEach
    void close() {
        manager.close();
    }

    /** A fresh network predicts zero: the loss is the weighted mean square of its target. */
    @ParameterizedTest
    @EnumSource(Target.class)
    void eachPictureIsWeightedByItsStepAndEachPixelByWhatItCounts(Target target) {
        float[] x0 = Synthetic.normal("x0", 1, N * 3 * SIDE * SIDE);
        float[] eps = Synthetic.normal("eps", 1, x0.length);
        RigLoss.Terms terms =
                loss(target, 1.5).of(weights(), batch(x0, eps), new UnetPasses(false));
        float[] ours = terms.perPicture().toFloatArray();
        int one = x0.length / N;
        for (int i = 0; i < N; i++) {
            double a = ALPHA_BAR[(int) T[i]];
            double sum = 0;
            for (int k = i * one; k < (i + 1) * one; k++) {
                double wanted =
                        switch (target) {
                            case EPSILON -> eps[k];
                            case X0 -> x0[k];
                            case V -> Math.sqrt(a) * eps[k] - Math.sqrt(1 - a) * x0[k];
                        };
                sum += counts[k / (3 * PLANE) * PLANE + k % PLANE] * wanted * wanted;
            }
            double expected = Math.pow(1 - a, 1.5) * sum / one;
            assertEquals(expected, ours[i], 1e-5 * expected, "picture " + i);
        }
        assertEquals(new Shape(N, LATENT), terms.code().getShape());
    }

    @Test
    void thePersonalStageKeepsTheEncodersWeightsAndMovesItsStatistics() {
        float[] x0 = Synthetic.normal("x0", 1, N * 3 * SIDE * SIDE);
        Weights weights = weights();
        loss(Target.EPSILON, 1).of(weights, batch(x0, x0), new UnetPasses(false));
        Map<String, NDArray> made = fresh.made();
        float[] mean = made.get("encoder.bn1.running_mean").toFloatArray();
        assertTrue(mean[0] != 0, "the statistics follow the batch");

        new Parameters(manager, made, RigStage.PERSONAL::learns);
        made.forEach(
                (name, tensor) ->
                        assertEquals(
                                name.startsWith("denoisingUNet."), tensor.hasGradient(), name));
        assertTrue(RigStage.GENERIC.learns("encoder.fc.weight"));
        assertFalse(RigStage.PERSONAL.learns("encoder.fc.weight"));
    }

    private Weights weights() {
        return Weights.of(fresh, Precision.FLOAT32);
    }

    private static RigLoss loss(Target target, double gamma) {
        AdmConfig unet =
                new AdmConfig(
                        12,
                        3,
                        32,
                        List.of(1.0, 1.0),
                        1,
                        Set.of(2),
                        AdmConfig.Heads.count(1),
                        AdmConfig.Resampling.RES_BLOCK,
                        true,
                        LATENT,
                        0,
                        0,
                        0,
                        AdmConfig.GROUPS);
        return new RigLoss(unet, new LatentEncoder.Config(4, LATENT), ALPHA_BAR, target, gamma);
    }

    private RigLoss.Batch batch(float[] x0, float[] eps) {
        Shape shape = new Shape(N, 3, SIDE, SIDE);
        NDArray picture = manager.create(x0, shape);
        NDArray buffers = manager.zeros(new Shape(N, 9, SIDE, SIDE));
        NDArray counts = manager.create(this.counts, new Shape(N, 1, SIDE, SIDE));
        return new RigLoss.Batch(picture, buffers, picture, manager.create(eps, shape), T, counts);
    }
}
