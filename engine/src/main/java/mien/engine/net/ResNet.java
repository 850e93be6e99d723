package mien.engine.net;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.Layer;
import mien.engine.nn.Layers.Kernel;
import mien.engine.nn.Layers.Statistics;
import mien.engine.nn.NormedConvolution;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Precision;
import mien.engine.tensor.Scope;

/**
 * A residual network without its head (He et al. 2016, table 1): stem, four stages, mean over the
 * pixels. Keys as in torchvision.
 */
final class ResNet {

    private static final int STAGES = 4;

    private final Config config;
    private final Precision precision;
    private final Layer conv1; // with bn1
    private final List<Layer> stages = new ArrayList<>();

    /** The two kinds of residual block. */
    enum Block {
        BASIC(1),
        BOTTLENECK(4);

        /** Channels of a block's output per channel of its 3×3 convolution. */
        final int expansion;

        Block(int expansion) {
            this.expansion = expansion;
        }
    }

    /**
     * What the tensors' shapes do not tell.
     *
     * @param block kind of block
     * @param depths blocks in each of the four stages
     * @param base channels after the stem; 64 in the paper
     */
    record Config(Block block, List<Integer> depths, int base) {

        Config {
            depths = List.copyOf(depths);
            if (depths.size() != STAGES || base < 1) {
                throw new IllegalArgumentException(
                        "a residual network needs four depths and at least one channel");
            }
        }

        static Config resNet18(int base) {
            return new Config(Block.BASIC, List.of(2, 2, 2, 2), base);
        }

        static Config resNet50(int base) {
            return new Config(Block.BOTTLENECK, List.of(3, 4, 6, 3), base);
        }

        /** Width of the features that {@link ResNet#forward} returns. */
        int features() {
            return 8 * base * block.expansion;
        }
    }

    ResNet(Weights w, Config c, Statistics statistics) {
        config = c;
        precision = w.precision();
        conv1 =
                NormedConvolution.free(
                        w.at("conv1"), w.at("bn1"), new Kernel(3, c.base, 7, 2, 3), statistics);
        int in = c.base;
        for (int stage = 0; stage < STAGES; stage++) {
            Weights at = w.at("layer" + (stage + 1));
            int width = c.base << stage;
            Layer blocks = x -> x;
            for (int i = 0; i < c.depths.get(stage); i++) {
                int stride = stage > 0 && i == 0 ? 2 : 1;
                blocks =
                        blocks.then(
                                new ResNetBlock(at.at(i), c.block, in, width, stride, statistics));
                in = width * c.block.expansion;
            }
            stages.add(blocks);
        }
    }

    Config config() {
        return config;
    }

    /**
     * The mean of {@link #map} over its pixels.
     *
     * @param x [N, 3, H, W] float32
     * @param learning keep everything for the backward pass
     * @return [N, features] float32
     */
    NDArray forward(NDArray x, boolean learning) {
        return map(x, learning)
                .reshape(x.getShape().get(0), config.features(), -1)
                .mean(new int[] {2}); // N,features
    }

    /**
     * The features where they are.
     *
     * @param x [N, 3, H, W] float32
     * @param learning keep everything for the backward pass
     * @return [N, features, h, w] float32, h and w by {@link #mapSide}
     */
    NDArray map(NDArray x, boolean learning) {
        NDArray h = scoped(learning, () -> stem(Activations.enter(x, precision, learning)));
        for (int stage = 0; stage < STAGES; stage++) {
            int number = stage;
            NDArray below = h;
            h = scoped(learning, () -> stage(number, below)); // N,base·2^stage·expansion,H/2,W/2
        }
        return Activations.leave(h, precision);
    }

    /** The side of {@link #map} for pictures of a side: halved five times, rounded up. */
    static int mapSide(int side) {
        int left = side;
        for (int halving = 0; halving < STAGES + 1; halving++) {
            left = (left + 1) / 2;
        }
        return left;
    }

    /** {@code conv1}, {@code bn1}, ReLU and maximum pooling: a quarter of the side. */
    NDArray stem(NDArray x) {
        return Aten.maxPool3(Aten.relu(conv1.forward(x)));
    }

    /** {@code layer1} … {@code layer4}, counted from 0. */
    NDArray stage(int number, NDArray x) {
        return stages.get(number).forward(x);
    }

    private static NDArray scoped(boolean learning, Supplier<NDArray> part) {
        return learning ? part.get() : Scope.freeing(part);
    }
}
