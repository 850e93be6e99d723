package mien.engine.edit.faceswap;

import ai.djl.ndarray.NDArray;
import mien.engine.diffusion.Step;
import mien.engine.face.FaceParts;
import mien.engine.tensor.Numbers;
import mien.engine.tensor.Scope;

/**
 * L_sem: pose, expression and shape should stay the target's, as a face parser sees them (Kim et
 * al. 2022, facial guidance; reference diffface.md §5). The sum over the classes of the face of the
 * mean distance of their logits.
 */
public final class ParserExpert implements Expert {

    private final FaceParser parser;
    private final Distance distance;
    private final NDArray classes; // K, int64
    private final NDArray wanted; // 1,K,S,S

    /**
     * @param target [1, 3, S, S] in [−1, 1]
     */
    public ParserExpert(FaceParser parser, NDArray target, Distance distance) {
        this.parser = parser;
        this.distance = distance;
        long[] face = FaceParts.FACE.stream().mapToLong(k -> k).sorted().toArray();
        classes = Scope.lasting(() -> target.getManager().create(face));
        wanted = Scope.lasting(() -> parser.logits(target, classes));
    }

    @Override
    public NDArray distance(NDArray seen, Step step) {
        NDArray off = distance.of(parser.logits(seen, classes), wanted); // 1,K,S,S
        return Numbers.over(off.sum(), off.getShape().get(2) * off.getShape().get(3));
    }
}
