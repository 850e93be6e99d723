package mien.engine.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.Optional;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.Convolution3;
import mien.engine.nn.Layer;
import mien.engine.nn.Layers;
import mien.engine.nn.Layers.AdaptiveNorm;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Scope;

/**
 * Residual block with adaptive group norm (Dhariwal and Nichol 2021, section 3), with
 * DiffusionRig's second modulation by the global code. Keys as in the checkpoint.
 */
final class AdmResBlock implements AdmCell {

    /** What a block does to the side of its input. */
    enum Side {
        KEPT,
        HALVED,
        DOUBLED;

        int of(int x) {
            return switch (this) {
                case KEPT -> x;
                case HALVED -> x / 2;
                case DOUBLED -> 2 * x;
            };
        }
    }

    private final Layer norm1; // with SiLU
    private final Convolution3 conv1;
    private final Layer emb;
    private final Optional<Layer> latent;
    private final Modulation modulation; // norm and SiLU
    private final Convolution3 conv2;
    private final Optional<Skip> skip;
    private final Layer resample;
    private final double dropout;

    /** How the embedding y enters: [N, 2C'] as scale and shift, or [N, C'] as a summand. */
    @FunctionalInterface
    private interface Modulation {
        NDArray forward(NDArray h, NDArray y, AdmCondition e);
    }

    /** The 1×1 convolution that brings the block's input to its output's channels. */
    private record Skip(NDArray kernel, NDArray bias) {

        static Skip of(Weights w, int in, int out) {
            return new Skip(w.fast("weight", out, in, 1, 1), w.fast("bias", out));
        }

        NDArray forward(NDArray x) {
            return Aten.conv2d(x, kernel, bias, 1, 0);
        }
    }

    /**
     * @param multiple the widths of all pictures that come in are multiples of it
     */
    AdmResBlock(Weights w, AdmConfig c, int in, int out, Side side, int multiple) {
        int inside = side.of(multiple);
        int width = c.film() ? 2 * out : out;
        norm1 = Layers.groupNormSilu(w.at("in_layers.0"), in, c.groups());
        conv1 = new Convolution3(w.at("in_layers.2"), in, out, inside);
        emb = Layers.linear(w.at("emb_layers.1"), c.embeddingWidth(), width);
        latent =
                c.latentWidth() == 0
                        ? Optional.empty()
                        : Optional.of(
                                Layers.linear(w.at("cond_emb_layers.1"), c.latentWidth(), width));
        Weights norm2 = w.at("out_layers.0");
        modulation =
                c.film()
                        ? scaledAndShifted(norm2, out, c.groups())
                        : summed(norm2, out, c.groups());
        conv2 = new Convolution3(w.at("out_layers.3"), out, out, inside);
        skip =
                in == out
                        ? Optional.empty()
                        : Optional.of(Skip.of(w.at("skip_connection"), in, out));
        resample =
                switch (side) {
                    case KEPT -> x -> x;
                    case HALVED -> Aten::averagePool2;
                    case DOUBLED -> Aten::nearest2;
                };
        dropout = c.dropout();
    }

    @Override
    public NDArray forward(NDArray x, AdmCondition e) { // x: N,C,H,W
        return e.pass().keeps() ? keeping(x, e) : inferring(x, e);
    }

    /**
     * What is not needed any more is freed at once: at 256² the maps are all the memory there is.
     */
    private NDArray inferring(NDArray x, AdmCondition e) {
        NDArray h;
        try (NDArray activated = Scope.freeing(() -> resample.forward(norm1.forward(x)))) {
            h = conv1.forward(activated); // N,C',H',W'
        }
        try (NDArray raw = h) {
            h = modulation.forward(raw, emb.forward(e.activated()), e);
        }
        NDArray beside = resample.forward(x);
        try (NDArray modulated = h) {
            return skip.isEmpty()
                    ? Aten.addInto(conv2.forward(modulated), beside)
                    : Aten.addPointwise(
                            conv2.forwardWith(modulated, skip.get().bias),
                            beside,
                            skip.get().kernel);
        }
    }

    private NDArray keeping(NDArray x, AdmCondition e) {
        NDArray h = conv1.forwardLearning(resample.forward(norm1.forward(x))); // N,C',H',W'
        h = modulation.forward(h, emb.forward(e.activated()), e);
        if (dropout > 0 && e.pass() == AdmCondition.Pass.LEARNING) {
            h = Aten.dropout(h, dropout);
        }
        NDArray beside = resample.forward(x);
        return Aten.addInto(
                conv2.forwardLearning(h), skip.isPresent() ? skip.get().forward(beside) : beside);
    }

    /** SiLU of GN(h + y). */
    private static Modulation summed(Weights w, int channels, int groups) {
        Layer norm = Layers.groupNormSilu(w, channels, groups);
        return (h, y, e) -> norm.forward(Aten.add(h, e.pixel(y)));
    }

    /**
     * SiLU of (GN(h)·(1+s_t)+b_t)·(1+s_z)+b_z: the time's modulation first, then the global code's.
     * Both are folded into one scale and one shift per channel before they meet the picture.
     */
    private Modulation scaledAndShifted(Weights w, int channels, int groups) {
        AdaptiveNorm norm = Layers.adaptiveGroupNormSilu(w, channels, groups);
        return (h, y, e) -> {
            NDList t = y.split(2, 1); // scale first
            if (latent.isEmpty() || e.activatedLatent().isEmpty()) {
                return norm.forward(h, t.get(0), t.get(1));
            }
            NDList z = latent.get().forward(e.activatedLatent().get()).split(2, 1);
            NDArray scale = t.get(0).add(1).mul(z.get(0).add(1)).sub(1); // N,C'
            NDArray shift = Aten.film(t.get(1), z.get(0), z.get(1)); // N,C'
            return norm.forward(h, scale, shift);
        };
    }
}
