package mien.app.job;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Carries values to another thread. Only the newest arrives: what the receiver had no time for is
 * left out, and at most one delivery is pending, so that a slow window never falls behind.
 */
public final class LatestStatus<T> {

    private final AtomicReference<T> newest = new AtomicReference<>();
    private final Executor executor;
    private final Consumer<T> receiver;

    /**
     * @param executor the receiver's thread
     * @param receiver called there, one value at a time
     */
    public LatestStatus(Executor executor, Consumer<T> receiver) {
        this.executor = executor;
        this.receiver = receiver;
    }

    /** Hands a value over and returns at once; from any thread. */
    public void offer(T value) {
        if (newest.getAndSet(value) == null) {
            executor.execute(() -> receiver.accept(newest.getAndSet(null)));
        }
    }
}
