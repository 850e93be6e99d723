package mien.engine.edit.faceswap;

import ai.djl.ndarray.NDArray;
import mien.engine.diffusion.Step;
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
     * @param sourceFace where its face is, [1, 1, S, S] from 0 to 1
     * @param mask where the target's face is, [1, 1, S, S] from 0 to 1
     */
    public ToneExpert(NDArray source, NDArray sourceFace, NDArray mask) {
        this.mask = mask;
        wanted = Scope.lasting(() -> mean(source, sourceFace));
    }

    @Override
    public NDArray distance(NDArray seen, Step step) {
        return mean(seen, mask).sub(wanted).square().sum();
    }

    /** The mean colour of a face [1, 3]; where there is none, that of the whole picture. */
    private static NDArray mean(NDArray picture, NDArray face) {
        int[] pixels = {2, 3};
        float area = face.sum().getFloat();
        return area == 0
                ? picture.mean(pixels)
                : picture.mul(face).sum(pixels).mul(face.getManager().create(1 / area));
    }
}
