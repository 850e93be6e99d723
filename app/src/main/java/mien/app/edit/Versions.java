package mien.app.edit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import mien.app.history.KeptResult;
import mien.app.job.Jobs;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.picture.Picture;

/**
 * Every result that an edit came to, the newest first. Bounded in bytes: older ones are packed
 * without loss, then the oldest without a star are let go. Belongs to the window's thread.
 */
public final class Versions<S extends EditSpec> {

    /** How long the longer side of a thumbnail is, in pixels. */
    static final int THUMBNAIL = 128;

    private static final long MOST_BYTES = 192L << 20;

    /** Versions this new stay pixels, and stay whatever they hold. */
    private static final int NEAR = 4;

    private final EditSystem<S> system;
    private final Jobs jobs;
    private final long mostBytes;
    private final ObservableList<Version<S>> list = FXCollections.observableArrayList();
    private final ObservableList<Version<S>> view = FXCollections.unmodifiableObservableList(list);
    private Runnable starsChanged = () -> {};
    private int counted; // versions so far, also those that were let go

    Versions(EditSystem<S> system, Jobs jobs) {
        this(system, jobs, MOST_BYTES);
    }

    Versions(EditSystem<S> system, Jobs jobs, long mostBytes) {
        this.system = system;
        this.jobs = jobs;
        this.mostBytes = mostBytes;
    }

    /** The newest first. */
    public ObservableList<Version<S>> all() {
        return view;
    }

    /**
     * The one that is worked on. Several may be of one spec, such as a branch and a run from the
     * first step: then it is the one that is shown.
     *
     * @param shown what came out of the run whose steps are shown, if they are known
     */
    public Optional<Version<S>> current(S spec, RunSettings settings, Optional<KeptResult> shown) {
        return list.stream()
                .filter(v -> v.isOf(spec, settings))
                .filter(v -> shown.isEmpty() || shown.get() == v.result())
                .findFirst();
    }

    /** Those with a star, the oldest first. */
    public List<Version<S>> starred() {
        return list.stream()
                .filter(Version::starred)
                .sorted((a, b) -> list.indexOf(b) - list.indexOf(a))
                .toList();
    }

    /** Who is told when a star was set or taken away. */
    public void setStarsChanged(Runnable listener) {
        starsChanged = listener;
    }

    /** A run came to its end. */
    void add(Sampled<S> made, OptionalInt branch) {
        Instant now = Instant.now();
        jobs.drawing()
                .execute(
                        () -> {
                            Picture small = small(system.finished(made.spec(), made.picture()));
                            Version<S> version =
                                    new Version<>(
                                            0,
                                            made.spec(),
                                            made.settings(),
                                            branch,
                                            Optional.of(now),
                                            made.result(),
                                            false,
                                            small,
                                            Optional.empty());
                            jobs.window().execute(() -> add(version));
                        });
    }

    private void add(Version<S> version) {
        Optional<Version<S>> older = list.stream().filter(version::replaces).findFirst();
        older.ifPresent(list::remove);
        int number = older.map(Version::number).orElseGet(() -> ++counted);
        list.add(0, version.listed(number, older.flatMap(Version::star)));
        tidy();
    }

    /** Begins with what was made before of the same picture. */
    public void takeOver(Versions<S> earlier) {
        list.setAll(earlier.list);
        counted = earlier.counted;
    }

    /** A version that a document kept; tells nobody of its star. */
    public void restore(S spec, RunSettings settings, Picture finished) {
        jobs.drawing()
                .execute(
                        () -> {
                            Version<S> version =
                                    new Version<>(
                                            0,
                                            spec,
                                            settings,
                                            OptionalInt.empty(),
                                            Optional.empty(),
                                            new KeptResult(finished),
                                            true,
                                            small(finished),
                                            Optional.of(finished));
                            jobs.window().execute(() -> restored(version));
                        });
    }

    private void restored(Version<S> version) {
        if (list.stream()
                .noneMatch(v -> v.starred() && v.isOf(version.spec(), version.settings()))) {
            list.add(0, version.listed(++counted, version.star()));
        }
    }

    private static Picture small(Picture picture) {
        double scale =
                Math.min(1, (double) THUMBNAIL / Math.max(picture.width(), picture.height()));
        return scale == 1
                ? picture
                : picture.resized(
                        (int) Math.max(1, Math.round(scale * picture.width())),
                        (int) Math.max(1, Math.round(scale * picture.height())));
    }

    /** Gives a star, or takes it away. */
    public void star(Version<S> version) {
        if (version.starred()) {
            starred(version, Optional.empty());
        } else {
            finished(version, picture -> starred(version, Optional.of(picture)));
        }
    }

    private void starred(Version<S> version, Optional<Picture> star) {
        int at = list.indexOf(version);
        if (at >= 0) {
            list.set(at, version.withStar(star));
            starsChanged.run();
        }
    }

    /** Lets a version go; what is in the history stays there. */
    public void delete(Version<S> version) {
        if (list.remove(version) && version.starred()) {
            starsChanged.run();
        }
    }

    /** The whole picture of a version, as it is seen; told on the window's thread. */
    public void finished(Version<S> version, Consumer<Picture> taker) {
        jobs.drawing()
                .execute(
                        () -> {
                            Picture kept = version.result().picture();
                            Picture whole =
                                    version.finished()
                                            ? kept
                                            : system.finished(version.spec(), kept);
                            jobs.window().execute(() -> taker.accept(whole));
                        });
    }

    private void tidy() {
        list.stream()
                .skip(NEAR)
                .map(Version::result)
                .filter(r -> !r.resting())
                .forEach(r -> jobs.background().execute(r::rest));
        for (int i = list.size() - 1; i >= NEAR && bytes() > mostBytes; i--) {
            if (!list.get(i).starred()) {
                list.remove(i);
            }
        }
    }

    private long bytes() {
        return list.stream().mapToLong(v -> v.result().bytes()).sum();
    }
}
