package mien.engine.edit.faceswap;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.function.Function;
import mien.engine.diffusion.Step;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Scope;

/**
 * L_id: the face should be the source's in every view (Kim et al. 2022, facial guidance; reference
 * diffface.md §5). The mean over the copies of 1 − cos(A(copy), A(source)).
 */
public final class IdentityExpert implements Expert {

    private final Recogniser recogniser;
    private final NDArray source; // 1,D, of unit length
    private final NDArray mask; // 1,1,side,side
    private final Function<Step, List<Warp>> copies;

    /**
     * @param source unit identity vector of the source, [1, D]
     * @param mask where the face is, [1, 1, S, S] from 0 to 1
     * @param copies how the views of a step are warped; see {@link Augmentation}
     */
    public IdentityExpert(
            Recogniser recogniser,
            NDArray source,
            NDArray mask,
            Function<Step, List<Warp>> copies) {
        this.recogniser = recogniser;
        this.source = source;
        this.mask = Scope.lasting(() -> Aten.nearest(mask, recogniser.side(), recogniser.side()));
        this.copies = copies;
    }

    @Override
    public NDArray distance(NDArray seen, Step step) {
        NDArray face = masked(seen); // 1,3,side,side
        NDArray views = recogniser.units(Copies.of(face, copies.apply(step))); // N,D
        NDArray cosines = views.mul(source).sum(new int[] {1}); // N
        return cosines.sub(1f).neg().mean();
    }

    /**
     * Normalised first and masked then, so that what lies outside has the colour ImageNet's mean
     * has.
     */
    NDArray masked(NDArray seen) {
        return recogniser.prepared(seen).mul(mask);
    }
}
