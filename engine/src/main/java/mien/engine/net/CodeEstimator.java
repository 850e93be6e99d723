package mien.engine.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.Layer;
import mien.engine.nn.Layers;
import mien.engine.nn.Layers.Statistics;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Scope;

/**
 * Reads the codes of a head off a portrait: DECA's coarse encoder (Feng et al. 2021, section 4) for
 * the demo head. Unlike DECA's it looks only at the middle of the picture, enlarged twice, and the
 * affine maps see where each feature lies: at 128 pixels a mouth is a dozen wide, and a mean over
 * the picture loses it. It learns codes of mean 0 and deviation 1 and keeps {@code code_mean} and
 * {@code code_std} beside its weights.
 */
public final class CodeEstimator {

    private static final double SEEN = 0.625; // of the side: the face of a framed portrait
    private static final int ENLARGED = 2;
    private static final int KEPT = 32; // features of each place that reach the affine maps

    private final ResNet trunk;
    private final Layer place;
    private final Layer layers;
    private final Config config;
    private final NDArray mean;
    private final NDArray deviation;

    /**
     * The sizes of the network.
     *
     * @param base channels after the stem
     * @param hidden width between the two affine maps
     * @param count numbers in a code
     * @param side of the portraits it reads
     */
    public record Config(int base, int hidden, int count, int side) {

        /** Side of the middle that is looked at. */
        int crop() {
            return (int) Math.round(SEEN * side / 2) * 2;
        }
    }

    /**
     * @param statistics {@code BATCH} to learn, {@code RUNNING} to use
     */
    public CodeEstimator(Weights w, Config c, Statistics statistics) {
        config = c;
        ResNet.Config net = ResNet.Config.resNet18(c.base);
        trunk = new ResNet(w.at("encoder"), net, statistics);
        int map = ResNet.mapSide(ENLARGED * c.crop());
        place = Layers.linear(w.at("place"), net.features(), KEPT).then(Aten::relu);
        layers =
                Layers.linear(w.at("layers.0"), KEPT * map * map, c.hidden)
                        .then(Aten::relu)
                        .then(Layers.linear(w.at("layers.2"), c.hidden, c.count));
        mean = w.exact("code_mean", c.count);
        deviation = w.exact("code_std", c.count);
    }

    /**
     * Codes in their own units.
     *
     * @param x [N, 3, side, side] float32 in [0, 1]
     * @return [N, count] float32
     */
    public NDArray forward(NDArray x) {
        return Scope.freeing(() -> run(x, false).mul(deviation).add(mean));
    }

    /** {@link #forward} with nothing freed before the backward pass: for guidance. */
    public NDArray forwardGuiding(NDArray x) {
        return run(x, true).mul(deviation).add(mean);
    }

    /** Standardised codes: (code − mean)/deviation. */
    public NDArray standardised(NDArray x) {
        return Scope.freeing(() -> run(x, false));
    }

    /** {@link #standardised} with nothing freed before the backward pass. */
    public NDArray forwardLearning(NDArray x) {
        return run(x, true);
    }

    private NDArray run(NDArray x, boolean learning) {
        if (x.getShape().get(2) != config.side || x.getShape().get(3) != config.side) {
            throw new IllegalArgumentException(
                    "this estimator reads portraits of %d×%d pixels, but got %s."
                            .formatted(config.side, config.side, x.getShape()));
        }
        int crop = config.crop();
        int from = (config.side - crop) / 2;
        NDArray middle =
                x.get(new NDIndex(":, :, {}:{}, {}:{}", from, from + crop, from, from + crop));
        NDArray near = Aten.bilinear(middle, ENLARGED * crop, ENLARGED * crop);
        NDArray map = trunk.map(near, learning); // N,features,h,w
        long n = x.getShape().get(0);
        NDArray places = map.reshape(n, map.getShape().get(1), -1).transpose(0, 2, 1);
        return layers.forward(place.forward(places).reshape(n, -1)); // from N,h·w·KEPT
    }
}
