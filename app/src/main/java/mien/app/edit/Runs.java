package mien.app.edit;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mien.app.edit.Progress.Phase;
import mien.app.job.Jobs;
import mien.app.job.Workshop;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.job.Beginning;
import mien.engine.job.Film;
import mien.engine.job.JobStatus;

/** The run of the edit that is worked on, one at a time. Belongs to the window's thread. */
final class Runs<S extends EditSpec> {

    private final EditSystem<S> system;
    private final Workshop workshop;
    private final Jobs jobs;
    private final Audience<S> audience;
    private final ReadOnlyObjectWrapper<Progress> progress =
            new ReadOnlyObjectWrapper<>(Progress.READY);
    private Optional<Attempt<S>> attempt = Optional.empty();
    private final Set<Attempt<S>> yielding = new HashSet<>(); // another goes on where they stand

    /** Who hears of the run that was started last. */
    interface Audience<S extends EditSpec> {

        /** Steps were done. */
        void stepped(List<Frame> fresh);

        /** The picture forms: this is the newest step. */
        void formed(Frame newest);

        /** There is a result. */
        void made(Sampled<S> made);

        /** A run came to its end before it could be changed: the changed one begins anew. */
        void overtaken(Sampled<S> made);
    }

    Runs(EditSystem<S> system, Workshop workshop, Jobs jobs, Audience<S> audience) {
        this.system = system;
        this.workshop = workshop;
        this.jobs = jobs;
        this.audience = audience;
    }

    ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    Progress progress() {
        return progress.get();
    }

    void set(Progress state) {
        progress.set(state);
    }

    /** Whether a run goes on. */
    boolean going() {
        return attempt.isPresent();
    }

    /** Starts one. */
    Film start(S spec, RunSettings settings, Beginning beginning) {
        progress.set(Progress.of(Phase.WAITING));
        Attempt<S> next = new Attempt<>(spec, settings, jobs.window(), this::heard);
        attempt = Optional.of(next); // before it starts: it may tell at once
        return next.start(system, workshop, beginning);
    }

    /** What the run that goes on was started with, or changed to. */
    Optional<S> spec() {
        return attempt.map(Attempt::spec);
    }

    /** The run that goes on is changed: it goes on from where it stands. */
    Film steer(S spec, RunSettings settings) {
        Attempt<S> before = attempt.orElseThrow();
        Attempt<S> next = new Attempt<>(spec, settings, jobs.window(), this::heard);
        yielding.add(before);
        attempt = Optional.of(next);
        return next.start(system, workshop, before);
    }

    /**
     * The person stops it; answers at once.
     *
     * @return whether there was something to stop
     */
    boolean stop() {
        boolean active = progress().active();
        if (active) {
            progress.set(Progress.of(Phase.STOPPING));
            attempt.ifPresent(Attempt::cancel);
        }
        return active;
    }

    /** Nobody looks at it any more. */
    void leave() {
        if (progress().active()) {
            progress.set(Progress.of(Phase.STOPPED));
        }
    }

    /** Ends it, and hears no more of it. */
    void abandon() {
        attempt.ifPresent(Attempt::cancel);
        attempt = Optional.empty();
        yielding.clear();
    }

    /** The last words of a run that another one goes on from: its steps are that one's. */
    private void yielded(Attempt<S> from, Attempt.News news) {
        audience.stepped(news.frames());
        if (news.status().last()) {
            yielding.remove(from);
        }
        if (news.status() instanceof JobStatus.Done done) {
            audience.overtaken(new Sampled<>(from.spec(), from.settings(), done.result()));
        }
    }

    private void heard(Attempt<S> from, Attempt.News news) {
        if (yielding.contains(from)) {
            yielded(from, news);
            return;
        }
        if (attempt.filter(a -> a == from).isEmpty()) {
            return; // an older run says its last words
        }
        if (from.cancelled()) {
            if (news.status().last()) {
                attempt = Optional.empty();
                progress.set(Progress.of(Phase.STOPPED));
            }
            return;
        }
        JobStatus status = news.status();
        if (status instanceof JobStatus.Running running) {
            Frame newest = Frame.of(running);
            audience.formed(newest); // first: it is finished while the film grows
            progress.set(Progress.running(newest, from.left(running.steps() - running.step())));
        }
        audience.stepped(news.frames());
        if (status instanceof JobStatus.Loading) {
            if (yielding.isEmpty() && progress().phase() != Phase.RUNNING) { // else it is the same
                progress.set(Progress.of(Phase.LOADING));
            }
        } else if (status.last()) {
            attempt = Optional.empty();
            end(from, status);
        }
    }

    private void end(Attempt<S> from, JobStatus status) {
        if (status instanceof JobStatus.Done done) {
            audience.made(new Sampled<>(from.spec(), from.settings(), done.result()));
            progress.set(Progress.done(from.taken()));
        } else if (status instanceof JobStatus.Failed failed) {
            progress.set(Progress.failed(failed));
        } else {
            progress.set(Progress.of(Phase.STOPPED));
        }
    }
}
