package mien.engine.net;

import ai.djl.ndarray.NDArray;
import mien.engine.nn.Traced;
import mien.engine.tensor.Gradients;

/** One part of a U-Net block: a residual block, attention, or resampling. */
interface AdmCell {

    /**
     * @param x [N, C, H, W]
     * @param e the embeddings that modulate residual blocks; others ignore it
     */
    NDArray forward(NDArray x, AdmCondition e);

    /**
     * The same and its way back by x, which stays open until then. Where a cell does not know its
     * own, a graph of this one cell finds it.
     */
    default Traced trace(NDArray x, AdmCondition e) {
        NDArray leaf = Gradients.leaf(x);
        NDArray y = Gradients.with(() -> forward(leaf, e));
        return new Traced(
                y.stopGradient(),
                g -> {
                    try (leaf;
                            y) {
                        Gradients.backward(y, g);
                        return leaf.getGradient();
                    }
                });
    }
}
