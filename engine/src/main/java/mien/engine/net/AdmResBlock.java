package mien.engine.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.Optional;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.Layer;
import mien.engine.nn.Layers;
import mien.engine.nn.Layers.AdaptiveNorm;
import mien.engine.nn.Layers.Kernel;
import mien.engine.tensor.Aten;

/**
 * Residual block with adaptive group norm (Dhariwal and Nichol 2021, section 3), with
 * DiffusionRig's second modulation by the global code. Keys as in the checkpoint.
 */
final class AdmResBlock implements AdmCell {

    /** What a block does to the side of its input. */
    enum Side {
        KEPT,
        HALVED,
        DOUBLED
    }

    private final Layer norm1; // with SiLU
    private final Layer conv1;
    private final Layer emb;
    private final Optional<Layer> latent;
    private final Modulation modulation; // norm and SiLU
    private final Layer conv2;
    private final Layer skip;
    private final Layer resample;
    private final double dropout;

    /** How the embedding y enters: [N, 2C'] as scale and shift, or [N, C'] as a summand. */
    @FunctionalInterface
    private interface Modulation {
        NDArray forward(NDArray h, NDArray y, AdmCondition e);
    }

    AdmResBlock(Weights w, AdmConfig c, int in, int out, Side side) {
        int width = c.film() ? 2 * out : out;
        norm1 = Layers.groupNormSilu(w.at("in_layers.0"), in, c.groups());
        conv1 = Layers.conv2d(w.at("in_layers.2"), Kernel.three(in, out));
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
        conv2 = Layers.conv2d(w.at("out_layers.3"), Kernel.three(out, out));
        skip = in == out ? x -> x : Layers.conv2d(w.at("skip_connection"), Kernel.one(in, out));
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
        NDArray h = conv1.forward(resample.forward(norm1.forward(x))); // N,C',H',W'
        h = modulation.forward(h, emb.forward(e.activated()), e);
        if (e.learning() && dropout > 0) {
            h = Aten.dropout(h, dropout);
        }
        return Aten.addInto(conv2.forward(h), skip.forward(resample.forward(x)));
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
