package mien.app.edit;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import mien.app.edit.Progress.Phase;
import mien.app.job.Jobs;
import mien.app.job.Ongoing;
import mien.app.job.Workshop;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.picture.Picture;

/**
 * One opened picture under one editing system. The spec is the whole state in; what the canvas
 * shows, the progress and the film are the state out. {@link #preview} follows a drag with the fast
 * proxy; once it rests, or at {@link #settle}, diffusion takes over. Belongs to the window's
 * thread.
 */
public final class EditViewModel<S extends EditSpec> {

    /** How long a drag must pause before diffusion starts. */
    static final Duration REST = Duration.ofMillis(150);

    private final EditSystem<S> system;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<S> spec;
    private final ReadOnlyObjectWrapper<RunSettings> settings =
            new ReadOnlyObjectWrapper<>(RunSettings.DEFAULT);
    private final Sight<S> sight;
    private final Runs<S> runs;
    private final Results<S> results;
    private final FilmReel film;
    private final Steering<S> steering;
    private final Versions<S> versions;
    private final Seeds<S> seeds;
    private final Outlook<S> outlook;
    private Ongoing rest = Ongoing.NOTHING;
    private Runnable committed = () -> {};

    /**
     * @param opened the spec as it was found in the picture
     */
    public EditViewModel(EditSystem<S> system, S opened, Workshop workshop, Jobs jobs) {
        this.system = system;
        this.jobs = jobs;
        this.spec = new ReadOnlyObjectWrapper<>(opened);
        this.film = new FilmReel(system::best);
        this.sight = new Sight<>(system, spec::get, jobs, film);
        this.results = new Results<>(system, opened, sight.finishing(), jobs);
        this.versions = new Versions<>(system, jobs);
        Forming<S> forming = new Forming<>(system, spec::get, film, sight, results, versions);
        this.runs = new Runs<>(system, workshop, jobs, forming);
        this.steering = new Steering<>(system, runs, film, jobs);
        this.seeds = new Seeds<>(this, workshop, jobs);
        this.outlook = new Outlook<>(this, workshop);
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
        return sight.shownProperty();
    }

    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return runs.progressProperty();
    }

    /** The result of the spec as it is now, if it was made. */
    public ReadOnlyObjectProperty<Optional<Picture>> resultProperty() {
        return results.resultProperty();
    }

    /** The steps of the run that is shown. */
    public FilmReel film() {
        return film;
    }

    /** Every result that was made. */
    public Versions<S> versions() {
        return versions;
    }

    /** The same with other noise. */
    public Seeds<S> seeds() {
        return seeds;
    }

    /** Whether the original is shown instead, while a key or button is held. */
    public BooleanProperty comparingProperty() {
        return sight.comparingProperty();
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

    /** How the steps of runs are seen on the canvas. */
    public void showSteps(Preview how) {
        sight.finishing().setPreview(how);
    }

    /** Who makes pictures ready for the screen, on the drawing thread, before they are shown. */
    public void setPreparing(Consumer<Picture> screen) {
        sight.setPreparing(screen);
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
        boolean running = runs.going() && system.sameRun(next, spec.get());
        if (running || results.refines(next, spec.get(), settings.get())) {
            refine(next);
            return;
        }
        if (steering.possible(next)) {
            refine(next);
            steering.soon(REST, this::steer);
            return;
        }
        change(next);
        sight.draft(next);
        runs.set(Progress.of(Phase.SHAPING));
        rest = jobs.after(REST, this::rested);
    }

    /** The run goes on with what was changed; a new one begins if it has ended. */
    private void steer() {
        if (!steering.act(spec.get(), settings.get())) {
            rested();
        }
    }

    /** What was sampled stays; only what is done to it afterwards changes. */
    private void refine(S next) {
        spec.set(next);
        results.outdated();
        sight.show();
    }

    /**
     * The drag is over: the spec becomes a version, and diffusion starts at once if it has not yet.
     */
    public void settle() {
        results.settle(spec.get(), settings.get());
        committed.run();
        if (steering.waiting()) {
            steer();
        } else if (runs.progress().phase() == Phase.SHAPING) {
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
        turnTo(results.undo(spec.get(), settings.get()));
        committed.run();
    }

    public void redo() {
        turnTo(results.redo(spec.get(), settings.get()));
        committed.run();
    }

    /** Another seed or number of steps: what was changed is made anew. */
    public void choose(RunSettings next) {
        if (next.equals(settings.get())) {
            return;
        }
        settings.set(next);
        film.unbranch(); // other steps cannot begin at these
        results.forget();
        results.settle(spec.get(), next);
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
            sight.show();
        } else if (finished.isPresent()) {
            showFinished(finished.get());
        } else {
            run();
        }
    }

    /** Goes to a version that was made, without a run. */
    public void goTo(Version<S> version) {
        results.settle(spec.get(), settings.get());
        results.settle(version.spec(), version.settings());
        if (version.finished()) {
            turnTo(version.settings());
            film.unbranch();
            change(version.spec());
            film.show(Optional.empty());
            showFinished(version.result().picture());
        } else {
            results.recall(version);
            turnTo(new Chosen<>(version.spec(), version.settings()));
        }
        committed.run();
    }

    private void showFinished(Picture finished) {
        results.takeFinished(finished);
        rest(Shown.kept(finished), Progress.of(Phase.DONE));
    }

    /** What a run will take. */
    Outlook<S> outlook() {
        return outlook;
    }

    /** Starts diffusion for the spec as it is, whatever was there before. */
    public void run() {
        abandon();
        seeds.giveWay();
        film.begin();
        film.of(runs.start(spec.get(), settings.get(), film.beginning()));
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
        rest.cancel();
        return runs.stop();
    }

    /** The picture was closed: nothing goes on. */
    public void close() {
        runs.leave();
        abandon();
        seeds.cancel();
    }

    /** Undo ends here: the steps before are those of another edit. */
    public void arrive() {
        results.arrive();
    }

    /** Another edit is worked on for a while. */
    public void putAway() {
        close();
        results.rest();
    }

    /** This one is worked on again; what was not made by then is made now. */
    public void resume() {
        if (results.resultProperty().get().isEmpty()) {
            rested();
        } else if (runs.progress().phase() == Phase.STOPPED) {
            runs.set(Progress.of(Phase.DONE));
        }
    }

    private void change(S next) {
        abandon();
        spec.set(next);
        film.change();
        results.outdated();
        sight.change();
    }

    private void abandon() {
        rest.cancel();
        steering.forget();
        runs.abandon();
    }

    private void turnTo(RunSettings how) {
        if (!how.equals(settings.get())) {
            abandon();
            results.forget();
            settings.set(how);
        }
        film.followLive();
    }

    private void turnTo(Chosen<S> chosen) {
        S version = chosen.spec();
        turnTo(chosen.settings());
        boolean going = runs.spec().filter(s -> system.sameRun(version, s)).isPresent();
        if (going || steering.possible(version)) {
            refine(version); // the run goes on, for this version too
            steer();
            return;
        }
        film.unbranch();
        change(version);
        rested();
        sight.draft(version);
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
                            film.show(Optional.of(made.result()));
                            rest(Shown.result(made.picture()), Progress.of(Phase.DONE));
                            results.take(now, made);
                        },
                        this::run);
    }

    private void rest(Shown picture, Progress state) {
        abandon();
        sight.form(picture);
        runs.set(state);
    }
}
