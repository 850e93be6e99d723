package mien.engine.edit.faceswap;

import ai.djl.ndarray.NDArray;
import mien.engine.diffusion.Step;
import mien.engine.tensor.Numbers;
import mien.engine.tensor.Scope;

/**
 * The complexion should be the source's: an expert of ours beside the program's (the paper allows
 * any). The squared difference of the mean colours of both faces, added over red, green and blue.
 * It moves the colour of a face as a whole, where an identity network that learnt from few pictures
 * paints it with patterns.
 */
public final class ToneExpert implements Expert {

    private final NDArray mask; // 1,1,S,S
    private final NDArray wanted; // 1,3

    /**
     * @param source [1, 3, S, S] in [−1, 1]
     * @param sourceFace where its face is, [1, 1, S, S] from 0 to 1; where it has none, the whole
     *     picture counts
     * @param mask where the target's face is, [1, 1, S, S] from 0 to 1
     */
    public ToneExpert(NDArray source, NDArray sourceFace, NDArray mask) {
        this.mask = mask;
        boolean seen = sourceFace.sum().getFloat() > 0;
        wanted = Scope.lasting(() -> mean(source, seen ? sourceFace : sourceFace.onesLike()));
    }

    @Override
    public NDArray distance(NDArray seen, Step step) {
        return mean(seen, mask).sub(wanted).square().sum();
    }

    /** The mean colour of a face [1, 3]; black where there is none. */
    private static NDArray mean(NDArray picture, NDArray face) {
        NDArray sum = picture.mul(face).sum(new int[] {2, 3}); // 1,3
        return Numbers.over(sum, Math.max(1, face.sum().getFloat()));
    }
}
