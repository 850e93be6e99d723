package mien.engine.edit.faceswap;

import ai.djl.ndarray.NDArray;
import mien.engine.diffusion.Step;
import mien.engine.tensor.Numbers;
import mien.engine.tensor.Scope;

/**
 * The complexion should be the source's: an expert of ours beside the program's (the paper allows
 * any). The squared difference of the face's mean colour from what the source's skin would have in
 * the target's light, added over red, green and blue. A pixel counts by how light it is, so what is
 * lit moves most, as it does when skin is painted another colour under the same light. It moves the
 * colour of a face as a whole, where an identity network that learnt from few pictures paints it
 * with patterns.
 */
public final class ToneExpert implements Expert {

    /** What black counts, where white counts 2. */
    private static final float DARKEST = 0.05f;

    /**
     * Two faces differ in lightness by their skin and by the light they stand in; this share is
     * taken for the skin's. Over 150 pairs of drawn people 0.64 is nearest to the truth; somewhat
     * more is nearer to the source in the eyes of an identity network.
     */
    private static final double LIGHTNESS = 0.75;

    private final NDArray lit; // 1,1,S,S, sum 1
    private final NDArray wanted; // 1,3

    /**
     * @param source [1, 3, S, S] in [−1, 1]
     * @param sourceFace where its face is, [1, 1, S, S] from 0 to 1; where it has none, the whole
     *     picture counts
     * @param target [1, 3, S, S] in [−1, 1]
     * @param mask where its face is, [1, 1, S, S] from 0 to 1
     */
    public ToneExpert(NDArray source, NDArray sourceFace, NDArray target, NDArray mask) {
        lit = Scope.lasting(() -> lit(target, mask));
        boolean seen = sourceFace.sum().getFloat() > 0;
        NDArray face = seen ? sourceFace : sourceFace.onesLike();
        wanted =
                Scope.lasting(
                        () -> {
                            NDArray from = mean(target, lit);
                            return from.add(skin(mean(source, lit(source, face)).sub(from)));
                        });
    }

    @Override
    public NDArray distance(NDArray seen, Step step) {
        return mean(seen, lit).sub(wanted).square().sum();
    }

    /**
     * What of a difference of two faces is their skin's: a part of the lightness, all of the hue.
     */
    private static NDArray skin(NDArray difference) {
        NDArray lightness = difference.mean(new int[] {1}, true); // 1,1
        return difference.sub(Numbers.times(lightness, 1 - LIGHTNESS));
    }

    /** How much each pixel of a face counts, together 1: by how light it is, black little. */
    private static NDArray lit(NDArray picture, NDArray face) {
        NDArray light = picture.mean(new int[] {1}, true).add(1 + DARKEST).mul(face); // 1,1,S,S
        return Numbers.over(light, Math.max(DARKEST, light.sum().getFloat()));
    }

    /** The mean colour of a face [1, 3]; 0 where there is none. */
    private static NDArray mean(NDArray picture, NDArray lit) {
        return picture.mul(lit).sum(new int[] {2, 3});
    }
}
