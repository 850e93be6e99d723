package mien.engine.nn;

import ai.djl.ndarray.NDArray;
import mien.engine.checkpoint.Weights;
import mien.engine.tensor.Aten;

/**
 * SiLU of a group normalisation (Wu and He 2018), statistics in float32; scale and shift may depend
 * on a condition (Dhariwal and Nichol 2021, eq. 4).
 */
public final class GroupNormSilu implements Layer {

    private final Aten.GroupNorm norm;

    public GroupNormSilu(Weights w, int channels, int groups) {
        norm =
                new Aten.GroupNorm(
                        w.exact("weight", channels),
                        w.exact("bias", channels),
                        groups,
                        Layers.NORM_EPS);
    }

    @Override
    public NDArray forward(NDArray x) {
        return Aten.groupNormSilu(x, norm.w(), norm.b(), norm.groups(), norm.eps());
    }

    /**
     * SiLU of (1 + scale)·GN(x) + shift.
     *
     * @param scale [N, C] float32
     * @param shift [N, C] float32
     */
    public NDArray forward(NDArray x, NDArray scale, NDArray shift) {
        return Aten.groupNormFilmSilu(x, norm, scale, shift);
    }

    /** {@link #forward(NDArray)} and its way back; x stays open until then. */
    public Traced trace(NDArray x) {
        return traced(x, Aten.groupNormKept(x, norm));
    }

    /** {@link #forward(NDArray, NDArray, NDArray)} and its way back by x, which stays open. */
    public Traced trace(NDArray x, NDArray scale, NDArray shift) {
        return traced(x, Aten.groupNormFilmKept(x, norm, scale, shift));
    }

    private static Traced traced(NDArray x, Aten.Normed normed) {
        return new Traced(
                Aten.silu(normed.z()),
                g -> {
                    try (normed) {
                        return Aten.groupNormSiluBack(g, x, normed);
                    }
                });
    }
}
