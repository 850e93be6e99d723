package mien.engine.edit.faceswap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import mien.engine.Closeness;
import mien.engine.SyntheticWeights;
import mien.engine.checkpoint.Weights;
import mien.engine.diffusion.Schedule;
import mien.engine.diffusion.Step;
import mien.engine.face.DecaCrop;
import mien.engine.flame.Rotation;
import mien.engine.net.CodeEstimator;
import mien.engine.net.DecaEncoder;
import mien.engine.nn.Layers.Statistics;
import mien.engine.picture.Picture;
import mien.engine.picture.Range;
import mien.engine.tensor.Devices;
import mien.engine.tensor.Gradients;
import mien.engine.tensor.NoiseSource;
import mien.engine.tensor.Precision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadPoseTest {

    private static final Step STEP = Schedule.linear(1000).step(300);

    private final NDManager manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");

    @AfterEach
    void close() {
        manager.close();
    }

    /** An estimator that reads the rotation off three pixels. */
    private static HeadPose written() {
        return new HeadPose(x -> x.get(":, :, 0, 0"));
    }

    private NDArray picture(float... rotation) {
        float[] signed = new float[rotation.length];
        for (int i = 0; i < signed.length; i++) {
            signed[i] = 2 * rotation[i] - 1;
        }
        return manager.create(signed, new Shape(1, 3, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({"0.3, 0, 0, 0.1, 0, 0", "0.3, -0.2, 0.7, 0, 0.5, -1.1", "0, 0, 0, 0, 0, 0"})
    void theDistanceIsThatOfTheTwoRotations(
            float ax, float ay, float az, float bx, float by, float bz) {
        float[] a = Rotation.matrix(new float[] {ax, ay, az}, 0);
        float[] b = Rotation.matrix(new float[] {bx, by, bz}, 0);
        double trace = 0; // of aᵀ·b, 1 + 2·cos θ
        for (int i = 0; i < 9; i++) {
            trace += (double) a[i] * b[i];
        }
        PoseExpert expert = new PoseExpert(written(), picture(ax, ay, az));
        double ours = expert.distance(picture(bx, by, bz), STEP).getFloat();
        assertEquals(3 - trace, ours, 1e-5);
    }

    @Test
    void aPictureWithoutATurnHasAGradientToo() {
        PoseExpert expert = new PoseExpert(written(), picture(0.1f, 0, 0));
        NDArray x = Gradients.leaf(picture(0, 0, 0));
        try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
            collector.backward(expert.distance(x, STEP));
        }
        // θ² about (0.1, 0, 0) falls by 2·0.1 along the first number, half of it along its pixel
        Closeness.assertAbsolute(
                "gradient", 1e-3, x.getGradient().toFloatArray(), new float[] {-0.1f, 0, 0});
    }

    @Test
    void theDemosEstimatorGuides() {
        CodeEstimator.Config c = new CodeEstimator.Config(8, 16, 5, 32);
        CodeEstimator estimator =
                new CodeEstimator(weights(), c, Statistics.RUNNING); // rotation at 1, 2, 3
        assertGuides(HeadPose.of(estimator, 32, 1), 24);
    }

    @Test
    void decasEncoderGuides() {
        DecaEncoder encoder = DecaEncoder.coarse(weights());
        assertGuides(HeadPose.of(encoder, new DecaCrop(-3, 4, 30)), 32);
    }

    private Weights weights() {
        return Weights.of(new SyntheticWeights(manager, 5), Precision.FLOAT32);
    }

    /** A small step against the gradient brings the heads nearer. */
    private void assertGuides(HeadPose pose, int side) {
        Shape shape = new Shape(1, 3, side, side);
        PoseExpert expert = new PoseExpert(pose, new NoiseSource(1).normal(manager, shape));
        NDArray x = Gradients.leaf(new NoiseSource(2).normal(manager, shape));
        float far;
        try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
            NDArray distance = expert.distance(x, STEP);
            far = distance.getFloat();
            collector.backward(distance);
        }
        NDArray g = x.getGradient();
        float slope = g.square().sum().getFloat();
        assertTrue(slope > 0 && far > 0);
        float way = 0.02f * far / slope; // to a distance a fiftieth smaller
        float near = expert.distance(x.sub(g.mul(way)), STEP).getFloat();
        assertEquals(0.98 * far, near, 0.01 * far);
    }

    @Test
    void decasCropIsTheOneItWasMadeFor() {
        Picture picture = TinySwap.picture(3);
        NDArray unit = manager.create(picture.planar(Range.UNIT), new Shape(1, 3, 16, 16));
        DecaCrop crop = new DecaCrop(-2.5, 3.25, 14);
        Closeness.assertRelative(
                "crop",
                1e-4,
                HeadPose.cut(unit, crop).toFloatArray(),
                crop.cut(picture, DecaEncoder.SIDE));
    }
}
