package mien.engine.job;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One edit under way. Safe for use by several threads.
 *
 * <p>The listener is told of every status in order, on the worker's thread (of a cancel while
 * waiting, on the canceller's); it must return at once. One that paints should keep only the
 * newest.
 */
public final class Job {

    private static final Logger LOG = LoggerFactory.getLogger(Job.class);

    private final AtomicReference<JobStatus> status =
            new AtomicReference<>(new JobStatus.Waiting());
    private final CompletableFuture<JobStatus> end = new CompletableFuture<>();
    private final Consumer<JobStatus> listener;
    private final Film film = new Film();
    private volatile boolean cancelled;
    private volatile boolean givingWay;

    Job(Consumer<JobStatus> listener) {
        this.listener = listener;
    }

    /** The newest status. */
    public JobStatus status() {
        return status.get();
    }

    /** Its steps, as far as they are done: also those of a run that was cancelled or failed. */
    public Film film() {
        return film;
    }

    /**
     * Asks the job to end: at once while it waits, within one step while it runs. Does nothing once
     * it has ended.
     */
    public void cancel() {
        cancelled = true;
        JobStatus now = status.get();
        if (now instanceof JobStatus.Waiting && status.compareAndSet(now, unfinished())) {
            tell(status.get());
            end();
        }
    }

    /** Ends like one that is cancelled, but because another job goes on in its place. */
    void giveWay() {
        givingWay = true;
        cancel();
    }

    /** The last status of a job that was asked to end. */
    JobStatus unfinished() {
        return givingWay ? new JobStatus.GaveWay() : new JobStatus.Cancelled();
    }

    /** Whether {@link #cancel} was called. */
    public boolean cancelling() {
        return cancelled;
    }

    /**
     * Completes with the last status once nothing of the run is left to be tidied up, a moment
     * after the listener was told; never exceptionally.
     */
    public CompletableFuture<JobStatus> ended() {
        return end.copy();
    }

    /**
     * Waits for the {@link #ended end}.
     *
     * @return the last status
     * @throws InterruptedException if the waiting thread was interrupted; the job goes on
     */
    public JobStatus await() throws InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a job's end is always a status", e);
        }
    }

    /** The worker takes the job up; false if it was cancelled before. */
    boolean begin() {
        JobStatus now = status.get();
        boolean begun =
                now instanceof JobStatus.Waiting
                        && status.compareAndSet(now, new JobStatus.Loading());
        if (begun) {
            tell(status.get());
        }
        return begun;
    }

    /** A new status; only the worker calls this, and only after {@link #begin}. */
    void tell(JobStatus news) {
        status.set(news);
        try {
            listener.accept(news);
        } catch (RuntimeException e) {
            LOG.warn("a listener failed on {}", news, e);
        }
    }

    /** Nothing of the run is left; after its last status. */
    void end() {
        end.complete(status.get());
    }
}
