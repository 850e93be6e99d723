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
 * Improved residual block (Deng et al. 2019, section 3.1): a norm before the first convolution, the
 * stride in the second, and one rectifier for its two places.
 */
final class ArcFaceBlock implements Layer {

    /** Channels of a map to one between the two affine maps of the excitation. */
    private static final int REDUCTION = 16;

    private final Layer residual;
    private final Layer shortcut;
    private final Layer prelu;

    ArcFaceBlock(Weights w, Kernel k, boolean excitation, Statistics s) {
        prelu = Layers.prelu(w.at("prelu"));
        Layer convolved =
                Layers.batchNorm(w.at("bn0"), k.in(), s)
                        .then(conv(w, 1, Kernel.three(k.in(), k.in()), s))
                        .then(prelu)
                        .then(conv(w, 2, k, s));
        residual = excitation ? convolved.then(excitation(w.at("se.fc"), k.out())) : convolved;
        shortcut =
                k.in() == k.out() && k.stride() == 1
                        ? x -> x
                        : NormedConvolution.free(
                                w.at("downsample.0"),
                                w.at("downsample.1"),
                                Kernel.one(k.in(), k.out()).stride(k.stride()),
                                s);
    }

    /** {@code conv}i and {@code bn}i. */
    private static Layer conv(Weights w, int i, Kernel k, Statistics s) {
        return NormedConvolution.free(w.at("conv" + i), w.at("bn" + i), k, s);
    }

    /** Squeeze and excitation (Hu et al. 2018, eq. 2 to 4). */
    private static Layer excitation(Weights w, int channels) {
        int few = Math.max(1, channels / REDUCTION);
        Layer weight =
                Layers.linear(w.at(0), channels, few)
                        .then(Layers.prelu(w.at(1)))
                        .then(Layers.linear(w.at(2), few, channels))
                        .then(Aten::sigmoid);
        return x -> {
            long n = x.getShape().get(0);
            NDArray mean = Aten.meanMap(x).reshape(n, channels);
            return Aten.gate(x, weight.forward(mean).reshape(n, channels, 1, 1));
        };
    }

    @Override
    public NDArray forward(NDArray x) {
        return prelu.forward(Aten.add(residual.forward(x), shortcut.forward(x)));
    }
}
