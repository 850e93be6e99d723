package mien.engine.job;

import ai.djl.Device;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import mien.engine.edit.Cancelled;
import mien.engine.edit.EditException;
import mien.engine.edit.EditException.Reason;
import mien.engine.edit.Pack;
import mien.engine.edit.Run;
import mien.engine.edit.RunSettings;
import mien.engine.picture.Picture;
import mien.engine.tensor.Devices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jobs of one device, done in turn by one worker thread. Safe for use by several threads. */
public final class JobQueue implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);
    private static final long PATIENCE_SECONDS = 30;

    private final String device;
    private final Networks networks;
    private final ExecutorService worker;
    private volatile boolean closing;

    /** What a run needs besides its algorithm; the pack is looked for when the run begins. */
    public record Request(RunSettings settings, Supplier<? extends Pack> pack) {}

    /**
     * @param device {@code auto}, {@code cpu} or {@code cuda}
     * @param networks where loaded networks are kept; shared between queues, closed by its owner
     */
    public JobQueue(String device, Networks networks) {
        this.device = device;
        this.networks = networks;
        this.worker =
                Executors.newSingleThreadExecutor(
                        work -> {
                            Thread thread = new Thread(work, "mien-" + device);
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /**
     * Puts an edit at the end of the queue.
     *
     * @param listener told of every status, see {@link Job}
     */
    public Job start(Request request, Function<Run, Picture> edit, Consumer<JobStatus> listener) {
        return submit(request, run -> new JobStatus.Done(edit.apply(run)), listener);
    }

    /**
     * Puts a question at the end of the queue, such as opening a picture.
     *
     * @return the answer; cancelling it ends the run, and what went wrong is an {@link
     *     EditException}
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback is all that is wanted
    public <T> CompletableFuture<T> ask(Request request, Function<Run, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        AtomicReference<T> given = new AtomicReference<>();
        Job job =
                submit(
                        request,
                        run -> {
                            given.set(question.apply(run));
                            return new JobStatus
                                    .Loading(); // an answer is no picture: the future carries it
                        },
                        status -> settle(answer, given, status));
        answer.whenComplete(
                (value, failure) -> {
                    if (answer.isCancelled()) {
                        job.cancel();
                    }
                });
        return answer;
    }

    private static <T> void settle(
            CompletableFuture<T> answer, AtomicReference<T> given, JobStatus status) {
        if (status instanceof JobStatus.Failed failed) {
            answer.completeExceptionally(new EditException(failed.sentence(), failed.reason()));
        } else if (status instanceof JobStatus.Cancelled) {
            answer.cancel(false);
        } else if (given.get() != null) {
            answer.complete(given.get());
        }
    }

    private Job submit(
            Request request, Function<Run, JobStatus> work, Consumer<JobStatus> listener) {
        Job job = new Job(listener);
        try {
            worker.execute(() -> perform(job, request, work));
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("the engine is closed", e);
        }
        return job;
    }

    private void perform(Job job, Request request, Function<Run, JobStatus> work) {
        if (!job.begin()) {
            return;
        }
        job.tell(outcome(job, request, work));
    }

    private JobStatus outcome(Job job, Request request, Function<Run, JobStatus> work) {
        try {
            JobRun run =
                    new JobRun(
                            request.settings(),
                            request.pack().get(),
                            device(),
                            networks,
                            () -> job.cancelling() || closing,
                            job::tell);
            run.checkCancelled();
            return work.apply(run);
        } catch (Cancelled e) {
            return new JobStatus.Cancelled();
        } catch (Throwable e) { // whatever happens, the worker goes on and the person is told
            return Failure.of(e);
        }
    }

    private Device device() {
        try {
            return Devices.named(device);
        } catch (IllegalArgumentException e) {
            throw new EditException(e.getMessage(), Reason.MACHINE);
        }
    }

    /** Cancels what runs and what waits, and waits for the worker to end. */
    @Override
    public void close() {
        closing = true;
        worker.shutdown();
        try {
            if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn(
                        "the worker of {} is still busy; its memory stays in use until it ends",
                        device);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
