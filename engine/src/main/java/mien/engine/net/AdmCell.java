package mien.engine.net;

import ai.djl.ndarray.NDArray;

/** One part of a U-Net block: a residual block, attention, or resampling. */
interface AdmCell {

    /**
     * @param x [N, C, H, W]
     * @param e the embeddings that modulate residual blocks; others ignore it
     */
    NDArray forward(NDArray x, AdmCondition e);
}
