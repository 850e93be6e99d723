package mien.engine.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.Layer;
import mien.engine.nn.Layers;
import mien.engine.nn.Layers.Kernel;
import mien.engine.nn.Layers.Statistics;
import mien.engine.nn.NormedConvolution;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Precision;
import mien.engine.tensor.Scope;

/**
 * The gaze network of DiffFace, after Park et al. 2018: stacked hourglasses find the landmarks of
 * an eye, and the landmarks with the picture tell where it looks (reference diffface.md §8.3). Keys
 * as in {@code GazeEstimator.pt} below {@code model_state_dict}.
 *
 * <p>The published program never leaves training mode: each eye is normalised by its own
 * statistics, {@link Statistics#OWN}. {@link Statistics#RUNNING} is how the network was meant.
 */
public final class EyeNet {

    /** Sharpness of the soft arg-max: the factor of heat maps before the softmax. */
    private static final double BETA = 100;

    private final EyeNetConfig config;
    private final Precision precision;
    private final Layer pre;
    private final Layer pre2;
    private final List<Stack> stacks = new ArrayList<>();
    private final Layer gaze;

    /**
     * One hourglass and what follows it.
     *
     * @param hourglass {@code hgs}
     * @param features {@code features}
     * @param maps {@code outs}
     * @param merged {@code merge_features}, which takes the features on to the next hourglass
     * @param drawn {@code merge_preds}, which takes the heat maps on
     */
    private record Stack(
            Layer hourglass,
            Layer features,
            Layer maps,
            Optional<Layer> merged,
            Optional<Layer> drawn) {}

    /**
     * What the network says.
     *
     * @param heatMaps of each hourglass, [N, stacks, landmarks, height/2, width/2] float32
     * @param landmarks y and x in pixels of the last heat maps, [N, landmarks, 2] float32
     * @param gaze pitch and yaw in radians, [N, 2] float32
     */
    public record Answer(NDArray heatMaps, NDArray landmarks, NDArray gaze) {}

    /**
     * @param w the tensors, at {@code model_state_dict} in the authors' file
     * @param statistics {@code RUNNING} or {@code OWN} to use it, {@code BATCH} to train it
     */
    public EyeNet(Weights w, EyeNetConfig c, Statistics statistics) {
        config = c;
        precision = w.precision();
        int n = c.features();
        pre = entrance(w.at("pre"), new Kernel(1, c.stem(), 7, 1, 3), n, statistics);
        pre2 = entrance(w.at("pre2"), new Kernel(n, c.stem(), 7, 2, 3), n, statistics);
        for (int k = 0; k < c.stacks(); k++) {
            stacks.add(stack(w, c, k, statistics));
        }
        gaze =
                Layers.linear(w.at("gaze_fc1"), c.gazeInputs(), c.hidden())
                        .then(Aten::relu)
                        .then(Layers.linear(w.at("gaze_fc2"), c.hidden(), 2));
    }

    /** A 7×7 convolution and three blocks, the side halved between them. */
    private static Layer entrance(Weights w, Kernel k, int features, Statistics s) {
        int wide = 2 * k.out();
        return NormedConvolution.biased(w.at("0.conv"), w.at("0.bn"), k, s)
                .then(Aten::relu)
                .then(new EyeResidual(w.at(1), k.out(), wide, s))
                .then(Aten::maxPool2)
                .then(new EyeResidual(w.at(3), wide, wide, s))
                .then(new EyeResidual(w.at(4), wide, features, s));
    }

    private static Stack stack(Weights w, EyeNetConfig c, int k, Statistics s) {
        int n = c.features();
        Weights last = w.at("features." + k);
        Layer hourglass = new EyeHourglass(w.at("hgs." + k + ".0"), n, s);
        Layer features =
                new EyeResidual(last.at(0), n, n, s)
                        .then(
                                NormedConvolution.biased(
                                        last.at("1.conv"), last.at("1.bn"), Kernel.one(n, n), s))
                        .then(Aten::relu);
        Layer maps = Layers.conv2d(w.at("outs." + k + ".conv"), Kernel.one(n, c.landmarks()));
        if (k == c.stacks() - 1) {
            return new Stack(hourglass, features, maps, Optional.empty(), Optional.empty());
        }
        Layer merged = Layers.conv2d(w.at("merge_features." + k + ".conv.conv"), Kernel.one(n, n));
        Layer drawn =
                Layers.conv2d(
                        w.at("merge_preds." + k + ".conv.conv"), Kernel.one(c.landmarks(), n));
        return new Stack(hourglass, features, maps, Optional.of(merged), Optional.of(drawn));
    }

    public EyeNetConfig config() {
        return config;
    }

    /**
     * What is to be seen in eyes. Gradients by the picture flow while a collector is open.
     *
     * @param x grey eyes [N, height, width] float32 in [0, 1]
     */
    public Answer forward(NDArray x) {
        List<NDArray> all =
                Scope.freeingAll(
                        () -> {
                            Answer answer = run(x, false);
                            return List.of(answer.heatMaps, answer.landmarks, answer.gaze);
                        });
        return new Answer(all.get(0), all.get(1), all.get(2));
    }

    /** The same with nothing freed before the backward pass. */
    public Answer forwardLearning(NDArray x) {
        return run(x, true);
    }

    private Answer run(NDArray x, boolean learning) {
        long n = x.getShape().get(0);
        if (!x.getShape().equals(new Shape(n, config.height(), config.width()))) {
            throw new IllegalArgumentException(
                    "this gaze network reads eyes [N, %d, %d], but got %s."
                            .formatted(config.height(), config.width(), x.getShape()));
        }
        NDArray grey = Activations.enter(x.expandDims(1), precision, learning); // N,1,H,W
        NDArray h = through(pre, grey, learning); // N,F,H/2,W/2
        NDArray seen = Activations.leave(through(pre2, h, learning), precision); // N,F,H/8,W/8
        List<NDArray> maps = new ArrayList<>();
        for (Stack stack : stacks) {
            NDArray features = through(stack.hourglass.then(stack.features), h, learning);
            NDArray drawn = stack.maps.forward(features); // N,L,H/2,W/2
            maps.add(Activations.leave(drawn, precision));
            if (stack.merged.isPresent()) {
                NDArray on = Aten.add(h, stack.drawn.orElseThrow().forward(drawn));
                h = Aten.add(on, stack.merged.get().forward(features));
            }
        }
        NDArray landmarks = Aten.softArgMax(maps.get(maps.size() - 1), BETA); // N,L,2
        NDArray told = seen.reshape(n, -1).concat(landmarks.reshape(n, -1), 1);
        NDArray heatMaps = NDArrays.stack(new NDList(maps), 1); // N,stacks,L,H/2,W/2
        return new Answer(heatMaps, landmarks, gaze.forward(told));
    }

    /** {@code pre}, then {@code pre2} and the first hourglass of it: for tests that look inside. */
    List<NDArray> parts(NDArray x) {
        NDArray h = pre.forward(x.expandDims(1));
        return List.of(h, pre2.forward(h), stacks.get(0).hourglass.forward(h));
    }

    private static NDArray through(Layer part, NDArray x, boolean learning) {
        return learning ? part.forward(x) : Scope.freeing(() -> part.forward(x));
    }
}
