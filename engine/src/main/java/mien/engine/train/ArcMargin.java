package mien.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Numbers;

/**
 * The additive angular margin (Deng et al. 2019, equation 3): the softmax over people of s·cos θ,
 * where the angle to a picture's own person is made larger by m. A person's direction is that of
 * another picture of them in the batch, not a weight to learn: with thousands of people of a few
 * pictures each, weights would be learnt long after the network.
 *
 * @param margin m, radians
 * @param scale s
 */
record ArcMargin(double margin, double scale) {

    private static final float ROUNDING = 1e-6f;

    /**
     * @param vectors [N, D]
     * @param people a direction for each person, of any length [P, D]
     * @param who the person of each vector, 0 to P−1
     * @return the mean loss, a scalar
     */
    NDArray loss(NDArray vectors, NDArray people, int[] who) {
        NDArray cos = unit(vectors).matMul(unit(people).transpose()); // N,P
        NDArray labels = vectors.getManager().create(who);
        NDArray own = labels.oneHot((int) people.getShape().get(0)); // N,P
        NDArray c = cos.mul(own).sum(new int[] {1}, true); // N,1
        NDArray sin = Numbers.atLeast(c.square().neg().add(1 + ROUNDING), ROUNDING).sqrt();
        NDArray turned = // cos(θ + m)
                Numbers.times(c, Math.cos(margin)).sub(Numbers.times(sin, Math.sin(margin)));
        NDArray beyond = c.sub((float) (margin * Math.sin(margin))); // where θ + m passes π
        NDArray wanted = NDArrays.where(c.gt((float) Math.cos(Math.PI - margin)), turned, beyond);
        NDArray logits = Numbers.times(cos.add(own.mul(wanted.sub(c))), scale);
        return Aten.crossEntropy(logits, labels).mean();
    }

    /** Rows of length 1. */
    static NDArray unit(NDArray rows) {
        return rows.div(rows.square().sum(new int[] {1}, true).add(ROUNDING).sqrt());
    }
}
