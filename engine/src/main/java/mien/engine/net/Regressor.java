package mien.engine.net;

import ai.djl.ndarray.NDArray;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.Layer;
import mien.engine.nn.Layers;
import mien.engine.nn.Layers.Statistics;
import mien.engine.tensor.Aten;

/**
 * DECA's encoders (Feng et al. 2021, section 4): a residual network, then two affine maps. Keys
 * {@code encoder.*}, {@code layers.0}, {@code layers.2}.
 */
final class Regressor {

    private final ResNet trunk;
    private final Layer layers;

    Regressor(Weights w, ResNet.Config c, int hidden, int outputs, Statistics statistics) {
        trunk = new ResNet(w.at("encoder"), c, statistics);
        layers =
                Layers.linear(w.at("layers.0"), c.features(), hidden)
                        .then(Aten::relu)
                        .then(Layers.linear(w.at("layers.2"), hidden, outputs));
    }

    /**
     * @param x [N, 3, H, W] float32 in [0, 1]
     * @return [N, outputs] float32
     */
    NDArray forward(NDArray x, boolean learning) {
        return layers.forward(trunk.forward(x, learning));
    }

    ResNet trunk() {
        return trunk;
    }
}
