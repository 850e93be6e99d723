package mien.engine.net;

import ai.djl.ndarray.NDArray;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.Layer;
import mien.engine.nn.Layers.Statistics;
import mien.engine.tensor.Aten;

/**
 * An hourglass (Newell et al. 2016): the picture halved and doubled again level by level, with a
 * block beside each level. All blocks are equally wide.
 */
final class Hourglass implements Layer {

    /** How often the side is halved. */
    static final int DEPTH = 4;

    private final Layer whole;

    Hourglass(Weights w, int features, Statistics statistics) {
        whole = level(w, DEPTH, features, statistics);
    }

    private static Layer level(Weights w, int n, int features, Statistics statistics) {
        Layer beside = new FanBlock(w.at("b1_" + n), features, features, statistics);
        Layer into = new FanBlock(w.at("b2_" + n), features, features, statistics);
        Layer inside =
                n > 1
                        ? level(w, n - 1, features, statistics)
                        : new FanBlock(w.at("b2_plus_1"), features, features, statistics);
        Layer out = new FanBlock(w.at("b3_" + n), features, features, statistics);
        Layer below = into.then(inside).then(out);
        return x -> Aten.add(beside.forward(x), Aten.nearest2(below.forward(Aten.averagePool2(x))));
    }

    @Override
    public NDArray forward(NDArray x) {
        return whole.forward(x);
    }
}
