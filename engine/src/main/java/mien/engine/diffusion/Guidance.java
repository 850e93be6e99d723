package mien.engine.diffusion;

import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;
import mien.engine.tensor.Scope;

/**
 * Pushes the chain towards pictures with a wanted property (Dhariwal and Nichol 2021, section 4).
 */
@FunctionalInterface
public interface Guidance {

    /** g = ∇ log p(property | x_t), shaped like x_t, strength included. */
    NDArray gradient(NDArray x, Step step);

    /**
     * A differentiable score of x_t, larger for better pictures: a scalar, or one number per
     * picture.
     */
    @FunctionalInterface
    interface Score {
        NDArray of(NDArray x, Step step);
    }

    /**
     * The guidance that climbs a score. The score is computed while gradients are collected, and
     * they can be collected in one place at a time only.
     */
    static Guidance climbing(Score score) {
        return (x, step) ->
                Scope.freeing(
                        () -> {
                            try (GradientCollector collector =
                                    x.getManager().getEngine().newGradientCollector()) {
                                NDArray at = x.duplicate();
                                at.setRequiresGradient(true);
                                collector.backward(score.of(at, step).sum());
                                return at.getGradient();
                            }
                        });
    }
}
