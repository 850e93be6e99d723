package mien.app.canvas.tool.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import mien.app.edit.EditViewModel;
import mien.engine.edit.EditException;
import mien.engine.edit.EditSpec;
import mien.engine.edit.FaceMark;
import mien.engine.edit.Handle;
import mien.engine.picture.FivePoints;
import mien.engine.picture.FivePoints.Mark;
import mien.engine.picture.FivePoints.Point;

/**
 * What can be done with the faces of a picture, without saying by which key or button. One of them,
 * or one of its points, is grasped. Every edit but those that are previewed is one step of the
 * history. Belongs to the window's thread.
 */
public final class FacesModel<S extends EditSpec> {

    private final EditViewModel<S> edit;
    private final Handle.Faces<S> handle;
    private final Consumer<String> say;
    private final ObservableValue<List<FaceMark>> faces;
    private final ReadOnlyObjectWrapper<Optional<Grasp>> grasp =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Placing>> placing =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * @param say takes sentences: why something cannot be done
     */
    public FacesModel(EditViewModel<S> edit, Handle.Faces<S> handle, Consumer<String> say) {
        this.edit = edit;
        this.handle = handle;
        this.say = say;
        this.faces = edit.specProperty().map(handle::value);
    }

    /** All faces, from left to right. */
    public ObservableValue<List<FaceMark>> facesProperty() {
        return faces;
    }

    public List<FaceMark> faces() {
        return faces.getValue();
    }

    public Optional<FaceMark> face(int id) {
        return faces().stream().filter(f -> f.id() == id).findFirst();
    }

    /** What a person may call a face: its number from the left, from 1. */
    public int number(FaceMark face) {
        return faces().stream().map(FaceMark::id).toList().indexOf(face.id()) + 1;
    }

    public ReadOnlyObjectProperty<Optional<Grasp>> graspProperty() {
        return grasp.getReadOnlyProperty();
    }

    /** What is grasped, as long as it is there. */
    public Optional<Grasp> grasped() {
        return grasp.get().filter(g -> face(g.face()).isPresent());
    }

    public Optional<FaceMark> graspedFace() {
        return grasped().flatMap(g -> face(g.face()));
    }

    public void grasp(Grasp what) {
        grasp.set(Optional.of(what));
    }

    public void letGo() {
        grasp.set(Optional.empty());
    }

    /**
     * Goes to the next face or the one before.
     *
     * @return whether there is one
     */
    public boolean step(int way) {
        List<FaceMark> all = faces();
        int at = graspedFace().map(all::indexOf).orElse(way > 0 ? -1 : all.size());
        int next = at + way;
        boolean there = next >= 0 && next < all.size();
        if (there) {
            grasp(Grasp.of(all.get(next).id()));
        }
        return there;
    }

    /** Goes through the points of the face that is grasped, and all of it. */
    public boolean stepPoint(int way) {
        Optional<Grasp> now = grasped();
        now.ifPresent(
                g -> {
                    int count = Mark.values().length + 1; // the last is the whole face
                    int at = g.mark().map(Mark::ordinal).orElse(count - 1);
                    int next = Math.floorMod(at + way, count);
                    grasp(
                            next == count - 1
                                    ? Grasp.of(g.face())
                                    : Grasp.of(g.face(), Mark.values()[next]));
                });
        return now.isPresent();
    }

    /** The point nearest to a place, within a reach; those of the grasped face first. */
    Optional<Grasp> near(double x, double y, double reach) {
        Optional<FaceMark> first = graspedFace();
        List<FaceMark> order = new ArrayList<>(first.stream().toList());
        faces().stream().filter(f -> !first.equals(Optional.of(f))).forEach(order::add);
        return order.stream().flatMap(f -> near(f, x, y, reach).stream()).findFirst();
    }

    private static Optional<Grasp> near(FaceMark face, double x, double y, double reach) {
        return List.of(Mark.values()).stream()
                .filter(m -> distance(face.points().at(m), x, y) <= reach)
                .min(Comparator.comparingDouble(m -> distance(face.points().at(m), x, y)))
                .map(m -> Grasp.of(face.id(), m));
    }

    private static double distance(Point p, double x, double y) {
        return Math.hypot(p.x() - x, p.y() - y);
    }

    /** The smallest face whose box holds a place. */
    Optional<FaceMark> at(double x, double y) {
        return faces().stream()
                .filter(f -> f.box().holds(x, y))
                .min(Comparator.comparingDouble(FacesModel::area));
    }

    private static double area(FaceMark face) {
        FaceMark.Box b = face.box();
        return (b.right() - b.left()) * (b.bottom() - b.top());
    }

    /** Whether the edit is about a face. */
    public void choose(int face, boolean chosen) {
        apply(s -> handle.editing().chosen(s, face, chosen));
    }

    /** The edit is about the face that is grasped, or no longer. */
    public boolean toggleGrasped() {
        Optional<FaceMark> face = graspedFace();
        face.ifPresent(f -> choose(f.id(), !f.chosen()));
        return face.isPresent();
    }

    /** Moves what is grasped; {@link #settle} must follow once it is enough. */
    public boolean nudge(double dx, double dy) {
        Optional<FaceMark> face = graspedFace();
        face.ifPresent(f -> preview(f.id(), moved(f.points(), grasped().orElseThrow(), dx, dy)));
        return face.isPresent();
    }

    /** The points of a face with what is grasped moved. */
    static FivePoints moved(FivePoints points, Grasp what, double dx, double dy) {
        FivePoints next = points;
        for (Mark mark : Mark.values()) {
            if (what.mark().isEmpty() || what.mark().get() == mark) {
                Point p = points.at(mark);
                next = next.with(mark, new Point(p.x() + dx, p.y() + dy));
            }
        }
        return next;
    }

    /** The points of a face change, and will probably change again. */
    void preview(int face, FivePoints points) {
        try {
            edit.preview(handle.editing().withPoints(edit.spec(), face, points));
        } catch (EditException e) {
            // on the way to somewhere points may lie where no face can be: what was there stays
        }
    }

    /** What was previewed becomes one step of the history. */
    public void settle() {
        edit.settle();
    }

    /** Puts a face back where it was before a drag. */
    void revert(int face, FivePoints before) {
        preview(face, before);
        settle();
    }

    /** The five points of a further face are clicked from now on, one after the other. */
    public void beginPlacing() {
        placing.set(Optional.of(Placing.NONE));
        letGo();
    }

    /** The points that were clicked so far; empty: none is being placed. */
    public ReadOnlyObjectProperty<Optional<Placing>> placingProperty() {
        return placing.getReadOnlyProperty();
    }

    public Optional<Placing> placing() {
        return placing.get();
    }

    /** The next of the five points; with the last one there is a face. */
    void place(Point point) {
        Optional<Placing> next = placing.get().map(p -> p.with(point));
        placing.set(next);
        next.flatMap(Placing::points).ifPresent(this::add);
    }

    /** A face of usual proportions in the middle of the picture, to be moved. */
    public void placeUsual() {
        add(Placing.usual(edit.spec().source().width(), edit.spec().source().height()));
    }

    /** Gives up placing. */
    public boolean stopPlacing() {
        boolean was = placing.get().isPresent();
        placing.set(Optional.empty());
        return was;
    }

    private void add(FivePoints points) {
        placing.set(Optional.empty());
        List<Integer> before = faces().stream().map(FaceMark::id).toList();
        apply(s -> handle.editing().added(s, points));
        faces().stream()
                .filter(f -> !before.contains(f.id()))
                .findFirst()
                .ifPresent(f -> grasp(Grasp.of(f.id())));
    }

    /** Takes away the face that is grasped, if a person placed it. */
    public boolean removeGrasped() {
        Optional<FaceMark> face = graspedFace();
        face.ifPresent(f -> apply(s -> handle.editing().removed(s, f.id())));
        return face.isPresent();
    }

    /** A face gets the identity of one in another picture. */
    public void take(int face, SourcePicture<S> from, int fromFace) {
        apply(s -> handle.editing().taken(s, face, from.spec(), fromFace, from.name()));
        grasp(Grasp.of(face));
    }

    /**
     * Who gets the next source: the face that is grasped, else the first that is chosen and has
     * none, else the first.
     */
    public Optional<FaceMark> receiver() {
        return graspedFace()
                .or(
                        () ->
                                faces().stream()
                                        .filter(f -> f.chosen() && f.source().isEmpty())
                                        .findFirst())
                .or(() -> faces().stream().findFirst());
    }

    /** Who allowed what of a face's source. */
    public void note(int face, String rights) {
        apply(s -> handle.editing().noted(s, face, rights));
    }

    /** The face that is grasped keeps its own identity again. */
    public boolean clearGrasped() {
        Optional<FaceMark> face = graspedFace().filter(f -> f.source().isPresent());
        face.ifPresent(f -> apply(s -> handle.editing().withoutSource(s, f.id())));
        return face.isPresent();
    }

    /** The faces of another picture, as they are shown. */
    SourcePicture<S> source(String name, S spec) {
        return new SourcePicture<>(name, spec, handle.value(spec));
    }

    private void apply(UnaryOperator<S> change) {
        try {
            edit.apply(change.apply(edit.spec()));
        } catch (EditException e) {
            say.accept(e.getMessage());
        }
    }
}
