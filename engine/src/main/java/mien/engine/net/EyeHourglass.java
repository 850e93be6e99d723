package mien.engine.net;

import ai.djl.ndarray.NDArray;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.Layer;
import mien.engine.nn.Layers.Statistics;
import mien.engine.tensor.Aten;

/**
 * An hourglass of the gaze network (Newell et al. 2016, figure 3), all of it equally wide: the maps
 * halved four times, and brought back bilinearly to whatever size they had.
 */
final class EyeHourglass implements Layer {

    private static final int DEPTH = 4;

    private final Layer beside;
    private final Layer below;

    EyeHourglass(Weights w, int features, Statistics s) {
        this(w, DEPTH, features, s);
    }

    private EyeHourglass(Weights w, int depth, int features, Statistics s) {
        beside = new EyeResidual(w.at("up1"), features, features, s);
        Layer inside =
                depth > 1
                        ? new EyeHourglass(w.at("low2"), depth - 1, features, s)
                        : new EyeResidual(w.at("low2"), features, features, s);
        below =
                new EyeResidual(w.at("low1"), features, features, s)
                        .then(inside)
                        .then(new EyeResidual(w.at("low3"), features, features, s));
    }

    @Override
    public NDArray forward(NDArray x) {
        NDArray low = below.forward(Aten.maxPool2(x));
        int height = (int) x.getShape().get(2);
        int width = (int) x.getShape().get(3);
        return Aten.add(beside.forward(x), Aten.bilinear(low, height, width));
    }
}
