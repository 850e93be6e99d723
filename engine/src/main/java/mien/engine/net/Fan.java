package mien.engine.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.Layer;
import mien.engine.nn.Layers;
import mien.engine.nn.Layers.Kernel;
import mien.engine.nn.Layers.Statistics;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Precision;
import mien.engine.tensor.Scope;

/**
 * The face alignment network 2D-FAN (Bulat and Tzimiropoulos 2017; reference diffface.md §8.4,
 * diffusionrig.md §2.5): hourglasses in a row, each drawing a heat map of every landmark. Keys as
 * in {@code 2DFAN4-11f355bf06.pth.tar} and in the TorchScript archives {@code 2DFAN4-*.zip}.
 */
public final class Fan {

    /** The picture's side per heat map's. */
    public static final int STRIDE = 4;

    private static final int FACTOR = STRIDE << Hourglass.DEPTH;

    private final Precision precision;
    private final Layer stem;
    private final List<Stack> stacks = new ArrayList<>();

    /**
     * The sizes of the network.
     *
     * @param hourglasses how many stand in a row
     * @param features channels between them, divisible by 8
     * @param landmarks heat maps each of them draws
     */
    public record Config(int hourglasses, int features, int landmarks) {

        public Config {
            if (hourglasses < 1 || features < 8 || features % 8 != 0 || landmarks < 1) {
                throw new IllegalArgumentException(
                        "a landmark network needs an hourglass, a landmark and a multiple of 8 features");
            }
        }

        /** 2D-FAN-4. */
        public static Config published() {
            return new Config(4, 256, 68);
        }
    }

    /**
     * One hourglass and what follows it.
     *
     * @param features {@code m}, {@code top_m_}, {@code conv_last} and {@code bn_end}
     * @param maps {@code l}
     * @param merged {@code bl}, which takes the features on to the next hourglass
     * @param drawn {@code al}, which takes the heat maps on
     */
    private record Stack(
            Layer features, Layer maps, Optional<Layer> merged, Optional<Layer> drawn) {

        static Stack of(Weights w, Config c, int i, Statistics statistics) {
            int n = c.features;
            Layer features =
                    new Hourglass(w.at("m" + i), n, statistics)
                            .then(new FanBlock(w.at("top_m_" + i), n, n, statistics))
                            .then(Layers.conv2d(w.at("conv_last" + i), Kernel.one(n, n)))
                            .then(Layers.batchNorm(w.at("bn_end" + i), n, statistics))
                            .then(Aten::relu);
            boolean last = i == c.hourglasses - 1;
            return new Stack(
                    features,
                    Layers.conv2d(w.at("l" + i), Kernel.one(n, c.landmarks)),
                    last
                            ? Optional.empty()
                            : Optional.of(Layers.conv2d(w.at("bl" + i), Kernel.one(n, n))),
                    last
                            ? Optional.empty()
                            : Optional.of(
                                    Layers.conv2d(w.at("al" + i), Kernel.one(c.landmarks, n))));
        }
    }

    /**
     * @param statistics {@code BATCH} to learn, {@code RUNNING} to use
     */
    public Fan(Weights w, Config c, Statistics statistics) {
        precision = w.precision();
        int n = c.features;
        stem =
                Layers.conv2d(w.at("conv1"), new Kernel(3, n / 4, 7, 2, 3))
                        .then(Layers.batchNorm(w.at("bn1"), n / 4, statistics))
                        .then(Aten::relu)
                        .then(new FanBlock(w.at("conv2"), n / 4, n / 2, statistics))
                        .then(Aten::averagePool2)
                        .then(new FanBlock(w.at("conv3"), n / 2, n / 2, statistics))
                        .then(new FanBlock(w.at("conv4"), n / 2, n, statistics));
        for (int i = 0; i < c.hourglasses; i++) {
            stacks.add(Stack.of(w, c, i, statistics));
        }
    }

    /**
     * @param x [N, 3, S, S] float32 over 0 to 1, red first; S divisible by 64, 256 as published
     * @return the last hourglass's heat maps [N, landmarks, S/4, S/4] float32
     */
    public NDArray forward(NDArray x) {
        return Scope.freeing(
                () -> {
                    List<NDArray> maps = run(x, false);
                    return maps.get(maps.size() - 1);
                });
    }

    /**
     * With nothing freed before the backward pass.
     *
     * @param x as for {@link #forward}
     * @return the heat maps of every hourglass, the first one's first
     */
    public List<NDArray> forwardLearning(NDArray x) {
        return run(x, true);
    }

    private List<NDArray> run(NDArray x, boolean learning) {
        Shape s = x.getShape();
        if (s.dimension() != 4 || s.get(1) != 3 || s.get(2) % FACTOR + s.get(3) % FACTOR != 0) {
            throw new IllegalArgumentException(
                    "the landmark network reads crops [N, 3, H, W] with sides divisible by %d, but got %s"
                            .formatted(FACTOR, s));
        }
        NDArray previous = through(stem, Activations.enter(x, precision, learning), learning);
        List<NDArray> maps = new ArrayList<>();
        for (Stack stack : stacks) {
            NDArray features = through(stack.features, previous, learning);
            NDArray drawn = stack.maps.forward(features);
            maps.add(Activations.leave(drawn, precision));
            if (stack.merged.isPresent()) {
                NDArray merged = stack.merged.get().forward(features);
                NDArray on = Aten.add(previous, merged);
                previous = Aten.add(on, stack.drawn.orElseThrow().forward(drawn));
            }
        }
        return maps;
    }

    private static NDArray through(Layer layer, NDArray x, boolean learning) {
        return learning ? layer.forward(x) : Scope.freeing(() -> layer.forward(x));
    }
}
