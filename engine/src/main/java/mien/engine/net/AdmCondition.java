package mien.engine.net;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Precision;

/**
 * The embeddings of one pass, SiLU already applied (every block begins with it).
 *
 * @param activated SiLU of the sum of the time, class and identity embeddings, [N, 4C₀]
 * @param activatedLatent SiLU of DiffusionRig's global code, [N, latent]
 * @param precision the type of the activations
 * @param pass what the pass is for
 */
record AdmCondition(
        NDArray activated, Optional<NDArray> activatedLatent, Precision precision, Pass pass) {

    /** What a pass is for. */
    enum Pass {
        /** Its result alone: what is not needed any more is freed at once. */
        INFERRING,
        /** The gradients too: nothing is freed before the backward pass, and dropout acts. */
        LEARNING;

        boolean keeps() {
            return this == LEARNING;
        }
    }

    /** A summand for every pixel, y: [N, C] float32, in the type of the activations. */
    NDArray pixel(NDArray y) {
        NDArray map = y.expandDims(2).expandDims(3); // N,C,1,1
        return precision == Precision.FLOAT32 ? map : Aten.cast(map, precision.type());
    }
}
