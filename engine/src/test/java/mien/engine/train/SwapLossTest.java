package mien.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import mien.engine.diffusion.Parameterisation.Target;
import mien.engine.diffusion.Schedule;
import mien.engine.tensor.NoiseSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SwapLossTest {

    private static final Shape SHAPE = new Shape(2, 3, 4, 4);
    private static final int[] T = {30, 700};

    private final NDManager manager = NDManager.newBaseManager();
    private final Schedule chain = Schedule.linear(1000);

    @AfterEach
    void close() {
        manager.close();
    }

    private NDArray x0() {
        return new NoiseSource(1).normal(manager, SHAPE).clip(-1, 1);
    }

    private NDArray eps() {
        return new NoiseSource(2).normal(manager, SHAPE);
    }

    /** What a network that knows all would predict. */
    private NDArray truth(Target target) {
        double[] alphaBar = {chain.alphaBar(T[0]), chain.alphaBar(T[1])};
        return new Denoising(target, x0(), eps(), alphaBar).target();
    }

    private SwapLoss.Terms terms(Target target, double gamma, NDArray predicted) {
        return terms(target, gamma, predicted, manager.ones(new Shape(2, 1, 4, 4)));
    }

    private SwapLoss.Terms terms(Target target, double gamma, NDArray predicted, NDArray counts) {
        return new SwapLoss(chain, target, gamma)
                .of(
                        xt -> predicted.concat(predicted.zerosLike(), 1),
                        new SwapLoss.Batch(x0(), eps(), T, counts));
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    void whoKnowsAllErrsNowhereAndSeesThePicture(Target target) {
        SwapLoss.Terms terms = terms(target, 0.5, truth(target));
        assertArrayEquals(new float[2], terms.error().toFloatArray(), 1e-10f);
        assertArrayEquals(x0().toFloatArray(), terms.pictured().toFloatArray(), 2e-4f);
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    void theBoundIsTheSameWhateverIsPredicted(Target target) {
        float[] expected = terms(Target.EPSILON, 0, truth(Target.EPSILON)).bound().toFloatArray();
        assertArrayEquals(expected, terms(target, 0, truth(target)).bound().toFloatArray(), 1e-4f);
    }

    @Test
    void anErrorIsSquaredAndWeighedByItsStep() {
        SwapLoss.Terms terms = terms(Target.V, 1.5, truth(Target.V).add(0.1f));
        for (int i = 0; i < T.length; i++) {
            double weight = Math.pow(1 - chain.alphaBar(T[i]), 1.5);
            assertEquals(0.01 * weight, terms.error().getFloat(i), 1e-6);
        }
    }

    @Test
    void anErrorWhereNothingCountsIsNone() {
        NDArray left = manager.zeros(SHAPE);
        left.set(new NDIndex("..., 0"), 0.1f); // one column of four is wrong
        NDArray counts = manager.ones(new Shape(2, 1, 4, 4));
        counts.set(new NDIndex("1, :, :, 0"), 0);
        NDArray predicted = truth(Target.V).add(left);
        SwapLoss.Terms terms = terms(Target.V, 0, predicted, counts);
        assertEquals(0.01 / 4, terms.error().getFloat(0), 1e-7);
        assertEquals(0, terms.error().getFloat(1), 1e-10);
    }

    @Test
    void noiseBetweenTwoPicturesMakesOneOfTheOther() {
        NDArray hidden = new NoiseSource(3).normal(manager, SHAPE).clip(-1, 1);
        double[] alphaBar = {chain.alphaBar(T[0]), chain.alphaBar(T[1])};
        SwapLoss loss = new SwapLoss(chain, Target.V, 0);
        NDArray between = loss.between(hidden, eps(), T, x0());
        assertArrayEquals(
                new Denoising(Target.V, hidden, eps(), alphaBar).xt().toFloatArray(),
                new Denoising(Target.V, x0(), between, alphaBar).xt().toFloatArray(),
                1e-5f);
        assertArrayEquals(
                eps().toFloatArray(),
                loss.between(x0(), eps(), T, x0()).toFloatArray(),
                0,
                "nothing but the noise lies between a picture and itself");
    }

    @Test
    void unlikenessIsOneLessTheCosine() {
        NDArray a = manager.create(new float[] {2, 0, 1, 1}, new Shape(2, 2));
        NDArray b = manager.create(new float[] {3, 0, 0, 4}, new Shape(2, 2));
        assertArrayEquals(
                new float[] {0, 1 - (float) Math.sqrt(0.5)},
                SwapLoss.unlikeness(a, b).toFloatArray(),
                1e-6f);
    }
}
