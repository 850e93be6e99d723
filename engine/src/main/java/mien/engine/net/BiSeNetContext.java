package mien.engine.net;

import ai.djl.ndarray.NDArray;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.Layer;
import mien.engine.nn.Layers.Kernel;
import mien.engine.nn.Layers.Statistics;
import mien.engine.nn.NormedConvolution;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Scope;

/**
 * The context path of BiSeNet (Yu et al. 2018, figure 2): a ResNet-18 whose deeper maps are weighed
 * by what the whole picture shows and brought back up, step by step. Keys below {@code cp}.
 */
final class BiSeNetContext {

    private static final int F8 = 1;
    private static final int F16 = 2;
    private static final int F32 = 3;

    final ResNet trunk;
    final Layer average;
    final Layer arm32;
    final Layer arm16;
    final Layer head32;
    final Layer head16;

    /**
     * @param f8 the trunk's maps at an eighth of the side, [N, 2·base, H/8, W/8]
     * @param up16 context at the same size, 2·base channels
     * @param up32 context at a sixteenth of the side, 2·base channels
     */
    record Maps(NDArray f8, NDArray up16, NDArray up32) {}

    BiSeNetContext(Weights w, int base, Statistics s) {
        int c = 2 * base;
        trunk = new ResNet(w.at("resnet"), ResNet.Config.resNet18(base), s);
        average = convNormRelu(w.at("conv_avg"), Kernel.one(8 * base, c), s);
        arm32 = refinement(w.at("arm32"), 8 * base, c, s);
        arm16 = refinement(w.at("arm16"), 4 * base, c, s);
        head32 = convNormRelu(w.at("conv_head32"), Kernel.three(c, c), s);
        head16 = convNormRelu(w.at("conv_head16"), Kernel.three(c, c), s);
    }

    /** {@code conv}, {@code bn} and ReLU. */
    static Layer convNormRelu(Weights w, Kernel k, Statistics s) {
        return NormedConvolution.free(w.at("conv"), w.at("bn"), k, s).then(Aten::relu);
    }

    /** Attention refinement (figure 2b): each map weighed by a function of all maps' means. */
    private static Layer refinement(Weights w, int in, int c, Statistics s) {
        Layer conv = convNormRelu(w.at("conv"), Kernel.three(in, c), s);
        Layer attention =
                NormedConvolution.free(w.at("conv_atten"), w.at("bn_atten"), Kernel.one(c, c), s)
                        .then(Aten::sigmoid);
        return x -> {
            NDArray z = conv.forward(x);
            return Aten.gate(z, attention.forward(Aten.meanMap(z)));
        };
    }

    /**
     * @param x [N, 3, H, W] as it entered the network
     */
    Maps forward(NDArray x, boolean learning) {
        NDArray h = through(trunk::stem, x, learning);
        h = through(y -> trunk.stage(0, y), h, learning);
        NDArray f8 = through(y -> trunk.stage(F8, y), h, learning); // N,2·base,H/8,W/8
        NDArray f16 = through(y -> trunk.stage(F16, y), f8, learning); // N,4·base,H/16,W/16
        NDArray f32 = through(y -> trunk.stage(F32, y), f16, learning); // N,8·base,H/32,W/32
        NDArray whole = average.forward(Aten.meanMap(f32)); // N,2·base,1,1
        NDArray context = Aten.add(through(arm32, f32, learning), whole);
        NDArray up32 = head32.forward(resized(context, f16));
        NDArray sum = Aten.add(through(arm16, f16, learning), up32);
        NDArray up16 = head16.forward(resized(sum, f8));
        return new Maps(f8, up16, up32);
    }

    private static NDArray resized(NDArray x, NDArray like) {
        return Aten.nearest(x, (int) like.getShape().get(2), (int) like.getShape().get(3));
    }

    private static NDArray through(Layer part, NDArray x, boolean learning) {
        return learning ? part.forward(x) : Scope.freeing(() -> part.forward(x));
    }
}
