package mien.app.edit;

import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import mien.app.edit.Progress.Phase;
import mien.app.job.Jobs;
import mien.app.job.LatestStatus;
import mien.app.job.Ongoing;
import mien.app.job.Workshop;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.job.JobStatus;
import mien.engine.picture.Picture;

/**
 * One opened picture under one editing system. The spec is the whole state in; what the canvas
 * shows, the progress and the film are the state out. All methods belong to the window's thread.
 *
 * <p>Two speeds: {@link #preview} follows a drag with the fast proxy, and once it rests, or at
 * {@link #settle}, diffusion takes over from the proxy.
 */
public final class EditViewModel<S extends EditSpec> {

    /** How long a drag must pause before diffusion starts. */
    static final Duration REST = Duration.ofMillis(150);

    private final EditSystem<S> system;
    private final Workshop workshop;
    private final Jobs jobs;

    private final ReadOnlyObjectWrapper<S> spec;
    private final ReadOnlyObjectWrapper<RunSettings> settings =
            new ReadOnlyObjectWrapper<>(RunSettings.DEFAULT);
    private final ReadOnlyObjectWrapper<Shown> live;
    private final BooleanProperty comparing = new SimpleBooleanProperty();
    private final Finishing<S> finishing;
    private final ReadOnlyObjectWrapper<Progress> progress =
            new ReadOnlyObjectWrapper<>(Progress.READY);
    private final Results<S> results;
    private final FilmReel film = new FilmReel();

    private record Drawn(Object spec, Picture picture) {}

    private final LatestStatus<S> proxies;
    private final LatestStatus<Drawn> drawn;
    private Ongoing rest = Ongoing.NOTHING;
    private Optional<Attempt<S>> attempt = Optional.empty();
    private Runnable committed = () -> {};
    private boolean formed; // the canvas shows more than a proxy of the spec

    /**
     * @param opened the spec as it was found in the picture
     */
    public EditViewModel(EditSystem<S> system, S opened, Workshop workshop, Jobs jobs) {
        this.system = system;
        this.workshop = workshop;
        this.jobs = jobs;
        this.spec = new ReadOnlyObjectWrapper<>(opened);
        this.live = new ReadOnlyObjectWrapper<>(Shown.original(opened.source()));
        this.drawn = new LatestStatus<>(jobs.window(), this::showProxy);
        this.proxies =
                new LatestStatus<>(jobs.drawing(), s -> drawn.offer(new Drawn(s, system.proxy(s))));
        this.formed = true;
        this.finishing = new Finishing<>(system, jobs, live.get());
        this.results = new Results<>(system, opened, finishing, jobs);
        live.subscribe(this::show);
        film.inspectedProperty().subscribe(this::show);
        comparing.subscribe(this::show);
    }

    public EditSystem<S> system() {
        return system;
    }

    public Jobs jobs() {
        return jobs;
    }

    public ReadOnlyObjectProperty<S> specProperty() {
        return spec.getReadOnlyProperty();
    }

    public S spec() {
        return spec.get();
    }

    /** The spec as the picture was opened: what "reset all" goes back to. */
    public S opened() {
        return results.opened();
    }

    public ReadOnlyObjectProperty<RunSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /** What the canvas shows. */
    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return finishing.shownProperty();
    }

    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** The result of the spec as it is now, if it was made. */
    public ReadOnlyObjectProperty<Optional<Picture>> resultProperty() {
        return results.resultProperty();
    }

    /** The steps of the run that is shown. */
    public FilmReel film() {
        return film;
    }

    /** Whether the original is shown instead, while a key or button is held. */
    public BooleanProperty comparingProperty() {
        return comparing;
    }

    public ReadOnlyBooleanProperty canUndoProperty() {
        return results.canUndoProperty();
    }

    public ReadOnlyBooleanProperty canRedoProperty() {
        return results.canRedoProperty();
    }

    /** Who is told when something was settled: a spec, how it is run, a result. */
    public void setCommitted(Runnable listener) {
        committed = listener;
        results.resultProperty().subscribe(r -> r.ifPresent(made -> committed.run()));
    }

    /** Whether anything differs from the picture as it was opened. */
    public ObservableValue<Boolean> touched() {
        return spec.map(s -> !s.equals(opened()));
    }

    /**
     * Something is being dragged: the proxy follows, a run for an older spec ends, diffusion starts
     * after a rest.
     */
    public void preview(S next) {
        if (next.equals(spec.get())) {
            return;
        }
        boolean running = attempt.isPresent() && system.sameRun(next, spec.get());
        if (running || results.refines(next, spec.get(), settings.get())) {
            refine(next);
            return;
        }
        change(next);
        proxies.offer(next);
        progress.set(Progress.of(Phase.SHAPING));
        rest = jobs.after(REST, this::rested);
    }

    /** What was sampled stays; only what is done to it afterwards changes. */
    private void refine(S next) {
        spec.set(next);
        results.outdated();
        show();
    }

    /**
     * The drag is over: the spec becomes a version, and diffusion starts at once if it has not yet.
     */
    public void settle() {
        results.settle(spec.get(), settings.get());
        committed.run();
        if (progress.get().phase() == Phase.SHAPING) {
            rested();
        }
    }

    /** A change in one go: typed, pasted, reset. */
    public void apply(S next) {
        preview(next);
        settle();
    }

    public void resetAll() {
        apply(opened());
    }

    public void undo() {
        goTo(results.undo(spec.get()));
    }

    public void redo() {
        goTo(results.redo(spec.get()));
    }

    /** Another seed or number of steps: what was changed is made anew. */
    public void choose(RunSettings next) {
        if (next.equals(settings.get())) {
            return;
        }
        settings.set(next);
        film.unbranch(); // other steps cannot begin at these
        results.forget();
        committed.run();
        if (!system.sameRun(spec.get(), opened())) {
            run();
        }
    }

    /**
     * Goes on where a document was left.
     *
     * @param finished its result; empty: it is made now, from where its run was interrupted
     */
    public void restore(S saved, RunSettings how, Optional<Picture> finished) {
        settings.set(how);
        spec.set(saved);
        results.settle(saved, how);
        if (system.sameRun(saved, opened())) {
            show();
        } else if (finished.isPresent()) {
            results.takeFinished(finished.get());
            rest(Shown.kept(finished.get()), Progress.of(Phase.DONE));
        } else {
            run();
        }
    }

    /** Starts diffusion for the spec as it is, whatever was there before. */
    public void run() {
        abandon();
        film.begin();
        progress.set(Progress.of(Phase.WAITING));
        Attempt<S> next = new Attempt<>(spec.get(), settings.get(), jobs.window(), this::heard);
        attempt = Optional.of(next); // before it starts: it may tell at once
        film.of(next.start(system, workshop, film.beginning()));
    }

    /** What was changed acts from the first step again, not from a later one. */
    public void leaveBranch() {
        film.unbranch();
        if (!system.sameRun(spec.get(), opened())) {
            run();
        }
    }

    /**
     * Answers at once; the worker ends within a step.
     *
     * @return whether there was something to cancel
     */
    public boolean cancel() {
        boolean active = progress.get().active();
        rest.cancel();
        if (active) {
            progress.set(Progress.of(Phase.STOPPING));
            attempt.ifPresent(Attempt::cancel);
        }
        return active;
    }

    /** The picture was closed: nothing goes on. */
    public void close() {
        abandon();
    }

    private void show() {
        Shown visible =
                comparing.get()
                        ? Shown.original(spec.get().source())
                        : film.inspectedProperty().get().map(Shown::step).orElseGet(live::get);
        finishing.show(spec.get(), visible);
    }

    private void change(S next) {
        abandon();
        spec.set(next);
        film.change();
        results.outdated();
        formed = false;
    }

    private void abandon() {
        rest.cancel();
        attempt.ifPresent(Attempt::cancel);
        attempt = Optional.empty();
    }

    private void goTo(S version) {
        turnTo(version);
        committed.run();
    }

    private void turnTo(S version) {
        film.followLive();
        if (attempt.isPresent() && system.sameRun(version, spec.get())) {
            refine(version); // the run goes on, for this version too
            return;
        }
        film.unbranch();
        change(version);
        rested();
        if (!formed) {
            proxies.offer(version); // until the first step is there
        }
    }

    /** The spec will stay for a while: what is known of it is shown, else it is made. */
    private void rested() {
        S now = spec.get();
        if (system.sameRun(now, opened())) {
            film.unbranch();
            film.show(Optional.empty());
            rest(Shown.original(now.source()), Progress.READY);
            return;
        }
        results.known(now, settings.get())
                .ifPresentOrElse(
                made -> {
                    film.show(Optional.of(made.picture()));
                    rest(Shown.result(made.picture()), Progress.of(Phase.DONE));
                    results.take(now, made);
                },
                this::run);
    }

    private void rest(Shown picture, Progress state) {
        abandon();
        formed = true;
        live.set(picture);
        progress.set(state);
    }

    private void showProxy(Drawn proxy) {
        if (!formed) {
            live.set(Shown.proxy(proxy.picture));
        }
    }

    private void heard(Attempt<S> from, Attempt.News news) {
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
        film.add(news.frames());
        JobStatus status = news.status();
        if (status instanceof JobStatus.Loading) {
            progress.set(Progress.of(Phase.LOADING));
        } else if (status instanceof JobStatus.Running) {
            form(from, film.frames().get(film.frames().size() - 1));
        } else if (status.last()) {
            attempt = Optional.empty();
            end(from, status);
        }
    }

    private void form(Attempt<S> from, Frame newest) {
        formed = true;
        live.set(Shown.step(newest));
        progress.set(Progress.running(newest, from.left(newest.steps() - newest.step())));
    }

    private void end(Attempt<S> from, JobStatus status) {
        if (status instanceof JobStatus.Done done) {
            formed = true;
            film.keep(done.result());
            live.set(Shown.result(done.result()));
            results.take(
                    spec.get(), new Sampled<>(from.spec(), from.settings(), done.result()));
            progress.set(Progress.done(from.taken()));
        } else if (status instanceof JobStatus.Failed failed) {
            progress.set(Progress.failed(failed.sentence()));
        } else {
            progress.set(Progress.of(Phase.STOPPED));
        }
    }
}
