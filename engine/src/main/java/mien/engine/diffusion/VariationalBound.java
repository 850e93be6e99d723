package mien.engine.diffusion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.List;
import java.util.stream.IntStream;
import mien.engine.tensor.Numbers;

/**
 * L_vlb, which teaches a network its variance (Nichol and Dhariwal 2021, section 3.1): one term of
 * the variational bound for each picture of a batch, in bits per dimension. The mean is held fixed,
 * so that gradients reach the variance alone, and x̂_0 is not clipped.
 */
public final class VariationalBound {

    /** Half the width of a grey level, pictures being in [−1, 1]. */
    private static final double HALF_LEVEL = 1 / 255.0;

    /** Pictures darker or lighter than this are in the outermost grey level, open to infinity. */
    private static final float OUTERMOST = 0.999f;

    private static final float LEAST_PROBABILITY = 1e-12f;

    private VariationalBound() {}

    /**
     * L_t in bits, averaged over each picture.
     *
     * @param t N steps of the chain
     * @param x0 [N, C, H, W] in [−1, 1]
     * @param xt the same noised to t
     * @param output what the network said: ε̂ and v, [N, 2C, H, W]
     * @return [N]; differentiable with respect to v
     */
    public static NDArray bits(Schedule chain, int[] t, NDArray x0, NDArray xt, NDArray output) {
        List<Step> steps = IntStream.of(t).mapToObj(chain::step).toList();
        NDList halves = output.split(2, 1); // N,C,H,W each
        NDArray seen = pictured(xt, halves.get(0).stopGradient(), steps);
        NDArray mean = posteriorMean(seen, xt, steps);
        NDArray logVariance = logVariance(halves.get(1), steps);
        NDArray later = divergence(posteriorMean(x0, xt, steps), mean, logVariance, steps);
        NDArray first = surprise(x0, mean, Numbers.times(logVariance, 0.5));
        NDArray isFirst = PerPicture.column(x0, steps, s -> s.last() ? 1 : 0);
        NDArray isLater = PerPicture.column(x0, steps, s -> s.last() ? 0 : 1);
        return Numbers.over(perPicture(first.mul(isFirst).add(later.mul(isLater))), Math.log(2));
    }

    /** x̂_0 = √(1/ᾱ)·x_t − √(1/ᾱ−1)·ε̂. */
    private static NDArray pictured(NDArray xt, NDArray eps, List<Step> steps) {
        NDArray a = PerPicture.column(xt, steps, s -> Math.sqrt(1 / s.alphaBar()));
        NDArray b = PerPicture.column(xt, steps, s -> Math.sqrt(1 / s.alphaBar() - 1));
        return xt.mul(a).sub(eps.mul(b));
    }

    /** μ̃(x_t, x_0), Ho et al. 2020, equation 7. */
    private static NDArray posteriorMean(NDArray x0, NDArray xt, List<Step> steps) {
        return x0.mul(PerPicture.column(x0, steps, Step::meanOfX0))
                .add(xt.mul(PerPicture.column(x0, steps, Step::meanOfXt)));
    }

    /** Nichol and Dhariwal 2021, equation 15. */
    private static NDArray logVariance(NDArray v, List<Step> steps) {
        return v.mul(PerPicture.column(v, steps, s -> (s.logBeta() - s.posteriorLogVariance()) / 2))
                .add(
                        PerPicture.column(
                                v, steps, s -> (s.logBeta() + s.posteriorLogVariance()) / 2));
    }

    /** KL(q(x_{t−1} | x_t, x_0) ‖ p(x_{t−1} | x_t)) of two normal distributions, in nats. */
    private static NDArray divergence(
            NDArray truth, NDArray mean, NDArray logVariance, List<Step> steps) {
        NDArray other = PerPicture.column(truth, steps, Step::posteriorLogVariance);
        NDArray ratio = logVariance.sub(other); // log of the model's over the posterior's
        NDArray distance = truth.sub(mean).square().mul(logVariance.neg().exp());
        return Numbers.times(ratio.add(ratio.neg().exp()).add(distance).sub(1f), 0.5);
    }

    /** −log of the probability that the normal distribution gives x_0's grey level, in nats. */
    private static NDArray surprise(NDArray x0, NDArray mean, NDArray logSigma) {
        NDArray centred = x0.sub(mean);
        NDArray precision = logSigma.neg().exp();
        NDArray below = cumulative(centred.add((float) HALF_LEVEL).mul(precision));
        NDArray under = cumulative(centred.sub((float) HALF_LEVEL).mul(precision));
        NDArray black = x0.lt(-OUTERMOST).toType(x0.getDataType(), false);
        NDArray white = x0.gt(OUTERMOST).toType(x0.getDataType(), false);
        NDArray inner = black.add(white).sub(1f).neg();
        NDArray probability =
                below.mul(black)
                        .add(under.sub(1f).neg().mul(white))
                        .add(below.sub(under).mul(inner));
        return Numbers.atLeast(probability, LEAST_PROBABILITY).log().neg();
    }

    /**
     * The usual approximation of the normal distribution's Φ, as the published programs have it.
     */
    private static NDArray cumulative(NDArray z) {
        NDArray cubic = z.add(Numbers.times(z.square().mul(z), 0.044715));
        return Numbers.times(Numbers.times(cubic, Math.sqrt(2 / Math.PI)).tanh().add(1f), 0.5);
    }

    private static NDArray perPicture(NDArray x) {
        return x.reshape(x.getShape().get(0), -1).mean(new int[] {1}); // N
    }
}
