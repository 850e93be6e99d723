package mien.engine.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.Layer;
import mien.engine.nn.Layers;
import mien.engine.nn.Layers.Kernel;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Norms;
import mien.engine.tensor.Precision;
import mien.engine.tensor.Scope;

/**
 * The single-shot scale-invariant face detector (Zhang et al. 2017; reference diffface.md §8.4): a
 * VGG trunk with six outlooks, strides 4 to 128. Keys as in {@code s3fd-619a316812.pth}. What the
 * maps mean is read by {@code face.Detections}.
 */
public final class S3fd {

    /** The smallest side: it is halved five times. */
    public static final int LEAST_SIDE = 32;

    private static final int GROUPS = 5;
    private static final int FIRST_TAP = 2; // the third group is the first that is looked at
    private static final double NORM_EPS = 1e-10;

    private final Precision precision;
    private final List<List<Layer>> groups = new ArrayList<>();
    private final List<Layer> norms = new ArrayList<>();
    private final List<Layer> extras = new ArrayList<>();
    private final List<Head> heads = new ArrayList<>();

    /**
     * The width of the network.
     *
     * @param base channels of the first convolutions; all others are multiples of it
     */
    public record Config(int base) {

        /** The published detector. */
        public static Config published() {
            return new Config(64);
        }
    }

    /**
     * One of the six outlooks.
     *
     * @param classes logits of background and face [N, 2, h, w] float32
     * @param offsets of the box against its prior: x, y, width, height [N, 4, h, w] float32
     */
    public record Level(NDArray classes, NDArray offsets) {}

    /** The two convolutions that look at a tap. */
    private record Head(Layer classes, Layer offsets) {

        static Head of(Weights w, String name, int channels, int classes) {
            return new Head(
                    Layers.conv2d(w.at(name + "_mbox_conf"), Kernel.three(channels, classes)),
                    Layers.conv2d(w.at(name + "_mbox_loc"), Kernel.three(channels, 4)));
        }
    }

    public S3fd(Weights w, Config c) {
        precision = w.precision();
        int n = c.base;
        int[] widths = {n, 2 * n, 4 * n, 8 * n, 8 * n};
        int[] depths = {2, 2, 3, 3, 3};
        int in = 3;
        for (int g = 0; g < GROUPS; g++) {
            List<Layer> group = new ArrayList<>();
            for (int i = 1; i <= depths[g]; i++) {
                String name = "conv" + (g + 1) + "_" + i;
                group.add(conv(w.at(name), Kernel.three(in, widths[g])));
                in = widths[g];
            }
            groups.add(group);
        }
        extras.add(
                conv(w.at("fc6"), new Kernel(8 * n, 16 * n, 3, 1, 3))
                        .then(conv(w.at("fc7"), Kernel.one(16 * n, 16 * n))));
        extras.add(
                conv(w.at("conv6_1"), Kernel.one(16 * n, 4 * n))
                        .then(conv(w.at("conv6_2"), Kernel.three(4 * n, 8 * n).stride(2))));
        extras.add(
                conv(w.at("conv7_1"), Kernel.one(8 * n, 2 * n))
                        .then(conv(w.at("conv7_2"), Kernel.three(2 * n, 4 * n).stride(2))));
        for (int g = FIRST_TAP; g < GROUPS; g++) {
            String name = "conv" + (g + 1) + "_3_norm";
            NDArray scale = w.at(name).exact("weight", widths[g]);
            norms.add(x -> Norms.channelNorm(x, scale, NORM_EPS));
            heads.add(Head.of(w, name, widths[g], g == FIRST_TAP ? 4 : 2));
        }
        heads.add(Head.of(w, "fc7", 16 * n, 2));
        heads.add(Head.of(w, "conv6_2", 8 * n, 2));
        heads.add(Head.of(w, "conv7_2", 4 * n, 2));
    }

    private static Layer conv(Weights w, Kernel k) {
        return Layers.conv2d(w, k).then(Aten::relu);
    }

    /**
     * @param x [N, 3, H, W] float32: blue, green, red over 0 to 255, less 104, 117, 123; both sides
     *     at least {@link #LEAST_SIDE}
     * @return the six levels, finest first
     */
    public List<Level> forward(NDArray x) {
        return levels(Scope.freeingAll(() -> run(x, false)));
    }

    /** The same with nothing freed before the backward pass. */
    public List<Level> forwardLearning(NDArray x) {
        return levels(run(x, true));
    }

    private static List<Level> levels(List<NDArray> maps) {
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < maps.size(); i += 2) {
            levels.add(new Level(maps.get(i), maps.get(i + 1)));
        }
        return levels;
    }

    /** Classes and offsets of each level in turn. */
    private List<NDArray> run(NDArray x, boolean learning) {
        Shape s = x.getShape();
        if (s.dimension() != 4 || s.get(1) != 3 || Math.min(s.get(2), s.get(3)) < LEAST_SIDE) {
            throw new IllegalArgumentException(
                    "the detector reads pictures [N, 3, H, W] of at least %d × %d pixels, but got %s"
                            .formatted(LEAST_SIDE, LEAST_SIDE, s));
        }
        List<NDArray> maps = new ArrayList<>();
        NDArray h = Activations.enter(x, precision, learning);
        for (int g = 0; g < GROUPS; g++) {
            for (Layer conv : groups.get(g)) {
                h = through(conv, h, learning);
            }
            if (g >= FIRST_TAP) {
                look(maps, norms.get(g - FIRST_TAP).forward(h));
            }
            h = through(Aten::maxPool2, h, learning);
        }
        for (Layer extra : extras) {
            h = through(extra, h, learning);
            look(maps, h);
        }
        return maps;
    }

    /** The next level's maps of a tap. */
    private void look(List<NDArray> maps, NDArray tap) {
        Head head = heads.get(maps.size() / 2);
        NDArray classes = Activations.leave(head.classes.forward(tap), precision);
        if (classes.getShape().get(1) > 2) { // the finest level sees three kinds of background
            NDArray background = classes.get(new NDIndex(":, :3")).max(new int[] {1}, true);
            classes = background.concat(classes.get(new NDIndex(":, 3:")), 1);
        }
        maps.add(classes);
        maps.add(Activations.leave(head.offsets.forward(tap), precision));
    }

    /** One map at a time is kept: those of a large picture are large. */
    private static NDArray through(Layer layer, NDArray x, boolean learning) {
        if (learning) {
            return layer.forward(x);
        }
        NDArray y = Scope.freeing(() -> layer.forward(x));
        x.close();
        return y;
    }
}
