package mien.engine.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Optional;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.Layers.Kernel;
import mien.engine.nn.Layers.Statistics;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Norms;

/**
 * A convolution and the batch normalisation after it. With running statistics that nobody moves the
 * two are one convolution, γ/√(σ² + ε)·(w∗x + b − μ) + β: the maps are read and written once. The
 * checkpoint's names stay those of the two.
 */
public final class NormedConvolution {

    private NormedConvolution() {}

    /** A convolution without a bias, then the norm. */
    public static Layer free(Weights conv, Weights norm, Kernel k, Statistics statistics) {
        return melts(conv, statistics)
                ? melted(conv, norm, k, Optional.empty())
                : Layers.conv2dFree(conv, k).then(Layers.batchNorm(norm, k.out(), statistics));
    }

    /** A convolution with a bias, then the norm. */
    public static Layer biased(Weights conv, Weights norm, Kernel k, Statistics statistics) {
        return melts(conv, statistics)
                ? melted(conv, norm, k, Optional.of(conv.exact("bias", k.out())))
                : Layers.conv2d(conv, k).then(Layers.batchNorm(norm, k.out(), statistics));
    }

    private static boolean melts(Weights conv, Statistics statistics) {
        return statistics == Statistics.RUNNING && conv.lasting();
    }

    private static Layer melted(Weights conv, Weights norm, Kernel k, Optional<NDArray> bias) {
        Norms.BatchNorm n = Layers.batchNormTensors(norm, k.out());
        NDArray w = conv.exact("weight", k.out(), k.in(), k.size(), k.size());
        NDManager manager = conv.manager();
        NDArray kernel;
        NDArray shift;
        try (NDManager inside = manager.newSubManager()) {
            inside.attachAll(n.w(), n.b(), n.mean(), n.variance(), w);
            bias.ifPresent(b -> b.attach(inside));
            NDArray scale = Layers.scale(n); // γ/√(σ² + ε)
            NDArray centre = bias.map(n.mean()::sub).orElse(n.mean()); // μ − b
            kernel = w.mul(scale.reshape(k.out(), 1, 1, 1));
            shift = n.b().sub(centre.mul(scale));
            kernel.attach(manager);
            shift.attach(manager);
        }
        NDArray weight = conv.fast(kernel);
        NDArray plus = conv.fast(shift);
        return x -> Aten.conv2d(x, weight, plus, k.stride(), k.padding());
    }
}
