package mien.engine.edit.faceswap;

import ai.djl.ndarray.NDArray;
import mien.engine.diffusion.Step;

/**
 * The program's fourth term, which the paper does not mention (reference diffface.md §5): the whole
 * picture, not only the face, should have the target's colours. The mean squared difference.
 *
 * @param target [1, 3, S, S] in [−1, 1]
 */
public record ColourExpert(NDArray target) implements Expert {

    @Override
    public NDArray distance(NDArray seen, Step step) {
        return seen.sub(target).square().mean();
    }
}
