package mien.app.job;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * The threads of a running studio. The window's thread is the toolkit's; nothing else in the studio
 * names it.
 */
public final class ToolkitJobs implements Jobs, AutoCloseable {

    private final ExecutorService background =
            Executors.newCachedThreadPool(daemons("mien-background"));
    private final ExecutorService drawing =
            Executors.newSingleThreadExecutor(daemons("mien-drawing"));
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(daemons("mien-clock"));

    private static ThreadFactory daemons(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public Executor window() {
        return Platform::runLater;
    }

    @Override
    public Executor background() {
        return whileOpen(background);
    }

    @Override
    public Executor drawing() {
        return whileOpen(drawing);
    }

    /** A window that closes lets go of what it asked for last. */
    private static Executor whileOpen(ExecutorService threads) {
        return work -> {
            try {
                threads.execute(work);
            } catch (RejectedExecutionException e) {
                if (!threads.isShutdown()) {
                    throw e;
                }
            }
        };
    }

    @Override
    public Ongoing after(Duration pause, Runnable action) {
        if (clock.isShutdown()) {
            return Ongoing.NOTHING;
        }
        Future<?> alarm =
                clock.schedule(
                        () -> Platform.runLater(action), pause.toMillis(), TimeUnit.MILLISECONDS);
        return () -> alarm.cancel(false);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        drawing.shutdown();
        background.shutdown();
    }
}
