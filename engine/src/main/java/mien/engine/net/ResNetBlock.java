package mien.engine.net;

import ai.djl.ndarray.NDArray;
import mien.engine.checkpoint.Weights;
import mien.engine.net.ResNet.Block;
import mien.engine.nn.Layer;
import mien.engine.nn.Layers.Kernel;
import mien.engine.nn.Layers.Statistics;
import mien.engine.nn.NormedConvolution;
import mien.engine.tensor.Aten;

/** Residual block (He et al. 2016, figure 5), the 3×3 convolution carrying the stride. */
final class ResNetBlock implements Layer {

    private final Layer residual;
    private final Layer shortcut;

    ResNetBlock(Weights w, Block block, int in, int width, int stride, Statistics statistics) {
        int out = width * block.expansion;
        Layer relu = Aten::relu;
        residual =
                switch (block) {
                    case BASIC ->
                            conv(w, 1, Kernel.three(in, width).stride(stride), statistics)
                                    .then(relu)
                                    .then(conv(w, 2, Kernel.three(width, out), statistics));
                    case BOTTLENECK ->
                            conv(w, 1, Kernel.one(in, width), statistics)
                                    .then(relu)
                                    .then(
                                            conv(
                                                    w,
                                                    2,
                                                    Kernel.three(width, width).stride(stride),
                                                    statistics))
                                    .then(relu)
                                    .then(conv(w, 3, Kernel.one(width, out), statistics));
                };
        shortcut =
                in == out && stride == 1
                        ? x -> x
                        : downsample(
                                w.at("downsample"), Kernel.one(in, out).stride(stride), statistics);
    }

    /** {@code conv}i and {@code bn}i. */
    private static Layer conv(Weights w, int i, Kernel k, Statistics statistics) {
        return NormedConvolution.free(w.at("conv" + i), w.at("bn" + i), k, statistics);
    }

    private static Layer downsample(Weights w, Kernel k, Statistics statistics) {
        return NormedConvolution.free(w.at(0), w.at(1), k, statistics);
    }

    @Override
    public NDArray forward(NDArray x) {
        return Aten.relu(Aten.add(residual.forward(x), shortcut.forward(x)));
    }
}
