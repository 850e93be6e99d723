package mien.engine.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.Optional;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.Convolution3;
import mien.engine.nn.GroupNormSilu;
import mien.engine.nn.GroupNormSilu.Film;
import mien.engine.nn.Layer;
import mien.engine.nn.Layers;
import mien.engine.nn.Traced;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Scope;

/**
 * Residual block with adaptive group norm (Dhariwal and Nichol 2021, section 3), with
 * DiffusionRig's second modulation by the global code. Keys as in the checkpoint.
 */
final class AdmResBlock implements AdmCell {

    private final GroupNormSilu norm1;
    private final Convolution3 conv1;
    private final Layer emb;
    private final Optional<Layer> latent;
    private final GroupNormSilu norm2;
    private final boolean film;
    private final Convolution3 conv2;
    private final Optional<Skip> skip;
    private final AdmSide side;
    private final double dropout;

    /** The 1×1 convolution that brings the block's input to its output's channels. */
    private record Skip(NDArray kernel, NDArray bias) {

        static Skip of(Weights w, int in, int out) {
            return new Skip(w.fast("weight", out, in, 1, 1), w.fast("bias", out));
        }

        NDArray forward(NDArray x) {
            return Aten.pointwise(x, kernel, bias);
        }

        /** The kernel for the way back. */
        NDArray back() {
            return kernel.transpose(1, 0, 2, 3);
        }
    }

    /**
     * @param multiple the widths of all pictures that come in are multiples of it
     */
    AdmResBlock(Weights w, AdmConfig c, int in, int out, AdmSide side, int multiple) {
        int inside = side.of(multiple);
        int width = c.film() ? 2 * out : out;
        norm1 = new GroupNormSilu(w.at("in_layers.0"), in, c.groups());
        conv1 = new Convolution3(w.at("in_layers.2"), in, out, inside);
        emb = Layers.linear(w.at("emb_layers.1"), c.embeddingWidth(), width);
        latent =
                c.latentWidth() == 0
                        ? Optional.empty()
                        : Optional.of(
                                Layers.linear(w.at("cond_emb_layers.1"), c.latentWidth(), width));
        norm2 = new GroupNormSilu(w.at("out_layers.0"), out, c.groups());
        film = c.film();
        conv2 = new Convolution3(w.at("out_layers.3"), out, out, inside);
        skip =
                in == out
                        ? Optional.empty()
                        : Optional.of(Skip.of(w.at("skip_connection"), in, out));
        this.side = side;
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
        try (NDArray activated = Scope.freeing(() -> side.forward(norm1.forward(x)))) {
            h = conv1.forward(activated); // N,C',H',W'
        }
        try (NDArray raw = h) {
            h = modulated(raw, e);
        }
        try (NDArray modulated = h) {
            return beside(modulated, x);
        }
    }

    /** conv2 of what came through the block, and what goes past it. */
    private NDArray beside(NDArray h, NDArray x) {
        NDArray past = side.forward(x);
        return skip.isEmpty()
                ? Aten.addInto(conv2.forward(h), past)
                : Aten.addPointwise(conv2.forwardWith(h, skip.get().bias), past, skip.get().kernel);
    }

    @Override
    public Traced trace(NDArray x, AdmCondition e) {
        Traced first = norm1.trace(x);
        NDArray h;
        try (NDArray activated = first.output();
                NDArray resampled = side.forward(activated)) {
            h = conv1.forward(resampled); // N,C',H',W'
        }
        Second read = second(h, e);
        Traced second = norm2.trace(read.h, read.film);
        try (NDArray modulated = second.output()) {
            return new Traced(
                    beside(modulated, x), // N,C',H',W'
                    g -> {
                        try (h) {
                            NDArray byH = second.back().apply(conv2.back(g));
                            NDArray by = first.back().apply(side.back(conv1.back(byH)));
                            NDArray past = side.back(g);
                            return skip.isPresent()
                                    ? Aten.addPointwise(by, past, skip.get().back())
                                    : Aten.addInto(by, past);
                        }
                    });
        }
    }

    private NDArray keeping(NDArray x, AdmCondition e) {
        NDArray h = conv1.forwardLearning(side.forward(norm1.forward(x))); // N,C',H',W'
        h = modulated(h, e);
        if (dropout > 0) {
            h = Aten.dropout(h, dropout);
        }
        NDArray beside = side.forward(x);
        return Aten.addInto(
                conv2.forwardLearning(h), skip.isPresent() ? skip.get().forward(beside) : beside);
    }

    private NDArray modulated(NDArray h, AdmCondition e) {
        Second read = second(h, e);
        return norm2.forward(read.h, read.film);
    }

    /** What the second norm reads: h and its film, or h with the embedding added. */
    private record Second(NDArray h, Optional<Film> film) {}

    /** For SiLU of (GN(h)·(1+s_t)+b_t)·(1+s_z)+b_z, or of GN(h + y). */
    private Second second(NDArray h, AdmCondition e) {
        NDArray y = emb.forward(e.activated()); // N,2C' or N,C'
        return film
                ? new Second(h, Optional.of(film(y, e)))
                : new Second(Aten.add(h, e.pixel(y)), Optional.empty());
    }

    /**
     * The time's modulation first, then the global code's. Both are folded into one scale and one
     * shift per channel before they meet the picture.
     *
     * @param y [N, 2C'], scale first
     */
    private Film film(NDArray y, AdmCondition e) {
        NDList t = y.split(2, 1);
        if (latent.isEmpty() || e.activatedLatent().isEmpty()) {
            return new Film(t.get(0), t.get(1));
        }
        NDList z = latent.get().forward(e.activatedLatent().get()).split(2, 1);
        NDArray scale = t.get(0).add(1).mul(z.get(0).add(1)).sub(1); // N,C'
        NDArray shift = Aten.film(t.get(1), z.get(0), z.get(1)); // N,C'
        return new Film(scale, shift);
    }
}
