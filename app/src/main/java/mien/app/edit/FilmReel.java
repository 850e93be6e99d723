package mien.app.edit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import mien.app.history.KeptResult;
import mien.engine.edit.Readings;
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
    private final ReadOnlyObjectWrapper<OptionalInt> best =
            new ReadOnlyObjectWrapper<>(OptionalInt.empty());
    private final ReadOnlyObjectWrapper<Optional<KeptResult>> result =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Deque<Kept> kept = new ArrayDeque<>();
    private Film film = new Film();
    private OptionalInt turned = OptionalInt.empty(); // where the run was changed last

    private record Kept(KeptResult result, Film film, List<Frame> frames) {}

    /**
     * Where the next run begins.
     *
     * @param from the step of the earlier run
     * @param before that run's frames up to there
     */
    public record BranchPoint(Beginning.Branch from, List<Frame> before) {}

    /**
     * @param judge says which of the steps that were measured is the best
     */
    FilmReel(Function<SortedMap<Integer, Readings>, OptionalInt> judge) {
        frames.addListener((ListChangeListener<Frame>) c -> best.set(judge.apply(readings())));
    }

    /** What was measured, by the number of steps done. */
    public SortedMap<Integer, Readings> readings() {
        SortedMap<Integer, Readings> all = new TreeMap<>();
        for (Frame frame : frames) {
            if (!frame.readings().values().isEmpty()) {
                all.put(frame.step(), frame.readings());
            }
        }
        return all;
    }

    /** The step that scores best by what was measured. */
    public ReadOnlyObjectProperty<OptionalInt> bestProperty() {
        return best.getReadOnlyProperty();
    }

    /** Shows the best step instead of what happens. */
    public void inspectBest() {
        best.get()
                .ifPresent(
                        step ->
                                frames.stream()
                                        .filter(f -> f.step() == step)
                                        .findFirst()
                                        .ifPresent(this::inspect));
    }

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

    /** What the run that is shown came to; empty while it goes on, or if its steps are unknown. */
    public ReadOnlyObjectProperty<Optional<KeptResult>> resultProperty() {
        return result.getReadOnlyProperty();
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
        return turned.isPresent()
                ? turned
                : branch.get().stream().mapToInt(b -> b.from().step()).findFirst();
    }

    /** Where a run begins now. */
    Beginning beginning() {
        return branch.get().<Beginning>map(BranchPoint::from).orElse(Beginning.NOISE);
    }

    /** A run begins. */
    void begin() {
        followLive();
        turned = OptionalInt.empty();
        result.set(Optional.empty());
        frames.setAll(branch.get().map(BranchPoint::before).orElse(List.of()));
    }

    /** The run that began has this film. */
    void of(Film running) {
        film = running;
    }

    /** The run was changed and goes on as another one from where it stood. */
    void turn(Film next) {
        turned = frames.stream().mapToInt(Frame::step).max();
        film = next;
    }

    void add(List<Frame> fresh) {
        frames.addAll(fresh);
    }

    /** The run ended with a result: its film is found again with it. */
    void keep(KeptResult made) {
        kept.removeIf(k -> k.result == made);
        kept.addFirst(new Kept(made, film, List.copyOf(frames)));
        result.set(Optional.of(made));
        if (kept.size() > REMEMBERED) {
            kept.removeLast();
        }
    }

    /** Another result is shown: its film, if it is still there, else none. */
    void show(Optional<KeptResult> wanted) {
        followLive();
        result.set(wanted);
        Optional<Kept> found =
                wanted.flatMap(r -> kept.stream().filter(k -> k.result == r).findFirst());
        film = found.map(Kept::film).orElseGet(Film::new);
        frames.setAll(found.map(Kept::frames).orElse(List.of()));
    }
}
