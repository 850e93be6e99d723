package mien.engine.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.Layer;
import mien.engine.nn.Layers;
import mien.engine.tensor.Aten;

/**
 * Self-attention over the pixels (Dhariwal and Nichol 2021). {@code qkv} and {@code proj_out} are
 * 1-D convolutions of size 1 in the checkpoint, used here as matrices.
 */
final class AdmAttention implements AdmCell {

    private final Layer norm;
    private final NDArray qkv;
    private final NDArray qkvBias;
    private final NDArray out;
    private final NDArray outBias;
    private final int heads;
    private final boolean queriesFirst;

    AdmAttention(Weights w, AdmConfig c, int channels) {
        norm = Layers.groupNorm(w.at("norm"), channels, c.groups());
        qkv = w.at("qkv").fast("weight", 3L * channels, channels, 1).squeeze(2);
        qkvBias = w.at("qkv").fast("bias", 3L * channels);
        out = w.at("proj_out").fast("weight", channels, channels, 1).squeeze(2);
        outBias = w.at("proj_out").fast("bias", channels);
        heads = c.heads().of(channels);
        queriesFirst = c.heads().queriesFirst();
    }

    @Override
    public NDArray forward(NDArray x, AdmCondition e) {
        long n = x.getShape().get(0);
        long c = x.getShape().get(1);
        long height = x.getShape().get(2);
        long width = x.getShape().get(3);
        long tokens = height * width;
        NDArray rows = // N,T,C: how channels-last maps lie in memory
                norm.forward(x).transpose(0, 2, 3, 1).reshape(n, tokens, c);
        NDArray all = Aten.linear(rows, qkv, qkvBias); // N,T,3C
        NDArray split = // 3,N,heads,T,d
                queriesFirst
                        ? all.reshape(n, tokens, 3, heads, c / heads).transpose(2, 0, 3, 1, 4)
                        : all.reshape(n, tokens, heads, 3, c / heads).transpose(3, 0, 2, 1, 4);
        NDList parts = split.split(3, 0);
        NDArray a = // softmax(q·kᵀ/√d)·v
                Aten.attention(
                        parts.get(0).squeeze(0), parts.get(1).squeeze(0), parts.get(2).squeeze(0));
        NDArray joined = a.transpose(0, 2, 1, 3).reshape(n, tokens, c); // N,T,C
        NDArray h = Aten.linear(joined, out, outBias).reshape(n, height, width, c);
        return Aten.add(x, h.transpose(0, 3, 1, 2));
    }
}
