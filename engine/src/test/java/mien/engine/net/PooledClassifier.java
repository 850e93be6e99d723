package mien.engine.net;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.GroupNormSilu;
import mien.engine.nn.Layer;
import mien.engine.nn.Layers;
import mien.engine.nn.Layers.Kernel;
import mien.engine.nn.Timesteps;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Precision;

/**
 * Guided diffusion's classifier with average pooling, which golden cases of guidance were made
 * with. No system uses it, so it lives with the tests. Nothing is freed on the way: gradients flow
 * back through it.
 */
public final class PooledClassifier {

    private final AdmConfig config;
    private final Layer timeEmbed;
    private final List<List<AdmCell>> input = new ArrayList<>();
    private final List<AdmCell> middle;
    private final Layer outNorm; // with SiLU
    private final Layer outConv;

    public PooledClassifier(Weights w, AdmConfig c) {
        config = c;
        timeEmbed = AdmUnet.embed(w.at("time_embed"), c.baseChannels(), c.embeddingWidth());
        AdmBody body = new AdmBody(w, c);
        body.down(input);
        middle = body.middle();
        outNorm = new GroupNormSilu(w.at("out.0"), body.channels(), c.groups());
        outConv = Layers.conv2d(w.at("out.3"), Kernel.one(body.channels(), c.outChannels()));
    }

    /** The configuration of a golden case's network, as the authors' options name it. */
    public static AdmConfig config(JsonNode options) {
        return AdmConfigs.of(options, options.get("in_channels").asInt(), 0);
    }

    /** One unnormalised log-probability per class, [N, classes]. */
    public NDArray forward(NDArray x, double[] steps) { // N,C,H,W
        NDArray emb =
                timeEmbed.forward(
                        Timesteps.embedding(x.getManager(), steps, config.baseChannels()));
        AdmCondition e =
                new AdmCondition(
                        Aten.silu(emb),
                        Optional.empty(),
                        Precision.FLOAT32,
                        AdmCondition.Pass.LEARNING);
        NDArray h = x;
        for (List<AdmCell> block : input) {
            h = through(block, h, e);
        }
        h = outNorm.forward(through(middle, h, e)); // N,C',side,side
        NDArray mean = Aten.averagePool(h, (int) h.getShape().get(2)); // N,C',1,1
        return outConv.forward(mean).reshape(x.getShape().get(0), config.outChannels());
    }

    private static NDArray through(List<AdmCell> block, NDArray x, AdmCondition e) {
        NDArray h = x;
        for (AdmCell cell : block) {
            h = cell.forward(h, e);
        }
        return h;
    }
}
