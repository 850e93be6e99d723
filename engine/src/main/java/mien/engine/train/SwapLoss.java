package mien.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import mien.engine.diffusion.Parameterisation.Target;
import mien.engine.diffusion.PerPicture;
import mien.engine.diffusion.Schedule;
import mien.engine.diffusion.VariationalBound;
import mien.engine.tensor.Numbers;

/**
 * What DiffFace's training makes small (reference diffface.md §10): the error of denoising, the
 * variational bound with its mean held fixed, and how little the denoised face is alike.
 *
 * @param chain the chain of the training
 * @param predicts what the network predicts
 * @param p2Gamma γ of the weight (1 − ᾱ)^γ of the error; published: 0
 */
record SwapLoss(Schedule chain, Target predicts, double p2Gamma) {

    private static final float LEAST_LENGTH = 1e-6f;

    /**
     * A batch on the device.
     *
     * @param x0 pictures [N, 3, S, S] in [−1, 1]
     * @param eps standard normal noise, like {@code x0}
     * @param t N steps of the chain
     * @param weights how much each pixel counts [N, 1, S, S]
     */
    record Batch(NDArray x0, NDArray eps, int[] t, NDArray weights) {}

    /**
     * @param error weighted mean squared error of each picture [N]
     * @param bound variational bound of each picture, bits [N]; teaches the variance alone
     * @param pictured x̂_0, not clipped [N, 3, S, S]
     */
    record Terms(NDArray error, NDArray bound, NDArray pictured) {}

    /**
     * The noise that lies between x_t and the picture that is to come out of it, when x_t was made
     * of another: ε + √(ᾱ/(1−ᾱ))·(hidden − x_0). Where both are the same, the noise itself.
     *
     * @param hidden what x_t was made of [N, 3, S, S]
     * @param noise ε, like it
     */
    NDArray between(NDArray hidden, NDArray noise, int[] t, NDArray x0) {
        double[] signal =
                IntStream.of(t)
                        .mapToDouble(chain::alphaBar)
                        .map(abar -> Math.sqrt(abar / (1 - abar)))
                        .toArray();
        return hidden.sub(x0).mul(PerPicture.column(x0, signal)).add(noise);
    }

    /**
     * @param network from x_t [N, 3, S, S] to what it predicts and the range of the variance [N, 6,
     *     S, S]
     */
    Terms of(UnaryOperator<NDArray> network, Batch b) {
        double[] alphaBar = IntStream.of(b.t).mapToDouble(chain::alphaBar).toArray();
        Denoising d = new Denoising(predicts, b.x0, b.eps, alphaBar);
        NDArray xt = d.xt();
        NDList said = network.apply(xt).split(2, 1); // N,3,S,S each
        NDArray predicted = said.get(0);
        NDArray both = d.eps(predicted, xt).stopGradient().concat(said.get(1), 1);
        return new Terms(
                d.error(predicted, b.weights, p2Gamma),
                VariationalBound.bits(chain, b.t, b.x0, xt, both),
                d.x0(predicted, xt));
    }

    /**
     * 1 − cos of the angle between the vectors of each row [N].
     *
     * @param seen vectors of the denoised faces [N, D]
     * @param wanted vectors of the sources [N, D]
     */
    static NDArray unlikeness(NDArray seen, NDArray wanted) {
        NDArray lengths =
                Numbers.atLeast(length(seen), LEAST_LENGTH)
                        .mul(Numbers.atLeast(length(wanted), LEAST_LENGTH));
        return seen.mul(wanted).sum(new int[] {1}).div(lengths).neg().add(1);
    }

    private static NDArray length(NDArray rows) {
        return rows.square().sum(new int[] {1}).sqrt();
    }
}
