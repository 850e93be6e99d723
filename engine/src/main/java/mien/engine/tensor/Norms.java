package mien.engine.tensor;

import static mien.engine.tensor.Aten.call;
import static mien.engine.tensor.Aten.callAll;
import static mien.engine.tensor.Aten.of;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.jni.IValue;

/**
 * Normalisations among the {@link Aten} operators, forwards and, where a graph is not wanted, back.
 * Arrays are [N, C, H, W] unless said. A result belongs to the manager of the first operand.
 */
public final class Norms {

    private Norms() {}

    /** Group normalisation, statistics in float32 whatever x is; w, b: [C]. */
    public static NDArray groupNorm(NDArray x, NDArray w, NDArray b, int groups, double eps) {
        return call("group_norm", x, of(x), of(w), of(b), of(groups), of(eps));
    }

    /** SiLU of the group normalisation. */
    public static NDArray groupNormSilu(NDArray x, NDArray w, NDArray b, int groups, double eps) {
        return call("group_norm_silu", x, of(x), of(w), of(b), of(groups), of(eps));
    }

    /** A group normalisation; w, b: [C]. */
    public record GroupNorm(NDArray w, NDArray b, int groups, double eps) {}

    /**
     * SiLU of (1 + scale)·GN(x) + shift. For a single picture scale and shift melt into the norm's
     * own weight and bias, so that the maps are read and written once.
     *
     * @param scale [N, C] float32
     * @param shift [N, C] float32
     */
    public static NDArray groupNormFilmSilu(NDArray x, GroupNorm n, NDArray scale, NDArray shift) {
        return call(
                "group_norm_film_silu",
                x,
                of(x),
                of(n.w),
                of(n.b),
                of(n.groups),
                of(scale),
                of(shift),
                of(n.eps));
    }

    /**
     * A normalised map before its SiLU and what the way back needs besides.
     *
     * @param z [N, C, H, W]
     * @param mean of each group, [N, groups]
     * @param rstd 1/√(σ² + ε) of each group, [N, groups]
     * @param by what each channel of the normalised map was multiplied by, [1 or N, C] float32
     */
    public record Normed(NDArray z, NDArray mean, NDArray rstd, NDArray by)
            implements AutoCloseable {

        private static Normed of(NDList parts) {
            return new Normed(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
        }

        @Override
        public void close() {
            z.close();
            mean.close();
            rstd.close();
            by.close();
        }
    }

    /** {@link #groupNorm} with what {@link #groupNormSiluBack} needs. */
    public static Normed groupNormKept(NDArray x, GroupNorm n) {
        return Normed.of(
                callAll("group_norm_kept", x, of(x), of(n.w), of(n.b), of(n.groups), of(n.eps)));
    }

    /** (1 + scale)·GN(x) + shift with what {@link #groupNormSiluBack} needs. */
    public static Normed groupNormFilmKept(NDArray x, GroupNorm n, NDArray scale, NDArray shift) {
        return Normed.of(
                callAll(
                        "group_norm_film_kept",
                        x,
                        of(x),
                        of(n.w),
                        of(n.b),
                        of(n.groups),
                        of(scale),
                        of(shift),
                        of(n.eps)));
    }

    /**
     * The gradient by x of SiLU(z), z the normalised x. With d = g·SiLU′(z), w what a channel is
     * multiplied by and means over a group: ∂x = r·(w·d − mean(w·d) − x̂·mean(w·d·x̂)), x̂ = r·(x −
     * μ). Over channels-last maps PyTorch's own takes twice as long.
     *
     * @param g gradient by SiLU(z), [N, C, H, W]
     */
    public static NDArray groupNormSiluBack(NDArray g, NDArray x, Normed normed) {
        return call(
                "group_norm_silu_back",
                g,
                of(g),
                of(x),
                of(normed.z),
                of(normed.mean),
                of(normed.rstd),
                of(normed.by));
    }

    /** The tensors of a batch normalisation, each [C]; mean and variance are running statistics. */
    public record BatchNorm(NDArray w, NDArray b, NDArray mean, NDArray variance) {}

    /** Batch normalisation by the running statistics. */
    public static NDArray batchNorm(NDArray x, BatchNorm n, double eps) {
        return batchNorm(x, n, false, eps);
    }

    /**
     * Batch normalisation by the batch's own statistics; the running ones are updated with momentum
     * 0.1. The result is row-major: over channels-last maps PyTorch sums far less exactly.
     */
    public static NDArray batchNormLearning(NDArray x, BatchNorm n, double eps) {
        return batchNorm(x, n, true, eps);
    }

    /** Normalisation of each picture by its own statistics alone; the running ones stay. */
    public static NDArray batchNormOwn(NDArray x, BatchNorm n, double eps) {
        return call("batch_norm_own", x, of(x), of(n.w), of(n.b), of(eps));
    }

    private static NDArray batchNorm(NDArray x, BatchNorm n, boolean learning, double eps) {
        return call(
                "batch_norm",
                x,
                of(x),
                of(n.w),
                of(n.b),
                of(n.mean),
                of(n.variance),
                IValue.from(learning),
                of(0.1),
                of(eps));
    }

    /** scale·x + shift of each channel; x: [N, C, H, W] or [N, C]; scale, shift: [C]. */
    public static NDArray affine(NDArray x, NDArray scale, NDArray shift) {
        return call("affine", x, of(x), of(scale), of(shift));
    }

    /** x/(‖x‖₂ + ε)·w, the length taken over the channels of each pixel in float32; w: [C]. */
    public static NDArray channelNorm(NDArray x, NDArray w, double eps) {
        return call("channel_norm", x, of(x), of(w), of(eps));
    }
}
