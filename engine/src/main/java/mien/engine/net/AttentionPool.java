package mien.engine.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.Layer;
import mien.engine.tensor.Aten;

/**
 * Sums a map of features up in one vector: the mean joins the pixels as one more token, attends to
 * all of them and is kept (Radford et al. 2021, section 2.3; as in guided diffusion's classifiers).
 */
final class AttentionPool implements Layer {

    private final NDArray positions;
    private final NDArray qkv;
    private final NDArray qkvBias;
    private final NDArray out;
    private final NDArray outBias;
    private final int heads;

    /**
     * @param tokens pixels of the map, without the mean
     * @param headWidth channels of a head
     */
    AttentionPool(Weights w, int channels, int tokens, int headWidth, int outputs) {
        positions = w.exact("positional_embedding", channels, tokens + 1L).transpose(1, 0); // T+1,C
        Weights in = w.at("qkv_proj");
        qkv = in.exact("weight", 3L * channels, channels, 1).squeeze(2);
        qkvBias = in.exact("bias", 3L * channels);
        Weights last = w.at("c_proj");
        out = last.exact("weight", outputs, channels, 1).squeeze(2);
        outBias = last.exact("bias", outputs);
        heads = channels / headWidth;
    }

    @Override
    public NDArray forward(NDArray x) { // N,C,H,W float32
        long n = x.getShape().get(0);
        long c = x.getShape().get(1);
        NDArray pixels = x.reshape(n, c, -1).transpose(0, 2, 1); // N,T,C
        NDArray tokens =
                pixels.mean(new int[] {1}, true).concat(pixels, 1).add(positions); // N,T+1,C
        NDList parts =
                Aten.linear(tokens, qkv, qkvBias)
                        .reshape(n, -1, 3, heads, c / heads)
                        .transpose(2, 0, 3, 1, 4) // 3,N,heads,T+1,d
                        .split(3, 0);
        NDArray a =
                Aten.attention(
                        parts.get(0).squeeze(0), parts.get(1).squeeze(0), parts.get(2).squeeze(0));
        NDArray mean = a.get(":, :, 0").reshape(n, c);
        return Aten.linear(mean, out, outBias); // N,outputs
    }
}
