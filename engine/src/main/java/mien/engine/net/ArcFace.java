package mien.engine.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mien.engine.checkpoint.CheckpointException;
import mien.engine.checkpoint.StoredTensors;
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
 * ArcFace's residual network (Deng et al. 2019), which tells whose face it sees: the vectors of two
 * pictures of one person point the same way (reference diffface.md §8.1). Keys as in DiffFace's
 * {@code Arcface.tar}.
 */
public final class ArcFace {

    private static final int STAGES = 4;

    private final Config config;
    private final Precision precision;
    private final Layer stem;
    private final List<List<Layer>> stages = new ArrayList<>();
    private final Layer bn2;
    private final Layer head;

    /**
     * The sizes of the network.
     *
     * @param depths blocks in each of the four stages
     * @param excitation whether blocks weigh their channels ("SE")
     * @param base channels after the stem; 64 in all published ones
     * @param embedding width of the vector; 512 in all published ones
     * @param side of the pictures it reads; 112 for all published ones
     */
    public record Config(
            List<Integer> depths, boolean excitation, int base, int embedding, int side) {

        /** Smaller pictures leave nothing for the last stage. */
        private static final int SMALLEST = 16;

        public Config {
            depths = List.copyOf(depths);
            boolean blocks = depths.size() == STAGES && depths.stream().allMatch(n -> n > 0);
            if (!blocks || base < 1 || embedding < 1 || side < SMALLEST) {
                throw new IllegalArgumentException(
                        "an ArcFace network has blocks in each of four stages, channels, and"
                                + " pictures of at least %d pixels".formatted(SMALLEST));
            }
        }

        /**
         * The sizes that a checkpoint's names and shapes tell. Several sides give the same shapes;
         * of them the multiple of 16 is meant.
         *
         * @throws CheckpointException if a tensor that tells them is missing
         */
        public static Config of(StoredTensors weights) {
            Sizes sizes = Sizes.of("ArcFace network", weights);
            int base = sizes.axis("conv1.weight", 0);
            int last = sizes.axis("bn2.weight", 0);
            int map = (int) Math.round(Math.sqrt((double) sizes.axis("fc.weight", 1) / last));
            List<Integer> depths =
                    IntStream.rangeClosed(1, STAGES)
                            .mapToObj(k -> sizes.count("layer" + k))
                            .toList();
            if (depths.contains(0)) {
                throw new CheckpointException(
                        "these weights are no ArcFace network: its stages have %s blocks; choose"
                                        .formatted(depths)
                                + " another file.");
            }
            return new Config(
                    depths,
                    sizes.has("layer1.0.se."),
                    base,
                    sizes.axis("fc.weight", 0),
                    SMALLEST * map);
        }

        /** Channels of a stage, counted from 0. */
        int width(int stage) {
            return base << stage;
        }

        /** The side of the last stage's maps. */
        int mapSide() {
            int pooled = (side - 2) / 2; // no padding in the stem
            return (pooled + 7) / 8; // halved three times, rounded up
        }
    }

    /**
     * @param statistics {@code RUNNING} to use it, {@code BATCH} to train it
     */
    public ArcFace(Weights w, Config c, Statistics statistics) {
        config = c;
        precision = w.precision();
        stem =
                NormedConvolution.free(
                                w.at("conv1"),
                                w.at("bn1"),
                                new Kernel(3, c.base, 3, 1, 0),
                                statistics)
                        .then(Layers.prelu(w.at("prelu")))
                        .then(Aten::maxPool2);
        int in = c.base;
        for (int stage = 0; stage < STAGES; stage++) {
            Weights at = w.at("layer" + (stage + 1));
            List<Layer> blocks = new ArrayList<>();
            for (int i = 0; i < c.depths.get(stage); i++) {
                int stride = stage > 0 && i == 0 ? 2 : 1;
                Kernel k = Kernel.three(in, c.width(stage)).stride(stride);
                blocks.add(new ArcFaceBlock(at.at(i), k, c.excitation, statistics));
                in = c.width(stage);
            }
            stages.add(blocks);
        }
        bn2 = Layers.batchNorm(w.at("bn2"), in, statistics);
        head =
                Layers.linear(w.at("fc"), in * c.mapSide() * c.mapSide(), c.embedding)
                        .then(Layers.batchNorm(w.at("bn3"), c.embedding, statistics));
    }

    public Config config() {
        return config;
    }

    /**
     * The identity vector, not of unit length. Gradients by the picture flow while a collector is
     * open.
     *
     * @param x [N, 3, side, side] float32, ImageNet-normalised
     * @return [N, embedding] float32
     */
    public NDArray forward(NDArray x) {
        return Scope.freeing(() -> run(x, false));
    }

    /** The same with nothing freed before the backward pass. */
    public NDArray forwardLearning(NDArray x) {
        return run(x, true);
    }

    private NDArray run(NDArray x, boolean learning) {
        Shape expected = new Shape(x.getShape().get(0), 3, config.side, config.side);
        if (!x.getShape().equals(expected)) {
            throw new IllegalArgumentException(
                    "this ArcFace network reads [N, 3, %d, %d], but got %s."
                            .formatted(config.side, config.side, x.getShape()));
        }
        NDArray h = stem(Activations.enter(x, precision, learning));
        for (int number = 0; number < STAGES; number++) {
            h = stage(number, h, learning); // N,base·2^number,side/2^(number+1)
        }
        NDArray map = Activations.leave(bn2.forward(h), precision);
        return head.forward(map.reshape(x.getShape().get(0), -1));
    }

    /** {@code conv1} to the pooling: half of the side. */
    NDArray stem(NDArray x) {
        return stem.forward(x);
    }

    /** {@code layer1} … {@code layer4}, counted from 0. */
    NDArray stage(int number, NDArray x, boolean learning) {
        NDArray h = x;
        for (Layer block : stages.get(number)) {
            NDArray below = h;
            h = learning ? block.forward(below) : Scope.freeing(() -> block.forward(below));
        }
        return h;
    }
}
