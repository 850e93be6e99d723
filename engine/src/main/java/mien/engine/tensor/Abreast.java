package mien.engine.tensor;

import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Pieces of work that do not wait for one another, on threads of their own. Networks too small to
 * keep all cores busy are done sooner side by side, each on its share of the cores, than one after
 * the other on all of them.
 */
public final class Abreast {

    private Abreast() {}

    /** What came of a piece: a result or a failure. */
    private record Outcome<T>(Optional<T> result, Optional<Throwable> failure) {

        static <T> Outcome<T> of(Supplier<T> piece) {
            try {
                return new Outcome<>(Optional.of(piece.get()), Optional.empty());
            } catch (Throwable e) {
                return new Outcome<>(Optional.empty(), Optional.of(e));
            }
        }
    }

    /**
     * Runs all pieces and waits for each of them, also when one fails: none is still at work on
     * arrays that the caller frees then.
     *
     * @return their results in their order
     * @throws RuntimeException the first failure in that order, or an {@link Error}
     */
    public static <T> List<T> all(List<Supplier<T>> pieces) {
        int cores = JniUtils.getNumThreads(); // of this thread, as PyTorch counts them
        int share = Math.max(1, cores / Math.max(1, pieces.size()));
        try {
            List<Outcome<T>> outcomes =
                    pieces.parallelStream().map(piece -> onShare(piece, share)).toList();
            for (Outcome<T> outcome : outcomes) {
                outcome.failure.ifPresent(Abreast::rethrow);
            }
            return outcomes.stream().map(outcome -> outcome.result.orElseThrow()).toList();
        } finally {
            JniUtils.setNumThreads(cores);
        }
    }

    private static <T> Outcome<T> onShare(Supplier<T> piece, int share) {
        JniUtils.setNumThreads(share); // of whichever thread this is
        return Outcome.of(piece);
    }

    private static void rethrow(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure; // a supplier throws no others
    }
}
