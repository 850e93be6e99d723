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
    private final SpecHistory<S> history;
    private final ReadOnlyObjectWrapper<Optional<Picture>> result =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private Optional<Sampled<S>> newest = Optional.empty();
    private long asked; // counts what was asked to be finished

    Results(EditSystem<S> system, S opened, Finishing<S> finishing, Jobs jobs) {
        this.system = system;
        this.finishing = finishing;
        this.history = new SpecHistory<>(opened, PaintUpkeep.of(system), jobs.background());
    }

    S opened() {
        return history.opened();
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
        history.settle(spec);
        sampledFor(spec, settings).ifPresent(made -> keep(spec, made));
        versions();
    }

    S undo(S spec) {
        history.settle(spec);
        S before = history.undo();
        versions();
        return before;
    }

    S redo(S spec) {
        history.settle(spec);
        S after = history.redo();
        versions();
        return after;
    }

    private void versions() {
        canUndo.set(history.canUndo());
        canRedo.set(history.canRedo());
    }

    /** What is known to come out for a spec. */
    Optional<Sampled<S>> known(S spec, RunSettings settings) {
        Optional<Sampled<S>> kept =
                spec.equals(history.current())
                        ? history.result(settings).map(p -> new Sampled<>(spec, settings, p))
                        : Optional.empty();
        return kept.or(() -> sampledFor(spec, settings));
    }

    /** Whether the spec differs from another one in what needs no run, and its run is known. */
    boolean refines(S next, S now, RunSettings settings) {
        return system.sameRun(next, now)
                && (system.sameRun(next, opened()) || sampledFor(now, settings).isPresent());
    }

    /** A result that was finished on another day; what was sampled for it is gone. */
    void takeFinished(Picture finished) {
        asked++;
        result.set(Optional.of(finished));
    }

    private Optional<Sampled<S>> sampledFor(S spec, RunSettings settings) {
        return newest.filter(
                s -> s.settings().equals(settings) && system.sameRun(s.spec(), spec));
    }

    /** A run for this spec, or for one with the same run, came to its end. */
    void take(S spec, Sampled<S> made) {
        newest = Optional.of(made);
        keep(spec, made);
    }

    private void keep(S spec, Sampled<S> made) {
        history.keep(spec, new SpecHistory.Outcome(made.settings(), made.picture()));
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
