package mien.engine.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import mien.engine.checkpoint.Weights;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Norms;
import mien.engine.tensor.Precision;

/**
 * The layers that networks are made of. Each reads {@code weight} and {@code bias} at the given
 * place, in PyTorch's shapes. Activations are [N, C, H, W] unless said.
 */
public final class Layers {

    /** The epsilon of PyTorch's group and batch norms. */
    public static final double NORM_EPS = 1e-5;

    private Layers() {}

    /** The shape of a square convolution. */
    public record Kernel(int in, int out, int size, int stride, int padding) {

        /** 3×3, stride 1, padding 1. */
        public static Kernel three(int in, int out) {
            return new Kernel(in, out, 3, 1, 1);
        }

        /** 1×1. */
        public static Kernel one(int in, int out) {
            return new Kernel(in, out, 1, 1, 0);
        }

        public Kernel stride(int s) {
            return new Kernel(in, out, size, s, padding);
        }
    }

    /** Convolution with bias. */
    public static Layer conv2d(Weights w, Kernel k) {
        NDArray kernel = w.fast("weight", k.out, k.in, k.size, k.size);
        NDArray bias = w.fast("bias", k.out);
        return x -> Aten.conv2d(x, kernel, bias, k.stride, k.padding);
    }

    /** Convolution without bias. */
    public static Layer conv2dFree(Weights w, Kernel k) {
        NDArray kernel = w.fast("weight", k.out, k.in, k.size, k.size);
        return x -> Aten.conv2d(x, kernel, k.stride, k.padding);
    }

    /** Affine map of the last axis, in float32: embeddings and heads. */
    public static Layer linear(Weights w, int in, int out) {
        NDArray matrix = w.exact("weight", out, in);
        NDArray bias = w.exact("bias", out);
        return x -> Aten.linear(x, matrix, bias);
    }

    /** Group normalisation (Wu and He 2018), statistics in float32. */
    public static Layer groupNorm(Weights w, int channels, int groups) {
        NDArray scale = w.exact("weight", channels);
        NDArray shift = w.exact("bias", channels);
        return x -> Norms.groupNorm(x, scale, shift, groups, NORM_EPS);
    }

    /** How a batch normalisation gets its statistics. */
    public enum Statistics {
        /** From the checkpoint. */
        RUNNING,
        /** From the batch, and the running ones follow it. */
        BATCH,
        /**
         * From each picture of the batch alone. The running ones play no part, and stay: what a
         * network does that was left in training mode and sees one picture at a time.
         */
        OWN
    }

    /** Batch normalisation (Ioffe and Szegedy 2015) of [N, C, H, W] or [N, C]. */
    public static Layer batchNorm(Weights w, int channels, Statistics statistics) {
        Norms.BatchNorm n = batchNormTensors(w, channels);
        return switch (statistics) {
            case RUNNING -> stays(w) ? affine(n) : x -> Norms.batchNorm(x, n, NORM_EPS);
            case BATCH -> x -> Norms.batchNormLearning(severalPerChannel(x, channels), n, NORM_EPS);
            case OWN -> x -> Norms.batchNormOwn(x, n, NORM_EPS);
        };
    }

    private static boolean stays(Weights w) {
        return w.lasting() && w.precision() == Precision.FLOAT32;
    }

    /**
     * By running statistics that nobody moves a norm is a scale and a shift of each channel, and
     * its way back one product.
     */
    private static Layer affine(Norms.BatchNorm n) {
        NDManager manager = n.w().getManager();
        try (NDManager inside = manager.newSubManager()) {
            inside.attachAll(n.w(), n.b(), n.mean(), n.variance());
            NDArray scale = scale(n);
            NDArray shift = n.b().sub(n.mean().mul(scale));
            scale.attach(manager);
            shift.attach(manager);
            return x -> Norms.affine(x, scale, shift);
        }
    }

    /** What each channel of a normalisation is multiplied by, γ/√(σ² + ε) [C]. */
    static NDArray scale(Norms.BatchNorm n) {
        return n.w().div(n.variance().add(NORM_EPS).sqrt());
    }

    private static NDArray severalPerChannel(NDArray x, int channels) {
        if (x.size() <= channels) { // its running variance would be no number
            throw new IllegalArgumentException(
                    "a batch norm learns nothing from one number per channel, %s: take larger batches."
                            .formatted(x.getShape()));
        }
        return x;
    }

    static Norms.BatchNorm batchNormTensors(Weights w, int channels) {
        w.ignore("num_batches_tracked");
        return new Norms.BatchNorm(
                w.exact("weight", channels),
                w.exact("bias", channels),
                w.exact("running_mean", channels),
                w.exact("running_var", channels));
    }

    /** Rectifier with a learnt slope below zero, one for all channels. */
    public static Layer prelu(Weights w) {
        NDArray slope = w.exact("weight", 1);
        if (w.lasting()) { // nobody wants its gradient, which costs as much as that by x
            double known = slope.toArray()[0].doubleValue();
            return x -> Aten.leakyRelu(x, known);
        }
        return x -> Aten.prelu(x, slope);
    }
}
