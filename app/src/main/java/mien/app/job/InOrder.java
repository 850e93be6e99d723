package mien.app.job;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.LoggerFactory;

/** Runs pieces of work one after the other, in the order they came, on threads of another. */
public final class InOrder implements Executor {

    private final Executor threads;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    public InOrder(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable work) {
        synchronized (waiting) {
            waiting.add(work);
            if (busy) {
                return;
            }
            busy = true;
        }
        threads.execute(this::run);
    }

    private void run() {
        for (Runnable work = next(); work != null; work = next()) {
            try {
                work.run();
            } catch (RuntimeException e) {
                LoggerFactory.getLogger(InOrder.class).error("a piece of work failed", e);
            }
        }
    }

    private Runnable next() {
        synchronized (waiting) {
            Runnable work = waiting.poll();
            busy = work != null;
            return work;
        }
    }

    /**
     * Waits until all work that came so far is done.
     *
     * @return whether it is
     */
    public boolean settled(Duration most) {
        CompletableFuture<Void> all = CompletableFuture.runAsync(() -> {}, this);
        try {
            all.get(most.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
