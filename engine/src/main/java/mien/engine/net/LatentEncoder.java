package mien.engine.net;

import ai.djl.ndarray.NDArray;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.Layer;
import mien.engine.nn.Layers;
import mien.engine.nn.Layers.Statistics;
import mien.engine.tensor.Scope;

/**
 * DiffusionRig's global latent encoder: a ResNet-18 that sums a portrait up in one code (reference
 * diffusionrig.md §2.2). Keys as in torchvision, below {@code encoder} in the checkpoint.
 */
public final class LatentEncoder {

    private final ResNet trunk;
    private final Layer fc;

    /**
     * The sizes of the network.
     *
     * @param base channels after the stem
     * @param latent width of the code
     */
    public record Config(int base, int latent) {

        /** The released encoder. */
        public static Config diffusionRig() {
            return new Config(64, 64);
        }
    }

    /**
     * @param w the tensors, at {@code encoder}
     * @param statistics {@code BATCH} as the authors train it; {@code RUNNING} to use or to freeze
     *     it
     */
    public LatentEncoder(Weights w, Config c, Statistics statistics) {
        trunk = new ResNet(w, ResNet.Config.resNet18(c.base), statistics);
        fc = Layers.linear(w.at("fc"), trunk.config().features(), c.latent);
    }

    /**
     * @param x [N, 3, H, W] float32 in [−1, 1]
     * @return [N, latent] float32
     */
    public NDArray forward(NDArray x) {
        return Scope.freeing(() -> fc.forward(trunk.forward(x, false)));
    }

    /** The same with nothing freed before the backward pass. */
    public NDArray forwardLearning(NDArray x) {
        return fc.forward(trunk.forward(x, true));
    }

    /** The trunk, for tests that look inside. */
    ResNet trunk() {
        return trunk;
    }
}
