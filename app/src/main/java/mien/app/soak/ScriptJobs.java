package mien.app.soak;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import mien.app.job.Jobs;
import mien.app.job.Ongoing;

/** A window's thread without a window: the one that calls {@link #until}. */
final class ScriptJobs implements Jobs {

    private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();

    @Override
    public Executor window() {
        return window::add;
    }

    @Override
    public Executor background() {
        return ForkJoinPool.commonPool();
    }

    @Override
    public Executor drawing() {
        return background();
    }

    @Override
    public Ongoing after(Duration pause, Runnable action) {
        Executor later =
                CompletableFuture.delayedExecutor(
                        pause.toMillis(), TimeUnit.MILLISECONDS, window());
        CompletableFuture<Void> alarm = CompletableFuture.runAsync(action, later);
        return () -> alarm.cancel(false);
    }

    /**
     * Does the window's work until something holds or the time is over.
     *
     * @return whether it holds
     */
    boolean until(BooleanSupplier holds, Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (!holds.getAsBoolean()) {
            Runnable work = window.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (work == null) {
                return holds.getAsBoolean();
            }
            work.run();
        }
        return true;
    }
}
