package mien.engine.job;

import ai.djl.Device;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
    private static final String AUTO = "auto";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String device;
    private final Networks networks;
    private final WaitingLine line = new WaitingLine();
    private final Thread worker;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean closing;

    /**
     * What a run needs besides its algorithm.
     *
     * @param pack looked for when the run begins
     * @param beginning where it begins
     * @param recipe everything the pictures of a run depend on besides its settings, in any words
     *     that differ when it does
     * @param record keeps the run's places; empty: they are not kept
     */
    public record Request(
            RunSettings settings,
            Supplier<? extends Pack> pack,
            Beginning beginning,
            Function<Pack, String> recipe,
            Optional<RunRecord> record) {

        /** A run from noise that is not kept. */
        public Request(RunSettings settings, Supplier<? extends Pack> pack) {
            this(settings, pack, Beginning.NOISE, Pack::id, Optional.empty());
        }
    }

    /**
     * @param device {@code auto}, {@code cpu} or {@code cuda}: what {@code auto} means for its jobs
     * @param networks where loaded networks are kept; shared between queues, closed by its owner
     *     once all of them have {@link #ended}
     */
    public JobQueue(String device, Networks networks) {
        this.device = device;
        this.networks = networks;
        this.worker = new Thread(this::serve, "mien-" + device);
        worker.setDaemon(true);
        worker.start();
    }

    private void serve() {
        try {
            for (Optional<WaitingLine.Turn> turn = line.next();
                    turn.isPresent();
                    turn = line.next()) {
                turn.get().work().run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the end, as nobody else interrupts this thread
        } finally {
            ended.complete(null);
        }
    }

    /** No further edit begins; one that runs goes on. */
    public void hold() {
        line.hold();
    }

    /** Edits begin again. */
    public void release() {
        line.release();
    }

    public boolean held() {
        return line.held();
    }

    /** The edits that wait, the next first. */
    public List<Job> waiting() {
        return line.jobs();
    }

    /**
     * Puts a waiting edit at a place among those that wait, 0 being the next.
     *
     * @return whether it still waited
     */
    public boolean move(Job job, int place) {
        return line.move(job, place);
    }

    /**
     * Puts an edit at the end of the queue.
     *
     * @param listener told of every status, see {@link Job}
     */
    public Job start(Request request, Function<Run, Picture> edit, Consumer<JobStatus> listener) {
        Job job = new Job(listener);
        line.add(new WaitingLine.Turn(Optional.of(job), work(job, request, edit)));
        return job;
    }

    private Runnable work(Job job, Request request, Function<Run, Picture> edit) {
        return () -> perform(job, request, run -> new JobStatus.Done(edit.apply(run)));
    }

    /**
     * Changes an edit while it goes on: it ends after its step, and the changed one goes on from
     * there before whatever else waits, also while edits are held: it is the same run to whoever
     * drags a slider. With noise, if the first one had not begun or is done.
     *
     * @param running an edit of this queue; its last status is {@link JobStatus.GaveWay} unless it
     *     ends by itself first
     * @param request of the same run but for what was changed; begins {@link Beginning.Onwards} of
     *     the running one's film
     */
    public Job steer(
            Job running,
            Request request,
            Function<Run, Picture> edit,
            Consumer<JobStatus> listener) {
        Job next = new Job(listener);
        line.addInPlaceOf(running, next, work(next, request, edit)); // first: nothing else begins
        running.giveWay();
        return next;
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
        Job job = new Job(status -> settle(answer, given, status));
        Function<Run, JobStatus> asked =
                run -> {
                    given.set(question.apply(run));
                    return new JobStatus.Loading(); // an answer is no picture: the future has it
                };
        Runnable work = () -> perform(job, request, asked);
        line.add(new WaitingLine.Turn(Optional.empty(), work));
        answer.whenComplete(
                (value, failure) -> {
                    if (answer.isCancelled()) {
                        job.cancel();
                    }
                });
        return answer;
    }

    /**
     * Frees the weights on this device as soon as the running job has ended; later jobs load them
     * again.
     */
    public CompletableFuture<Void> releaseNetworks() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Runnable work =
                () -> {
                    try {
                        networks.release(device(AUTO));
                        done.complete(null);
                    } catch (EditException e) {
                        done.complete(null); // there is no such device, and nothing is on it
                    } catch (RuntimeException | Error e) { // the worker goes on
                        done.completeExceptionally(e);
                    }
                };
        line.add(new WaitingLine.Turn(Optional.empty(), work));
        return done;
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

    private void perform(Job job, Request request, Function<Run, JobStatus> work) {
        if (!job.begin()) {
            return;
        }
        Recording recording = new Recording(request.record());
        JobStatus end = outcome(job, request, recording, work);
        job.tell(end); // first of all: nobody waits for what is tidied up
        if (closing && end instanceof JobStatus.Cancelled) {
            recording.pause();
        } else {
            recording.end();
        }
        job.end();
    }

    private JobStatus outcome(
            Job job, Request request, Recording recording, Function<Run, JobStatus> work) {
        try {
            JobRun run =
                    new JobRun(
                            request,
                            request.pack().get(),
                            device(request.settings().device()),
                            networks,
                            job.film(),
                            recording,
                            () -> job.cancelling() || closing,
                            job::tell);
            run.checkCancelled();
            return work.apply(run);
        } catch (Cancelled e) {
            return job.unfinished();
        } catch (Throwable e) { // whatever happens, the worker goes on and the person is told
            return Failure.of(e);
        }
    }

    private Device device(String asked) {
        try {
            return Devices.named(asked.equals(AUTO) ? device : asked);
        } catch (IllegalArgumentException e) {
            throw new EditException(e.getMessage(), Reason.MACHINE);
        }
    }

    /**
     * Completes once the queue was closed and its worker uses no network any more, which may be
     * after {@link #close} came back; what depends on it may be called on the worker's thread.
     */
    public CompletableFuture<Void> ended() {
        return ended.copy();
    }

    /** Cancels what runs and what waits, and waits for the worker to end, but not for ever. */
    @Override
    public void close() {
        closing = true;
        line.close();
        try {
            worker.join(PATIENCE.toMillis());
            if (worker.isAlive()) {
                LOG.warn(
                        "the worker of {} is still busy; its memory stays in use until it ends",
                        device);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
