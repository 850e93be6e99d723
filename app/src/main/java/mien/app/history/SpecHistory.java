package mien.app.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mien.engine.edit.RunSettings;
import mien.engine.picture.Picture;

/**
 * The specs a person settled on, in order, and which of them is looked at. A new one drops those
 * that were undone. The result of each is kept, so that undo shows it at once. Not safe for several
 * threads.
 */
public final class SpecHistory<S> {

    private static final int DEEPEST = 500;

    private final List<Version<S>> versions = new ArrayList<>();
    private int at;

    /** A result, and how it was made. */
    public record Outcome(RunSettings settings, Picture picture) {}

    private record Version<S>(S spec, Optional<Outcome> outcome) {}

    public SpecHistory(S opened) {
        versions.add(new Version<>(opened, Optional.empty()));
    }

    public S current() {
        return versions.get(at).spec;
    }

    /** The spec everything began with. */
    public S opened() {
        return versions.get(0).spec;
    }

    /** Adds a version, unless it is the one looked at. */
    public void settle(S spec) {
        if (spec.equals(current())) {
            return;
        }
        versions.subList(at + 1, versions.size()).clear();
        versions.add(new Version<>(spec, Optional.empty()));
        if (versions.size() > DEEPEST) {
            versions.remove(1); // the first stays: it is the photograph
        }
        at = versions.size() - 1;
    }

    public boolean canUndo() {
        return at > 0;
    }

    public boolean canRedo() {
        return at < versions.size() - 1;
    }

    /** The version before; the same one at the beginning. */
    public S undo() {
        at = Math.max(0, at - 1);
        return current();
    }

    /** The version after; the same one at the end. */
    public S redo() {
        at = Math.min(versions.size() - 1, at + 1);
        return current();
    }

    /** Keeps the result of a spec, wherever it stands. */
    public void keep(S spec, Outcome outcome) {
        versions.replaceAll(
                v -> v.spec.equals(spec) ? new Version<>(spec, Optional.of(outcome)) : v);
    }

    /** The result of the version looked at, if it was made with these settings. */
    public Optional<Picture> result(RunSettings settings) {
        return versions.get(at)
                .outcome
                .filter(o -> o.settings.equals(settings))
                .map(Outcome::picture);
    }
}
