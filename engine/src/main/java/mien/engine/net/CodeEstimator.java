package mien.engine.net;

import ai.djl.ndarray.NDArray;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.Layers.Statistics;
import mien.engine.tensor.Scope;

/**
 * Reads the codes of a head off a portrait: DECA's coarse encoder at a small width, for the demo
 * head. It learns codes of mean 0 and deviation 1 and keeps {@code code_mean} and {@code code_std}
 * beside its weights.
 */
public final class CodeEstimator {

    private final Regressor regressor;
    private final NDArray mean;
    private final NDArray deviation;

    /**
     * The sizes of the network.
     *
     * @param base channels after the stem
     * @param hidden width between the two affine maps
     * @param count numbers in a code
     */
    public record Config(int base, int hidden, int count) {}

    /**
     * @param statistics {@code BATCH} to learn, {@code RUNNING} to use
     */
    public CodeEstimator(Weights w, Config c, Statistics statistics) {
        regressor = new Regressor(w, ResNet.Config.resNet18(c.base), c.hidden, c.count, statistics);
        mean = w.exact("code_mean", c.count);
        deviation = w.exact("code_std", c.count);
    }

    /**
     * Codes in their own units.
     *
     * @param x [N, 3, H, W] float32 in [0, 1]
     * @return [N, count] float32
     */
    public NDArray forward(NDArray x) {
        return Scope.freeing(() -> regressor.forward(x, false).mul(deviation).add(mean));
    }

    /** Standardised codes: (code − mean)/deviation. */
    public NDArray standardised(NDArray x) {
        return Scope.freeing(() -> regressor.forward(x, false));
    }

    /** {@link #standardised} with nothing freed before the backward pass. */
    public NDArray forwardLearning(NDArray x) {
        return regressor.forward(x, true);
    }
}
