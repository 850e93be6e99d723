package mien.engine.net;

import ai.djl.ndarray.NDArray;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.Layer;
import mien.engine.nn.Layers;
import mien.engine.nn.Layers.Kernel;
import mien.engine.nn.Layers.Statistics;
import mien.engine.nn.NormedConvolution;
import mien.engine.tensor.Aten;

/**
 * Residual block of the gaze network (reference diffface.md §8.3): each norm and rectifier before
 * its convolution, the 3×3 one at half the width.
 */
final class EyeResidual implements Layer {

    private final Layer residual;
    private final Layer shortcut;

    EyeResidual(Weights w, int in, int out, Statistics s) {
        int half = out / 2;
        residual =
                Layers.batchNorm(w.at("bn1"), in, s)
                        .then(Aten::relu)
                        .then(conv(w, 1, Kernel.one(in, half), s))
                        .then(conv(w, 2, Kernel.three(half, half), s))
                        .then(Layers.conv2d(w.at("conv3.conv"), Kernel.one(half, out)));
        if (in == out) { // the tensors are there all the same
            w.ignore("skip_layer.conv.weight");
            w.ignore("skip_layer.conv.bias");
            shortcut = x -> x;
        } else {
            shortcut = Layers.conv2d(w.at("skip_layer.conv"), Kernel.one(in, out));
        }
    }

    /** {@code conv}i, {@code bn}(i + 1) and ReLU. */
    private static Layer conv(Weights w, int i, Kernel k, Statistics s) {
        return NormedConvolution.biased(w.at("conv" + i + ".conv"), w.at("bn" + (i + 1)), k, s)
                .then(Aten::relu);
    }

    @Override
    public NDArray forward(NDArray x) {
        return Aten.add(residual.forward(x), shortcut.forward(x));
    }
}
