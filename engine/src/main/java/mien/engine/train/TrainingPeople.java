package mien.engine.train;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Fills a cache with drawn people in the background, one person after the other, each with all its
 * looks.
 */
final class TrainingPeople implements AutoCloseable {

    /** Draws one look of one person into the cache. */
    @FunctionalInterface
    interface Drawing {
        void append(long seed, int look, PeopleCache cache);
    }

    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    task -> {
                        Thread thread = new Thread(task, "drawn-people");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final Future<?> filling;

    TrainingPeople(Recipe.Data data, PeopleCache cache, Drawing drawing, BooleanSupplier stop) {
        filling =
                worker.submit(
                        () -> {
                            while (cache.complete() < cache.capacity() && !stop.getAsBoolean()) {
                                long person = cache.complete() / data.looks();
                                int look = cache.complete() % data.looks();
                                drawing.append(data.firstSeed() + person, look, cache);
                            }
                        });
    }

    /** Waits until so many records are there; a failure of the drawing is thrown here. */
    void await(PeopleCache cache, int records) {
        int wanted = Math.min(records, cache.capacity());
        while (cache.complete() < wanted) {
            if (filling.isDone()) {
                check();
                return;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void check() {
        try {
            filling.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("drawing people failed: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
