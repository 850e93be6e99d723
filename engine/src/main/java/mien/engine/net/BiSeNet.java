package mien.engine.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Optional;
import mien.engine.checkpoint.CheckpointException;
import mien.engine.checkpoint.StoredTensors;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.Layer;
import mien.engine.nn.Layers;
import mien.engine.nn.Layers.Kernel;
import mien.engine.nn.Layers.Statistics;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Precision;
import mien.engine.tensor.Scope;

/**
 * BiSeNet (Yu et al. 2018) as a parser of faces: which of 19 parts each pixel shows (reference
 * diffface.md §8.2). Keys as in {@code FaceParser.pth}, which is face-parsing's {@code
 * 79999_iter.pth}.
 */
public final class BiSeNet {

    /** The smallest side: the trunk halves it five times. */
    public static final int LEAST_SIDE = 32;

    private final Config config;
    private final Precision precision;
    final BiSeNetContext context;
    final Layer fusion; // of the concatenation
    final Layer out;
    private final Optional<Layer> out16;
    private final Optional<Layer> out32;

    /**
     * The sizes of the network.
     *
     * @param base channels of the trunk's first stage; 64 as published
     * @param classes what it tells apart; 19 as published
     * @param auxiliary whether it has the two coarse outputs that only its training looks at; some
     *     published copies go without
     */
    public record Config(int base, int classes, boolean auxiliary) {

        public Config {
            if (base < 1 || classes < 1) {
                throw new IllegalArgumentException("a parser needs channels and classes");
            }
        }

        /** The network of {@code FaceParser.pth}. */
        public static Config published() {
            return new Config(64, 19, true);
        }

        /**
         * The sizes that a checkpoint's names and shapes tell.
         *
         * @throws CheckpointException if a tensor that tells them is missing
         */
        public static Config of(StoredTensors weights) {
            Sizes sizes = Sizes.of("BiSeNet parser", weights);
            return new Config(
                    sizes.axis("cp.resnet.conv1.weight", 0),
                    sizes.axis("conv_out.conv_out.weight", 0),
                    sizes.has("conv_out16."));
        }
    }

    /**
     * What the network says, finest first; each [N, classes, H, W] float32 logits.
     *
     * @param out the answer
     * @param out16 the answer from maps of an eighth of the side, for training
     * @param out32 the answer from maps of a sixteenth of the side, for training
     */
    public record Answers(NDArray out, NDArray out16, NDArray out32) {}

    /**
     * @param statistics {@code RUNNING} to use it, {@code BATCH} to train it
     */
    public BiSeNet(Weights w, Config c, Statistics statistics) {
        config = c;
        precision = w.precision();
        context = new BiSeNetContext(w.at("cp"), c.base, statistics);
        fusion = fusion(w.at("ffm"), 4 * c.base, statistics);
        out = head(w.at("conv_out"), 4 * c.base, 4 * c.base, statistics);
        out16 = coarse(w.at("conv_out16"), statistics);
        out32 = coarse(w.at("conv_out32"), statistics);
    }

    /** Feature fusion (figure 2c): what is there, and once more by how much it matters. */
    private static Layer fusion(Weights w, int c, Statistics s) {
        Layer conv = BiSeNetContext.convNormRelu(w.at("convblk"), Kernel.one(c, c), s);
        Layer attention =
                Layers.conv2dFree(w.at("conv1"), Kernel.one(c, c / 4))
                        .then(Aten::relu)
                        .then(Layers.conv2dFree(w.at("conv2"), Kernel.one(c / 4, c)))
                        .then(Aten::sigmoid);
        return x -> {
            NDArray z = conv.forward(x);
            return Aten.add(z, Aten.gate(z, attention.forward(Aten.meanMap(z))));
        };
    }

    private Layer head(Weights w, int in, int width, Statistics s) {
        return BiSeNetContext.convNormRelu(w.at("conv"), Kernel.three(in, width), s)
                .then(Layers.conv2dFree(w.at("conv_out"), Kernel.one(width, config.classes)));
    }

    private Optional<Layer> coarse(Weights w, Statistics s) {
        return config.auxiliary
                ? Optional.of(head(w, 2 * config.base, config.base, s))
                : Optional.empty();
    }

    public Config config() {
        return config;
    }

    /**
     * The answer. Gradients by the picture flow while a collector is open.
     *
     * @param x [N, 3, H, W] float32, ImageNet-normalised; both sides at least {@link #LEAST_SIDE}
     * @return [N, classes, H, W] float32 logits
     */
    public NDArray forward(NDArray x) {
        return Scope.freeing(
                () -> {
                    BiSeNetContext.Maps maps = maps(x, false);
                    return answer(out, fused(maps), x);
                });
    }

    /**
     * The answer before it is enlarged, corners aligned, to the side of x.
     *
     * @return [N, classes, H/8, W/8] float32 logits
     */
    public NDArray forwardCoarse(NDArray x) {
        return Scope.freeing(
                () -> Activations.leave(out.forward(fused(maps(x, false))), precision));
    }

    /** All three answers. */
    public Answers forwardAll(NDArray x) {
        List<NDArray> all =
                Scope.freeingAll(
                        () -> {
                            Answers answers = answers(x, false);
                            return List.of(answers.out, answers.out16, answers.out32);
                        });
        return new Answers(all.get(0), all.get(1), all.get(2));
    }

    /** {@link #forwardAll} with nothing freed before the backward pass. */
    public Answers forwardLearning(NDArray x) {
        return answers(x, true);
    }

    private Answers answers(NDArray x, boolean learning) {
        if (!config.auxiliary) {
            throw new IllegalStateException(
                    "this parser has no coarse outputs: ask for its first answer alone.");
        }
        BiSeNetContext.Maps maps = maps(x, learning);
        return new Answers(
                answer(out, fused(maps), x),
                answer(out16.orElseThrow(), maps.up16(), x),
                answer(out32.orElseThrow(), maps.up32(), x));
    }

    private BiSeNetContext.Maps maps(NDArray x, boolean learning) {
        Shape s = x.getShape();
        if (s.dimension() != 4 || s.get(1) != 3 || Math.min(s.get(2), s.get(3)) < LEAST_SIDE) {
            throw new IllegalArgumentException(
                    "the parser reads pictures [N, 3, H, W] of at least %d × %d pixels, but got %s."
                            .formatted(LEAST_SIDE, LEAST_SIDE, s));
        }
        return context.forward(Activations.enter(x, precision, learning), learning);
    }

    private NDArray fused(BiSeNetContext.Maps maps) {
        return fusion.forward(Aten.concatChannels(maps.f8(), maps.up16())); // N,4·base,H/8,W/8
    }

    private NDArray answer(Layer head, NDArray maps, NDArray x) {
        NDArray logits = Activations.leave(head.forward(maps), precision);
        Shape s = x.getShape();
        return Aten.bilinearAligned(logits, (int) s.get(2), (int) s.get(3));
    }
}
