package mien.engine.diffusion;

import static mien.engine.diffusion.Pictures.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mien.engine.Closeness;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.SyntheticWeights;
import mien.engine.checkpoint.TensorSource;
import mien.engine.checkpoint.Weights;
import mien.engine.net.AdmConfig;
import mien.engine.net.AdmUnet;
import mien.engine.net.AdmUnet.Conditions;
import mien.engine.net.PooledClassifier;
import mien.engine.tensor.Precision;
import org.junit.jupiter.api.Test;

class VariationalBoundTest {

    private static final double LOSS = 1e-4; // bounds of the golden files
    private static final double GRADIENT = 1e-3;

    /** With the network's output given, so that the bound alone is tested. */
    @Test
    void bitsEqualPidmsOnItsNetworksOutput() {
        List<GoldenCase> cases = Goldens.given("pidm", "all.output", "all.vb", "x_t", "t");
        assumeFalse(cases.isEmpty(), "no golden pidm/loss: name its folder with -Dmien.golden");
        for (GoldenCase golden : cases) {
            try (NDManager manager = NDManager.newBaseManager()) {
                NDArray x0 = RecordedWalk.array(manager, golden, "target");
                NDArray eps = RecordedWalk.array(manager, golden, "noise");
                NDArray output = RecordedWalk.array(manager, golden, "all.output");
                int[] t = golden.ints("t");
                assertTrue(Arrays.stream(t).anyMatch(step -> step == 0), "t = 0 takes part");
                Schedule chain = Schedule.linear(1000);
                NDArray xt = chain.noised(x0, eps, t);
                Closeness.assertRelative("x_t", 1e-6, xt.toFloatArray(), golden.floats("x_t"));
                float[] bits = VariationalBound.bits(chain, t, x0, xt, output).toFloatArray();
                Closeness.assertRelative("vb", LOSS, bits, golden.floats("all.vb"));
                float[] mse = squares(output, eps).toFloatArray();
                Closeness.assertRelative("mse", LOSS, mse, golden.floats("all.mse"));
            }
        }
    }

    private static NDArray squares(NDArray output, NDArray eps) {
        NDArray wrong = output.split(2, 1).get(0).sub(eps).square();
        return wrong.reshape(eps.getShape().get(0), -1).mean(new int[] {1}); // N
    }

    /**
     * Through our own U-Net. The identity term needs a recogniser; it does not reach the variance,
     * whose gradients are therefore compared, and no other.
     */
    @Test
    void lossesAndTheVariancesGradientsEqualDiffFaces() throws IOException {
        List<GoldenCase> cases = Goldens.given("diffface", "src_id", "mse", "vb", "total");
        assumeFalse(
                cases.isEmpty(),
                "no golden diffface/training_losses: name its folder with -Dmien.golden");
        for (GoldenCase golden : cases) {
            try (NDManager manager = NDManager.newBaseManager()) {
                NDArray x0 = RecordedWalk.array(manager, golden, "x_start");
                NDArray eps = RecordedWalk.array(manager, golden, "noise");
                NDArray identity = RecordedWalk.array(manager, golden, "src_id");
                int[] t = golden.ints("t");
                Schedule chain = Schedule.linear(1000);
                NDArray xt = chain.noised(x0, eps, t);
                Head head = new Head(new SyntheticWeights(manager, golden.seed()), gain(golden));
                AdmUnet unet =
                        new AdmUnet(Weights.of(head, Precision.FLOAT32), config(golden, identity));
                double[] told = Arrays.stream(t).asDoubleStream().toArray();
                try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                    NDArray output = unet.forwardLearning(xt, told, Conditions.identity(identity));
                    NDArray mse = squares(output, eps);
                    NDArray bits = VariationalBound.bits(chain, t, x0, xt, output);
                    Closeness.assertRelative("mse", LOSS, mse.toFloatArray(), golden.floats("mse"));
                    Closeness.assertRelative("vb", LOSS, bits.toFloatArray(), golden.floats("vb"));
                    float[] loss = mse.add(bits).toFloatArray();
                    Closeness.assertRelative("loss", LOSS, loss, golden.floats("loss"));
                    collector.backward(mse.add(bits).mean());
                }
                assertVarianceGradient(golden, "out.2.weight", head.weight, x0.getShape().get(1));
                assertVarianceGradient(golden, "out.2.bias", head.bias, x0.getShape().get(1));
            }
        }
    }

    /** The second half of the output's rows make v. */
    private static void assertVarianceGradient(
            GoldenCase golden, String name, NDArray tensor, long colours) {
        float[] ours = tensor.getGradient().toFloatArray();
        float[] theirs = golden.floats("grad." + name);
        int from = (int) (ours.length * colours / tensor.getShape().get(0));
        Closeness.assertRelative(
                name,
                GRADIENT,
                Arrays.copyOfRange(ours, from, ours.length),
                Arrays.copyOfRange(theirs, from, theirs.length));
    }

    private static float gain(GoldenCase golden) {
        return Float.parseFloat(golden.metadata().get("unet_out_gain"));
    }

    /** The golden file's options, with the identity's entry that they do not mention. */
    private static AdmConfig config(GoldenCase golden, NDArray identity) throws IOException {
        AdmConfig c =
                PooledClassifier.config(
                        new ObjectMapper().readTree(golden.metadata().get("config_unet")));
        return new AdmConfig(
                c.inChannels(),
                c.outChannels(),
                c.baseChannels(),
                c.multipliers(),
                c.resBlocks(),
                c.attentionFactors(),
                c.heads(),
                c.resampling(),
                c.film(),
                c.latentWidth(),
                c.classes(),
                (int) identity.getShape().get(1),
                c.dropout(),
                AdmConfig.GROUPS);
    }

    /** Synthetic weights with a quieter last convolution, whose gradients are wanted. */
    private static final class Head implements TensorSource {

        private final TensorSource source;
        private final float gain;
        private NDArray weight;
        private NDArray bias;

        Head(TensorSource source, float gain) {
            this.source = source;
            this.gain = gain;
        }

        @Override
        public NDManager manager() {
            return source.manager();
        }

        @Override
        public Optional<NDArray> tensor(String name, long... shape) {
            Optional<NDArray> tensor = source.tensor(name, shape);
            if (name.equals("out.2.weight")) {
                weight = tensor.orElseThrow().mul(gain);
                weight.setRequiresGradient(true);
                return Optional.of(weight);
            }
            if (name.equals("out.2.bias")) {
                bias = tensor.orElseThrow();
                bias.setRequiresGradient(true);
            }
            return tensor;
        }

        @Override
        public Set<String> names() {
            return source.names();
        }
    }

    @Test
    void aPerfectMeanWithThePosteriorsVarianceCostsNothing() {
        try (Pictures p = new Pictures()) {
            Schedule chain = Schedule.linear(1000);
            int[] t = {17, 940};
            NDArray xt = chain.noised(p.x0, p.eps, t);
            NDArray least = p.eps.onesLike().neg(); // v = −1: β̃
            NDArray bits = VariationalBound.bits(chain, t, p.x0, xt, p.eps.concat(least, 1));
            assertClose("bits", 1e-4, bits, bits.zerosLike());
            NDArray most = p.eps.onesLike(); // v = 1: β, whose cost is known
            float[] dear =
                    VariationalBound.bits(chain, t, p.x0, xt, p.eps.concat(most, 1)).toFloatArray();
            for (int n = 0; n < 2; n++) {
                Step s = chain.step(t[n]);
                double ratio = s.posteriorVariance() / s.beta();
                double nats = (ratio - 1 - Math.log(ratio)) / 2;
                assertEquals(nats / Math.log(2), dear[n], 1e-4);
            }
        }
    }

    @Test
    void gradientsReachTheVarianceAlone() {
        try (Pictures p = new Pictures()) {
            Schedule chain = Schedule.linear(1000);
            int[] t = {0, 400};
            NDArray xt = chain.noised(p.x0, p.eps, t);
            NDArray output = p.eps.add(p.normal(5)).concat(p.normal(6), 1);
            output.setRequiresGradient(true);
            try (GradientCollector collector = p.manager.getEngine().newGradientCollector()) {
                collector.backward(VariationalBound.bits(chain, t, p.x0, xt, output).sum());
            }
            NDList halves = output.getGradient().split(2, 1);
            assertEquals(0, halves.get(0).abs().max().getFloat(), "with respect to ε̂");
            for (int n = 0; n < 2; n++) {
                assertTrue(halves.get(1).get(n).abs().max().getFloat() > 0, "t = " + t[n]);
            }
        }
    }

    @Test
    void theGreyLevelsOfOnePixelShareAllProbability() {
        try (Pictures p = new Pictures()) {
            Schedule chain = Schedule.linear(1000);
            int[] first = new int[256];
            float[] levels = new float[256];
            for (int level = 0; level < 256; level++) {
                levels[level] = level / 127.5f - 1;
            }
            NDArray x0 = p.manager.create(levels).reshape(256, 1, 1, 1);
            NDArray xt = x0.zerosLike().add(0.3f);
            NDArray output = xt.zerosLike().concat(xt.onesLike().mul(0.2f), 1);
            double sum = 0;
            for (float bits : VariationalBound.bits(chain, first, x0, xt, output).toFloatArray()) {
                sum += Math.pow(2, -bits);
            }
            assertEquals(1, sum, 1e-4);
        }
    }
}
