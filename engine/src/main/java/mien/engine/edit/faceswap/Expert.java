package mien.engine.edit.faceswap;

import ai.djl.ndarray.NDArray;
import mien.engine.diffusion.Step;

/**
 * One term of the guidance: says how far a picture is from what is wanted of it. Any network whose
 * answer can be differentiated makes one (Kim et al. 2022). What does not depend on the picture
 * (vectors of the source, answers about the target) is computed when the expert is made, and
 * belongs to the manager of the arrays it is made from, also in the middle of a step. Experts are
 * asked at the same time, on threads of their own, and share nothing that changes.
 */
@FunctionalInterface
public interface Expert {

    /**
     * @param seen the picture, [1, 3, S, S] in about [−1, 1], which gathers gradients
     * @param step where the walk stands
     * @return how far it is off, a scalar, differentiable with respect to {@code seen}
     */
    NDArray distance(NDArray seen, Step step);
}
