package mien.app.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.IntPredicate;
import mien.engine.edit.RunSettings;
import mien.engine.picture.Picture;

/**
 * The specs a person settled on, in order, and which of them is looked at: sliders, strokes, joints
 * and runs alike, since all of them are in the spec. A new one drops those that were undone. The
 * result of each is kept, so that undo shows it at once. Not safe for several threads.
 *
 * <p>What it holds is bounded in bytes: results that are far away are packed without loss, then the
 * farthest are let go (a run makes the same bytes again), then the oldest versions; the newest 200
 * always stay.
 */
public final class SpecHistory<S> {

    /** Versions that stay, whatever they hold. */
    static final int LEAST = 200;

    private static final int DEEPEST = 1000;
    private static final long MOST_BYTES = 256L << 20;

    /** What is painted in versions this near is at hand without unpacking. */
    private static final int BESIDE = 3;

    /** Results this near are shown without unpacking. */
    private static final int NEAR = 8;

    private final Upkeep<S> upkeep;
    private final Executor packing;
    private final long mostBytes;
    private final List<Version<S>> versions = new ArrayList<>();
    private int at;
    private int floor; // undo ends here

    /** A result, and how it was made. */
    public record Outcome(RunSettings settings, KeptResult result) {

        public Outcome(RunSettings settings, Picture picture) {
            this(settings, new KeptResult(picture));
        }
    }

    /**
     * @param added the bytes that it holds and the version before it does not
     */
    private record Version<S>(S spec, Optional<Outcome> kept, long added) {

        long resultBytes() {
            return kept.map(k -> k.result.bytes()).orElse(0L);
        }
    }

    public SpecHistory(S opened) {
        this(opened, Upkeep.none(), Runnable::run);
    }

    /**
     * @param upkeep what versions hold besides themselves
     * @param packing where versions are packed that were left
     */
    public SpecHistory(S opened, Upkeep<S> upkeep, Executor packing) {
        this(opened, upkeep, packing, MOST_BYTES);
    }

    SpecHistory(S opened, Upkeep<S> upkeep, Executor packing, long mostBytes) {
        this.upkeep = upkeep;
        this.packing = packing;
        this.mostBytes = mostBytes;
        versions.add(new Version<>(opened, Optional.empty(), 0));
    }

    public S current() {
        return versions.get(at).spec;
    }

    /** The spec everything began with. */
    public S opened() {
        return versions.get(0).spec;
    }

    /** How many versions there are, the first included. */
    public int size() {
        return versions.size();
    }

    /** Adds a version, unless it is the one looked at. */
    public void settle(S spec) {
        S before = current();
        if (spec.equals(before)) {
            return;
        }
        versions.subList(at + 1, versions.size()).clear();
        versions.add(new Version<>(spec, Optional.empty(), upkeep.added(spec, before)));
        at = versions.size() - 1;
        care();
        weighAgain(at - BESIDE - 2); // it was packed meanwhile
        tidy();
    }

    private void weighAgain(int i) {
        if (i > 0) {
            Version<S> v = versions.get(i);
            long added = upkeep.added(v.spec, versions.get(i - 1).spec);
            versions.set(i, new Version<>(v.spec, v.kept, added));
        }
    }

    /** Undo ends at the version looked at from now on. */
    public void arrive() {
        floor = at;
    }

    public boolean canUndo() {
        return at > floor;
    }

    public boolean canRedo() {
        return at < versions.size() - 1;
    }

    /** The version before; the same one at the beginning. */
    public S undo() {
        return goTo(Math.max(floor, at - 1));
    }

    /** The version after; the same one at the end. */
    public S redo() {
        return goTo(Math.min(versions.size() - 1, at + 1));
    }

    private S goTo(int index) {
        at = index;
        care();
        return current();
    }

    /** The next few versions on both sides are at hand; what comes behind them is packed. */
    private void care() {
        List<S> near =
                versions
                        .subList(
                                Math.max(0, at - BESIDE),
                                Math.min(versions.size(), at + BESIDE + 1))
                        .stream()
                        .map(Version::spec)
                        .toList();
        for (int side : new int[] {-1, 1}) {
            spec(at + side * BESIDE).ifPresent(s -> packing.execute(() -> upkeep.wake(s)));
            spec(at + side * (BESIDE + 1))
                    .ifPresent(s -> packing.execute(() -> upkeep.rest(s, near)));
        }
    }

    private Optional<S> spec(int index) {
        return index >= 0 && index < versions.size()
                ? Optional.of(versions.get(index).spec)
                : Optional.empty();
    }

    /** Keeps the result of a spec, wherever it stands. */
    public void keep(S spec, Outcome outcome) {
        versions.replaceAll(
                v -> v.spec.equals(spec) ? new Version<>(spec, Optional.of(outcome), v.added) : v);
        tidy();
    }

    /** The result of the version looked at, if it was made with these settings. */
    public Optional<KeptResult> result(RunSettings settings) {
        return versions.get(at).kept.filter(o -> o.settings.equals(settings)).map(Outcome::result);
    }

    /** The bytes held by results and by what upkeep counts. */
    public long bytes() {
        return versions.stream().mapToLong(v -> v.added + v.resultBytes()).sum();
    }

    private void tidy() {
        restFarResults();
        for (int i = 0; i < versions.size() && bytes() > mostBytes; i++) {
            Version<S> v = versions.get(i); // from the oldest
            if (Math.abs(i - at) > NEAR) {
                versions.set(i, new Version<>(v.spec, Optional.empty(), v.added));
            }
        }
        while (at > 1
                && (versions.size() > DEEPEST || versions.size() > LEAST && bytes() > mostBytes)) {
            versions.remove(1); // the first stays: it is the photograph
            at--;
            floor = Math.max(Math.min(floor, 1), floor - 1);
        }
    }

    /** Nobody looks at it for a while: all results are packed. */
    public void restAll() {
        restWhere(i -> true);
    }

    private void restFarResults() {
        restWhere(i -> Math.abs(i - at) > NEAR);
    }

    private void restWhere(IntPredicate far) {
        for (int i = 0; i < versions.size(); i++) {
            if (far.test(i)) {
                versions.get(i)
                        .kept
                        .map(Outcome::result)
                        .filter(r -> !r.resting())
                        .ifPresent(r -> packing.execute(r::rest));
            }
        }
    }
}
