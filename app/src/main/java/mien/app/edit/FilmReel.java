package mien.app.edit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import mien.app.history.KeptResult;
import mien.engine.job.Beginning;
import mien.engine.job.Film;

/**
 * The steps of the run that is shown: to look at one, and to branch from it. Those of the newest
 * results are kept, so that they come back with the result. Belongs to the window's thread.
 */
public final class FilmReel {

    private static final int REMEMBERED = 16;

    private final ObservableList<Frame> frames = FXCollections.observableArrayList();
    private final ObservableList<Frame> view = FXCollections.unmodifiableObservableList(frames);
    private final ReadOnlyObjectWrapper<Optional<Frame>> inspected =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<BranchPoint>> branch =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Deque<Kept> kept = new ArrayDeque<>();
    private Film film = new Film();

    private record Kept(KeptResult result, Film film, List<Frame> frames) {}

    /**
     * Where the next run begins.
     *
     * @param from the step of the earlier run
     * @param before that run's frames up to there
     */
    public record BranchPoint(Beginning.Branch from, List<Frame> before) {}

    /** All steps so far. */
    public ObservableList<Frame> frames() {
        return view;
    }

    /** The step that is shown instead of what happens. */
    public ReadOnlyObjectProperty<Optional<Frame>> inspectedProperty() {
        return inspected.getReadOnlyProperty();
    }

    /** The step from which what is changed acts; empty: from the first. */
    public ReadOnlyObjectProperty<Optional<BranchPoint>> branchProperty() {
        return branch.getReadOnlyProperty();
    }

    /** Shows a step of the film instead of what happens. */
    public void inspect(Frame frame) {
        inspected.set(Optional.of(frame));
    }

    /** Shows what happens again. */
    public void followLive() {
        inspected.set(Optional.empty());
    }

    /** Something is changed: if a step is looked at, the change acts from there on. */
    void change() {
        inspected
                .get()
                .filter(f -> f.step() < f.steps() && film.steps().contains(f.step()))
                .ifPresent(f -> branch.set(Optional.of(pointAt(f.step()))));
        followLive();
    }

    private BranchPoint pointAt(int step) {
        List<Frame> before = frames.stream().filter(f -> f.step() <= step).toList();
        return new BranchPoint(new Beginning.Branch(film, step), before);
    }

    /** Changes act from the first step again. */
    void unbranch() {
        branch.set(Optional.empty());
    }

    /** The step of an earlier run that the newest one began with. */
    OptionalInt branchStep() {
        return branch.get().stream().mapToInt(b -> b.from().step()).findFirst();
    }

    /** Where a run begins now. */
    Beginning beginning() {
        return branch.get().<Beginning>map(BranchPoint::from).orElse(Beginning.NOISE);
    }

    /** A run begins. */
    void begin() {
        followLive();
        frames.setAll(branch.get().map(BranchPoint::before).orElse(List.of()));
    }

    /** The run that began has this film. */
    void of(Film running) {
        film = running;
    }

    void add(List<Frame> fresh) {
        frames.addAll(fresh);
    }

    /** The run ended with a result: its film is found again with it. */
    void keep(KeptResult result) {
        kept.removeIf(k -> k.result == result);
        kept.addFirst(new Kept(result, film, List.copyOf(frames)));
        if (kept.size() > REMEMBERED) {
            kept.removeLast();
        }
    }

    /** Another result is shown: its film, if it is still there, else none. */
    void show(Optional<KeptResult> result) {
        followLive();
        Optional<Kept> found =
                result.flatMap(r -> kept.stream().filter(k -> k.result == r).findFirst());
        film = found.map(Kept::film).orElseGet(Film::new);
        frames.setAll(found.map(Kept::frames).orElse(List.of()));
    }
}
