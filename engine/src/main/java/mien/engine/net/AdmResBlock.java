package mien.engine.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.Optional;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.Layer;
import mien.engine.nn.Layers;
import mien.engine.nn.Layers.Kernel;
import mien.engine.tensor.Aten;

/**
 * Residual block with adaptive group norm (Dhariwal and Nichol 2021, section 3), with DiffusionRig's second modulation
 * by the global code. Keys as in the checkpoint.
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
    private final Layer norm2;
    private final Layer conv2;
    private final Layer skip;
    private final Layer resample;
    private final boolean film;
    private final double dropout;

    AdmResBlock(Weights w, AdmConfig c, int in, int out, Side side) {
        int modulation = c.film() ? 2 * out : out;
        norm1 = Layers.groupNorm32Silu(w.at("in_layers.0"), in);
        conv1 = Layers.conv2d(w.at("in_layers.2"), Kernel.three(in, out));
        emb = Layers.linear(w.at("emb_layers.1"), c.embeddingWidth(), modulation);
        latent =
                c.latentWidth() == 0
                        ? Optional.empty()
                        : Optional.of(
                                Layers.linear(
                                        w.at("cond_emb_layers.1"), c.latentWidth(), modulation));
        norm2 = c.film() ? Layers.groupNorm32(w.at("out_layers.0"), out)
                : Layers.groupNorm32Silu(w.at("out_layers.0"), out);
        conv2 = Layers.conv2d(w.at("out_layers.3"), Kernel.three(out, out));
        skip = in == out ? x -> x : Layers.conv2d(w.at("skip_connection"), Kernel.one(in, out));
        resample =
                switch (side) {
                    case KEPT -> x -> x;
                    case HALVED -> Aten::averagePool2;
                    case DOUBLED -> Aten::nearest2;
                };
        film = c.film();
        dropout = c.dropout();
    }

    @Override
    public NDArray forward(NDArray x, AdmCondition e) { // x: N,C,H,W
        NDArray h = conv1.forward(resample.forward(norm1.forward(x))); // N,C',H',W'
        x = resample.forward(x);
        NDArray y = emb.forward(e.activated()); // N,2C' or N,C'
        if (film) {
            h = norm2.forward(h);
            h = modulated(h, y, e);
        } else {
            h = norm2.forward(Aten.add(h, e.as(h, y.expandDims(2).expandDims(3))));
        }
        if (e.learning() && dropout > 0) {
            h = Aten.dropout(h, dropout);
        }
        return Aten.add(skip.forward(x), conv2.forward(h));
    }

    /**
     * SiLU of (h·(1+s_t)+b_t)·(1+s_z)+b_z: the time's modulation first, then the global code's. Both are folded into
     * one scale and one shift per channel before they meet the picture.
     */
    private NDArray modulated(NDArray h, NDArray y, AdmCondition e) {
        NDList t = y.split(2, 1); // scale first
        NDArray scale = t.get(0);
        NDArray shift = t.get(1);
        if (latent.isPresent() && e.activatedLatent().isPresent()) {
            NDList z = latent.get().forward(e.activatedLatent().get()).split(2, 1);
            shift = Aten.film(shift, z.get(0), z.get(1));
            scale = Aten.film(scale.add(1), z.get(0), z.get(0).getManager().create(-1f));
        }
        return Aten.filmSilu(
                h,
                e.as(h, scale.expandDims(2).expandDims(3)),
                e.as(h, shift.expandDims(2).expandDims(3)));
    }
}
