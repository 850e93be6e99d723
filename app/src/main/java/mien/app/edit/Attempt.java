package mien.app.edit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import mien.app.job.LatestStatus;
import mien.app.job.Making;
import mien.app.job.Workshop;
import mien.engine.EditOrder;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.job.Beginning;
import mien.engine.job.Film;
import mien.engine.job.JobStatus;

/**
 * One run of diffusion. The worker tells it every status; the window hears the newest, together
 * with all frames that came since: the canvas may leave frames out, the film may not.
 */
final class Attempt<S extends EditSpec> {

    private final S spec;
    private final RunSettings settings;
    private final BiConsumer<Attempt<S>, News> listener;
    private final LatestStatus<JobStatus> statuses;
    private final Queue<Frame> frames = new ConcurrentLinkedQueue<>();
    private final Pace pace = new Pace(System.nanoTime());
    private Optional<Making> job = Optional.empty();
    private boolean cancelled;

    /** What happened since the last time. */
    record News(JobStatus status, List<Frame> frames) {}

    /**
     * @param window the thread of the listener
     * @param listener told of news
     */
    Attempt(S spec, RunSettings settings, Executor window, BiConsumer<Attempt<S>, News> listener) {
        this.spec = spec;
        this.settings = settings;
        this.listener = listener;
        this.statuses = new LatestStatus<>(window, this::pass);
    }

    S spec() {
        return spec;
    }

    RunSettings settings() {
        return settings;
    }

    /** Starts it; its film grows from now on. */
    Film start(EditSystem<S> system, Workshop workshop, Beginning beginning) {
        Making started =
                workshop.start(new EditOrder<>(system, spec, settings).from(beginning), this::told);
        job = Optional.of(started);
        started.move(0); // before whatever else waits
        return started.film();
    }

    /** Starts it in place of one that goes on, from where that one stands. */
    Film start(EditSystem<S> system, Workshop workshop, Attempt<S> before) {
        EditOrder<S> order = new EditOrder<>(system, spec, settings);
        Making started =
                before.job.map(running -> workshop.steer(running, order, this::told)).orElseThrow();
        job = Optional.of(started);
        return started.film();
    }

    void cancel() {
        cancelled = true;
        job.ifPresent(Making::cancel);
    }

    boolean cancelled() {
        return cancelled;
    }

    /** What more steps will probably take. */
    Optional<Duration> left(int more) {
        return pace.left(more);
    }

    /** How long it has been going on. */
    Duration taken() {
        return pace.since(System.nanoTime());
    }

    /** On the worker's thread: returns at once. */
    private void told(JobStatus status) {
        if (status instanceof JobStatus.Running running) {
            pace.step(System.nanoTime());
            frames.add(Frame.of(running));
        }
        statuses.offer(status);
    }

    private void pass(JobStatus status) {
        List<Frame> fresh = new ArrayList<>();
        for (Frame f = frames.poll(); f != null; f = frames.poll()) {
            fresh.add(f);
        }
        listener.accept(this, new News(status, fresh));
    }
}
