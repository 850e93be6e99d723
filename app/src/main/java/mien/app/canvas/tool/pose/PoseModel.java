package mien.app.canvas.tool.pose;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import mien.engine.picture.pose.Bones;
import mien.engine.picture.pose.Joint;
import mien.engine.picture.pose.PoseFile;
import mien.engine.picture.pose.Poses;
import mien.engine.picture.pose.Skeleton;
import mien.engine.picture.pose.Skeleton.Box;
import mien.engine.picture.pose.Spot;

/**
 * What can be done to a figure, without saying by which key or button. Some joints are chosen;
 * edits are for those. Every edit but {@link #nudge} is one step of the history.
 */
public final class PoseModel {

    private final PoseLens lens;
    private final int width;
    private final int height;
    private final ReadOnlyObjectWrapper<Set<Joint>> chosen = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<Optional<Joint>> current =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Opened> opened = Optional.empty();

    /** A file a figure came from, so that all else in it goes with the figure when it is saved. */
    private record Opened(PoseFile file, int person) {
        PoseForm form() {
            return PoseForm.of(file.notation(person));
        }
    }

    /**
     * @param width of the picture the figure stands in
     * @param height of it
     */
    public PoseModel(PoseLens lens, int width, int height) {
        this.lens = lens;
        this.width = width;
        this.height = height;
    }

    public ObservableValue<Skeleton> figureProperty() {
        return lens.figure();
    }

    public Skeleton figure() {
        return lens.figure().getValue();
    }

    public ReadOnlyObjectProperty<Set<Joint>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public Set<Joint> chosen() {
        return chosen.get();
    }

    /** The joint that was chosen last. */
    public ReadOnlyObjectProperty<Optional<Joint>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** The joint nearest to a point, within a reach. */
    Optional<Joint> near(double x, double y, double reach) {
        return figure().placed().stream()
                .filter(j -> distance(j, x, y) <= reach)
                .min(Comparator.comparingDouble(j -> distance(j, x, y)));
    }

    private double distance(Joint joint, double x, double y) {
        Spot spot = figure().at(joint);
        return Math.hypot(spot.x() - x, spot.y() - y);
    }

    /** Chooses one joint alone. */
    public void choose(Joint joint) {
        choose(EnumSet.of(joint));
        current.set(Optional.of(joint));
    }

    /** Chooses these alone. */
    public void choose(Collection<Joint> joints) {
        Set<Joint> next = EnumSet.noneOf(Joint.class);
        next.addAll(joints);
        chosen.set(Collections.unmodifiableSet(next));
        current.set(current.get().filter(next::contains).or(() -> next.stream().findFirst()));
    }

    /** Chooses a joint besides the others, or no longer. */
    public void toggle(Joint joint) {
        Set<Joint> next = EnumSet.noneOf(Joint.class);
        next.addAll(chosen.get());
        boolean added = next.add(joint);
        if (!added) {
            next.remove(joint);
        }
        choose(next);
        if (added) {
            current.set(Optional.of(joint));
        }
    }

    /** Shows a figure that is being changed; {@link #settle} or {@link #apply} must follow. */
    void preview(Skeleton next) {
        lens.preview(next);
    }

    /** What was previewed becomes a step of the history. */
    public void settle() {
        lens.settle();
    }

    /** Puts another figure there, in one step. */
    public void apply(Skeleton next) {
        lens.preview(next);
        lens.settle();
    }

    private void edit(UnaryOperator<Skeleton> change) {
        apply(change.apply(figure()));
    }

    /** Moves the chosen joints a little; {@link #settle} must follow once it is enough. */
    public void nudge(double dx, double dy) {
        lens.preview(figure().shifted(chosen(), dx, dy));
    }

    /** Hides the chosen joints, or shows them all if none of them is visible. */
    public void toggleShown() {
        boolean show = chosen().stream().noneMatch(figure()::visible);
        edit(f -> f.shown(chosen(), show));
    }

    /** Hides or shows a joint, chosen or not. */
    public void toggleShown(Joint joint) {
        edit(f -> f.shown(List.of(joint), !f.visible(joint)));
    }

    public void hide() {
        edit(f -> f.shown(chosen(), false));
    }

    /** Mirrors the whole figure where it stands. */
    public void mirror() {
        figure().box().ifPresent(b -> edit(f -> f.mirrored(b.middleX())));
    }

    /** Right becomes left, every place kept: the figure turns its back. */
    public void turnRound() {
        edit(Skeleton::exchanged);
    }

    /** Gives the pose of one side to the other. */
    public void symmetric(Joint.Side from) {
        edit(f -> Bones.symmetric(f, from));
    }

    /**
     * The chosen joints, or all if fewer than two are chosen, grow or shrink round their middle.
     */
    public void scale(double factor) {
        group((joints, b) -> figure().scaled(joints, factor, b.middleX(), b.middleY()));
    }

    /** The chosen joints, or all if fewer than two are chosen, turn round their middle. */
    public void turn(double radians) {
        group((joints, b) -> figure().turned(joints, radians, b.middleX(), b.middleY()));
    }

    private void group(BiFunction<Collection<Joint>, Box, Skeleton> change) {
        Collection<Joint> joints = chosen().size() > 1 ? chosen() : Joint.ALL;
        Skeleton among = Skeleton.EMPTY;
        for (Joint j : joints) {
            among = among.with(j, figure().at(j));
        }
        among.box().ifPresent(b -> apply(change.apply(joints, b)));
    }

    /** A standing figure in the middle of the picture. */
    public void putDefault() {
        put(Poses.standing(width, height));
    }

    /** Puts a pose there that is in the picture's coordinates already. */
    public void put(Skeleton figure) {
        opened = Optional.empty();
        apply(figure);
    }

    /** Puts a pose of any size there, fitted into the picture. */
    public void putFitted(Skeleton figure) {
        put(Poses.fit(figure, width, height));
    }

    /**
     * Puts the figure of a file there: the largest one if there are several.
     *
     * @return its number in the file
     */
    public int put(PoseFile file) {
        List<Skeleton> figures = file.figures();
        int largest = 0;
        for (int i = 1; i < figures.size(); i++) {
            largest = area(figures.get(i)) > area(figures.get(largest)) ? i : largest;
        }
        opened = Optional.of(new Opened(file, largest));
        apply(figures.get(largest));
        return largest;
    }

    /** What the figure is saved as unless something else is chosen: what it came from. */
    public PoseForm form() {
        return opened.map(Opened::form).orElse(PoseForm.OPENPOSE);
    }

    /**
     * The figure as a file: the one it came from, with all else that is in it, if that has this
     * form, or a new one.
     */
    public PoseFile file(PoseForm form) {
        return opened.filter(o -> o.form() == form)
                .map(o -> o.file.with(o.person, figure()))
                .orElseGet(() -> form.file(figure(), width, height));
    }

    /** The figure as OpenPose's JSON. */
    public String copied() {
        return PoseForm.OPENPOSE.file(figure(), width, height).text();
    }

    private static double area(Skeleton figure) {
        return figure.box().map(b -> b.width() * b.height()).orElse(0.0);
    }
}
