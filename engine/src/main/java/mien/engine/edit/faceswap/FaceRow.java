package mien.engine.edit.faceswap;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import mien.engine.diffusion.Blend;
import mien.engine.diffusion.Denoiser;
import mien.engine.diffusion.Noise;
import mien.engine.diffusion.Prediction;

/**
 * The faces of one picture on one walk: x_t is [F, 3, S, S], and each step is taken for one face
 * after the other. So a face comes out, bit by bit, as it would alone, the memory is that of one,
 * and the walk is one to look at, to branch from and to go on with (docs/decisions/0012).
 *
 * @param faces F of them
 * @param between called before each face, to ask whether to go on
 */
record FaceRow(List<FaceWalk> faces, Runnable between) {

    FaceRow {
        faces = List.copyOf(faces);
    }

    /** x_T [F, 3, S, S]. */
    NDArray start() {
        return row(i -> faces.get(i).start());
    }

    /** The pictures of a row: [1, 3, S, S] each. */
    static List<NDArray> apart(NDArray x) {
        int count = (int) x.getShape().get(0);
        return count == 1
                ? List.of(x)
                : IntStream.range(0, count)
                        .mapToObj(i -> x.get(new NDIndex("{}:{}", i, i + 1)))
                        .toList();
    }

    Denoiser model() {
        return (x, step) -> {
            List<Prediction> said = new ArrayList<>();
            for (int i = 0; i < faces.size(); i++) {
                between.run();
                said.add(faces.get(i).model().predict(apart(x).get(i), step));
            }
            return together(said);
        };
    }

    Blend blend() {
        return (x, step) -> row(i -> faces.get(i).blend().blend(apart(x).get(i), step));
    }

    Noise noise() {
        return (x, step) -> row(i -> faces.get(i).noise().like(apart(x).get(i), step));
    }

    /** Where one face was guided and another was not, the other's gradient is 0. */
    private static Prediction together(List<Prediction> said) {
        if (said.size() == 1) {
            return said.get(0);
        }
        boolean guided = said.stream().anyMatch(p -> p.gradient().isPresent());
        return new Prediction(
                row(said, Prediction::x0),
                row(said, Prediction::eps),
                said.get(0).logVariance().map(v -> row(said, p -> p.logVariance().orElseThrow())),
                guided
                        ? Optional.of(row(said, p -> p.gradient().orElseGet(p.x0()::zerosLike)))
                        : Optional.empty());
    }

    private static NDArray row(List<Prediction> said, Function<Prediction, NDArray> part) {
        return joined(said.stream().map(part).toList());
    }

    private NDArray row(IntFunction<NDArray> one) {
        return joined(IntStream.range(0, faces.size()).mapToObj(one).toList());
    }

    private static NDArray joined(List<NDArray> parts) {
        NDArray row = parts.get(0);
        for (NDArray next : parts.subList(1, parts.size())) {
            row = row.concat(next); // one face more
        }
        return row;
    }
}
