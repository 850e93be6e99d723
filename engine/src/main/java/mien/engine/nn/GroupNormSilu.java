package mien.engine.nn;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import mien.engine.checkpoint.Weights;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Norms;

/**
 * SiLU of a group normalisation (Wu and He 2018), statistics in float32; scale and shift may depend
 * on a condition (Dhariwal and Nichol 2021, eq. 4).
 */
public final class GroupNormSilu implements Layer {

    private final Norms.GroupNorm norm;

    public GroupNormSilu(Weights w, int channels, int groups) {
        norm =
                new Norms.GroupNorm(
                        w.exact("weight", channels),
                        w.exact("bias", channels),
                        groups,
                        Layers.NORM_EPS);
    }

    @Override
    public NDArray forward(NDArray x) {
        return Norms.groupNormSilu(x, norm.w(), norm.b(), norm.groups(), norm.eps());
    }

    /**
     * What a condition makes of a normalised map: (1 + scale)·GN(x) + shift.
     *
     * @param scale [N, C] float32
     * @param shift [N, C] float32
     */
    public record Film(NDArray scale, NDArray shift) {}

    /** SiLU of the normalised map, or of what a condition makes of it. */
    public NDArray forward(NDArray x, Optional<Film> film) {
        return film.isEmpty()
                ? forward(x)
                : Norms.groupNormFilmSilu(x, norm, film.get().scale, film.get().shift);
    }

    /** {@link #forward(NDArray)} and its way back by x, which stays open until then. */
    public Traced trace(NDArray x) {
        return trace(x, Optional.empty());
    }

    /** {@link #forward(NDArray, Optional)} and its way back by x, which stays open until then. */
    public Traced trace(NDArray x, Optional<Film> film) {
        Norms.Normed normed =
                film.isEmpty()
                        ? Norms.groupNormKept(x, norm)
                        : Norms.groupNormFilmKept(x, norm, film.get().scale, film.get().shift);
        return new Traced(
                Aten.silu(normed.z()),
                g -> {
                    try (normed) {
                        return Norms.groupNormSiluBack(g, x, normed);
                    }
                });
    }
}
