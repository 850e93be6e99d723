package mien.engine.net;

import ai.djl.ndarray.NDArray;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.Layer;
import mien.engine.nn.Layers;
import mien.engine.nn.Layers.Kernel;
import mien.engine.nn.Layers.Statistics;
import mien.engine.tensor.Aten;

/**
 * Residual block of the landmark network (Bulat and Tzimiropoulos 2017, figure 3b): three
 * convolutions in a row, each half or a quarter as wide as the block, side by side in its output.
 */
final class FanBlock implements Layer {

    private final Layer conv1;
    private final Layer conv2;
    private final Layer conv3;
    private final Layer shortcut;

    FanBlock(Weights w, int in, int out, Statistics statistics) {
        conv1 = conv(w, 1, in, out / 2, statistics);
        conv2 = conv(w, 2, out / 2, out / 4, statistics);
        conv3 = conv(w, 3, out / 4, out / 4, statistics);
        shortcut =
                in == out
                        ? x -> x
                        : activated(w.at("downsample").at(0), in, statistics)
                                .then(
                                        Layers.conv2dFree(
                                                w.at("downsample").at(2), Kernel.one(in, out)));
    }

    /** {@code bn}i, ReLU and {@code conv}i. */
    private static Layer conv(Weights w, int i, int in, int out, Statistics statistics) {
        return activated(w.at("bn" + i), in, statistics)
                .then(Layers.conv2dFree(w.at("conv" + i), Kernel.three(in, out)));
    }

    private static Layer activated(Weights w, int channels, Statistics statistics) {
        return Layers.batchNorm(w, channels, statistics).then(Aten::relu);
    }

    @Override
    public NDArray forward(NDArray x) {
        NDArray half = conv1.forward(x);
        NDArray third = conv2.forward(half);
        NDArray last = conv3.forward(third);
        return Aten.add(Aten.concatChannels(half, third, last), shortcut.forward(x));
    }
}
