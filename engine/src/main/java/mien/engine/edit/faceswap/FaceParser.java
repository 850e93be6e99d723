package mien.engine.edit.faceswap;

import ai.djl.ndarray.NDArray;
import mien.engine.face.FaceParts;
import mien.engine.face.ImageNet;
import mien.engine.nn.Layer;
import mien.engine.picture.Mask;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Scope;

/**
 * Tells the parts of a face: BiSeNet as DiffFace uses it (reference diffface.md §5, §8.2).
 *
 * @param network [1, 3, side, side], normalised → logits of 19 classes [1, 19, h, h]; where h is
 *     less than the side they are meant to be enlarged to it, corners aligned
 * @param side of the pictures it reads, twice the swap's in the program
 * @param normalisation how its pictures are prepared
 */
public record FaceParser(Layer network, int side, Normalisation normalisation) {

    /** How a picture is prepared for the parser. */
    public enum Normalisation {
        /** ImageNet's, which the parser learnt with. */
        ONCE,
        /** And then (v − 0.5)/0.5 as well, a slip of the program. */
        TWICE
    }

    /** The same network told its pictures in another way. */
    public FaceParser with(Normalisation other) {
        return new FaceParser(network, side, other);
    }

    /**
     * @param picture [1, 3, S, S] in [−1, 1]
     * @return logits of its pixels [1, 19, S, S], differentiable
     */
    public NDArray logits(NDArray picture) {
        return back(answer(picture), picture);
    }

    /** Logits of some classes; which: K numbers, int64 → [1, K, S, S]. */
    NDArray logits(NDArray picture, NDArray which) {
        return back(Aten.channels(answer(picture), which), picture);
    }

    private NDArray answer(NDArray picture) {
        NDArray read = Aten.bilinear(picture, side, side);
        return network.forward(
                normalisation == Normalisation.TWICE
                        ? ImageNet.standardisedTwice(read)
                        : ImageNet.standardised(read));
    }

    private NDArray back(NDArray logits, NDArray picture) {
        return TwofoldResize.of(logits, side, (int) picture.getShape().get(3));
    }

    /**
     * The hard mask M of §6: skin, brows, eyes, nose, mouth and lips; glasses and ears are outside.
     *
     * @param picture [1, 3, S, S] in [−1, 1]
     * @return 255 on the face, 0 elsewhere
     */
    public Mask faceMask(NDArray picture) {
        return FaceParts.face(parts(picture));
    }

    /**
     * @param picture [1, 3, S, S] in [−1, 1]
     * @return the likeliest part at every pixel, numbered as in {@link FaceParts}
     */
    public Mask parts(NDArray picture) {
        int s = (int) picture.getShape().get(3);
        try (NDArray logits = Scope.freeing(() -> logits(picture))) {
            return FaceParts.classes(logits.toFloatArray(), s, s);
        }
    }
}
