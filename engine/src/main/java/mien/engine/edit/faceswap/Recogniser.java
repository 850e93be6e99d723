package mien.engine.edit.faceswap;

import ai.djl.ndarray.NDArray;
import mien.engine.face.ImageNet;
import mien.engine.nn.Layer;
import mien.engine.tensor.Aten;

/**
 * Tells faces apart: ArcFace as DiffFace uses it when sampling (reference diffface.md §5).
 *
 * @param network [N, 3, side, side], ImageNet-normalised → [N, D]; keeps what a backward pass needs
 * @param side of the pictures it reads, 112 in the published network
 */
public record Recogniser(Layer network, int side) {

    /**
     * Unit identity vectors of whole pictures, without mask or augmentation.
     *
     * @param pictures [N, 3, S, S] in [−1, 1]
     * @return [N, D]
     */
    public NDArray vectors(NDArray pictures) {
        return units(prepared(pictures));
    }

    /** Normalised and resized to the nearest pixels: [N, 3, side, side]. */
    NDArray prepared(NDArray pictures) {
        return ImageNet.standardised(Aten.nearest(pictures, side, side));
    }

    /** Unit vectors of prepared pictures. */
    NDArray units(NDArray prepared) {
        NDArray v = network.forward(prepared); // N,D
        return v.div(v.square().sum(new int[] {1}, true).sqrt());
    }
}
