package mien.engine.train;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Fills a collection with drawn people in the background. */
final class TrainingPeople implements AutoCloseable {

    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    task -> {
                        Thread thread = new Thread(task, "drawn-people");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final People people;
    private final Future<?> filling;

    /**
     * @param drawing draws the next picture
     */
    TrainingPeople(People people, Runnable drawing, BooleanSupplier stop) {
        this.people = people;
        filling =
                worker.submit(
                        () -> {
                            while (people.complete() < people.capacity() && !stop.getAsBoolean()) {
                                drawing.run();
                            }
                        });
    }

    /** Waits until so many pictures are there; a failure of the drawing is thrown here. */
    void await(int pictures) {
        int wanted = Math.min(pictures, people.capacity());
        while (people.complete() < wanted) {
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
