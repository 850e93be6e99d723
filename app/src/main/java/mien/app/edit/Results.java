package mien.app.edit;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mien.app.history.PaintUpkeep;
import mien.app.history.SpecHistory;
import mien.app.job.Jobs;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.picture.Picture;

/**
 * The versions a person settled on, what was sampled for them, and the finished result of the one
 * that is worked on. Belongs to the window's thread.
 */
final class Results<S extends EditSpec> {

    private final EditSystem<S> system;
    private final Finishing<S> finishing;
    private final SpecHistory<Chosen<S>> history;
    private final ReadOnlyObjectWrapper<Optional<Picture>> result =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private Optional<Sampled<S>> newest = Optional.empty();
    private long asked; // counts what was asked to be finished

    Results(EditSystem<S> system, S opened, Finishing<S> finishing, Jobs jobs) {
        this.system = system;
        this.finishing = finishing;
        this.history =
                new SpecHistory<>(
                        new Chosen<>(opened, RunSettings.DEFAULT),
                        Chosen.upkeep(PaintUpkeep.of(system)),
                        jobs.background());
    }

    S opened() {
        return history.opened().spec();
    }

    ReadOnlyObjectProperty<Optional<Picture>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /** The spec changes: there is no result of it yet. */
    void outdated() {
        asked++;
        result.set(Optional.empty());
    }

    /** How runs are made changes: what was sampled is of no use. */
    void forget() {
        outdated();
        newest = Optional.empty();
    }

    /** The spec becomes a version; what was sampled stays with it where it is right for it. */
    void settle(S spec, RunSettings settings) {
        remember(spec, settings);
        sampledFor(spec, settings).ifPresent(made -> keep(spec, made));
        versions();
    }

    /** How nothing is run is no version of its own. */
    private void remember(S spec, RunSettings settings) {
        boolean same = spec.equals(history.current().spec());
        if (!same || !system.sameRun(spec, opened())) {
            history.settle(new Chosen<>(spec, settings));
        }
    }

    Chosen<S> undo(S spec, RunSettings settings) {
        remember(spec, settings);
        return turnedTo(history.undo(), settings);
    }

    Chosen<S> redo(S spec, RunSettings settings) {
        remember(spec, settings);
        return turnedTo(history.redo(), settings);
    }

    private Chosen<S> turnedTo(Chosen<S> version, RunSettings now) {
        versions();
        return system.sameRun(version.spec(), opened())
                ? new Chosen<>(version.spec(), now)
                : version;
    }

    /** Undo ends here: what was before is somebody else's. */
    void arrive() {
        history.arrive();
        versions();
    }

    /** Nobody looks at them for a while. */
    void rest() {
        history.restAll();
    }

    private void versions() {
        canUndo.set(history.canUndo());
        canRedo.set(history.canRedo());
    }

    /** What is known to come out for a spec. */
    Optional<Sampled<S>> known(S spec, RunSettings settings) {
        Optional<Sampled<S>> kept =
                new Chosen<>(spec, settings).equals(history.current())
                        ? history.result(settings).map(r -> new Sampled<>(spec, settings, r))
                        : Optional.empty();
        return kept.or(() -> sampledFor(spec, settings));
    }

    /** Whether the spec differs from another one in what needs no run, and its run is known. */
    boolean refines(S next, S now, RunSettings settings) {
        return system.sameRun(next, now)
                && (system.sameRun(next, opened()) || sampledFor(now, settings).isPresent());
    }

    /** A version is gone to, whose result is known. */
    void recall(Version<S> v) {
        history.keep(
                new Chosen<>(v.spec(), v.settings()),
                new SpecHistory.Outcome(v.settings(), v.result()));
    }

    /** A result that was finished on another day; what was sampled for it is gone. */
    void takeFinished(Picture finished) {
        asked++;
        result.set(Optional.of(finished));
    }

    private Optional<Sampled<S>> sampledFor(S spec, RunSettings settings) {
        return newest.filter(s -> s.settings().equals(settings) && system.sameRun(s.spec(), spec));
    }

    /** A run for this spec, or for one with the same run, came to its end. */
    void take(S spec, Sampled<S> made) {
        newest = Optional.of(made);
        keep(spec, made);
    }

    private void keep(S spec, Sampled<S> made) {
        history.keep(
                new Chosen<>(spec, made.settings()),
                new SpecHistory.Outcome(made.settings(), made.result()));
        long number = ++asked;
        finishing.result(
                spec,
                made.picture(),
                finished -> {
                    if (number == asked) {
                        result.set(Optional.of(finished));
                    }
                });
    }
}
