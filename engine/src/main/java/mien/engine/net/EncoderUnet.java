package mien.engine.net;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.GroupNormSilu;
import mien.engine.nn.Layer;
import mien.engine.nn.Timesteps;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Precision;
import mien.engine.tensor.Scope;

/**
 * The way down of an {@link AdmUnet} and a vector at its end: guided diffusion's noise-aware
 * classifier (Dhariwal and Nichol 2021, section 4) with attention pooling. Keys as in its
 * checkpoints.
 */
public final class EncoderUnet {

    private final AdmConfig config;
    private final Precision precision;
    private final Layer timeEmbed;
    private final List<List<AdmCell>> input = new ArrayList<>();
    private final List<AdmCell> middle;
    private final Layer outNorm; // with SiLU
    private final Layer pool;

    /**
     * @param c outChannels is the width of the vector; the heads must be of a fixed width
     * @param side height and width of the pictures
     */
    public EncoderUnet(Weights w, AdmConfig c, int side) {
        if (c.heads().channels() == 0) {
            throw new IllegalArgumentException("attention pooling needs heads of a fixed width");
        }
        config = c;
        precision = w.precision();
        timeEmbed = AdmUnet.embed(w.at("time_embed"), c.baseChannels(), c.embeddingWidth());
        AdmBody body = new AdmBody(w, c);
        body.down(input);
        middle = body.middle();
        int channels = body.channels();
        int smallest = side >> (c.multipliers().size() - 1);
        outNorm = new GroupNormSilu(w.at("out.0"), channels, c.groups());
        pool =
                new AttentionPool(
                        w.at("out.2"),
                        channels,
                        smallest * smallest,
                        c.heads().channels(),
                        c.outChannels());
    }

    /**
     * @param x [N, inChannels, side, side] float32
     * @param steps N original timesteps τ
     * @return [N, outChannels] float32
     */
    public NDArray forward(NDArray x, double[] steps) {
        return Scope.freeing(() -> run(x, steps));
    }

    private NDArray run(NDArray x, double[] steps) {
        NDArray emb =
                timeEmbed.forward(
                        Timesteps.embedding(x.getManager(), steps, config.baseChannels()));
        AdmCondition e =
                new AdmCondition(
                        Aten.silu(emb), Optional.empty(), precision, AdmCondition.Pass.INFERRING);
        NDArray h = Activations.enter(x, precision, false);
        for (List<AdmCell> block : input) {
            NDArray below = h;
            h = AdmUnet.through(block, below, e);
            below.close();
        }
        h = AdmUnet.through(middle, h, e);
        return pool.forward(Activations.leave(outNorm.forward(h), precision));
    }
}
