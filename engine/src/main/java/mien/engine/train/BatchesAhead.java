package mien.engine.train;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The batches of a recipe in order, each made on a thread of its own while the one before it is
 * learnt from.
 *
 * @param <B> the objective's batch
 */
final class BatchesAhead<B> implements AutoCloseable {

    private final Recipe recipe;
    private final Objective<B> objective;
    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private long step;
    private long part;
    private CompletableFuture<B> coming;

    /**
     * @param firstStep counted over all stages
     */
    BatchesAhead(Recipe recipe, Objective<B> objective, long firstStep) {
        this.recipe = recipe;
        this.objective = objective;
        step = firstStep;
        coming = made();
    }

    /** The next batch; waits for it where it must. */
    B next() {
        B batch = coming.join();
        part++;
        if (part == stage().accumulate()) {
            part = 0;
            step++;
        }
        coming = made();
        return batch;
    }

    private Recipe.Stage stage() {
        return recipe.at((int) step).stage();
    }

    private CompletableFuture<B> made() {
        Recipe.Stage stage = stage();
        long draw = recipe.drawnBefore(step) + part;
        return CompletableFuture.supplyAsync(() -> objective.batch(stage, draw), worker);
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
