package mien.app.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mien.engine.edit.Control.Slider;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.Handle;

/**
 * Two sliders as a point of a square whose sides run from 0 to 1, left to right and bottom to top.
 */
final class PadModel<S extends EditSpec> {

    /** How far the pictures round the point are from it, as a share of the scales. */
    private static final double REACH = 1 / 6.0;

    private final EditViewModel<S> edit;
    private final PadAxis<S> across;
    private final PadAxis<S> up;

    /** A place on the square. */
    record Point(double x, double y) {}

    private PadModel(EditViewModel<S> edit, PadAxis<S> across, PadAxis<S> up) {
        this.edit = edit;
        this.across = across;
        this.up = up;
    }

    /** Of a handle; empty if the system lacks one of its sliders. */
    static <S extends EditSpec> Optional<PadModel<S>> of(EditViewModel<S> edit, Handle.Pad<S> pad) {
        Optional<Slider<S>> across = slider(edit.system(), pad.across());
        Optional<Slider<S>> up = slider(edit.system(), pad.up());
        return across.isPresent() && up.isPresent()
                ? Optional.of(
                        new PadModel<>(
                                edit,
                                new PadAxis<>(across.get(), pad.weights()),
                                new PadAxis<>(up.get(), pad.weights())))
                : Optional.empty();
    }

    private static <S extends EditSpec> Optional<Slider<S>> slider(
            EditSystem<S> system, String id) {
        return system.control(id)
                .filter(Slider.class::isInstance)
                .map(control -> (Slider<S>) control);
    }

    EditViewModel<S> edit() {
        return edit;
    }

    Slider<S> across() {
        return across.slider();
    }

    Slider<S> up() {
        return up.slider();
    }

    /** Where a spec stands. */
    Point at(S spec) {
        return new Point(across.place(spec), up.place(spec));
    }

    /** The spec of a place; places outside count as the edge. */
    S with(S spec, Point point) {
        return up.with(across.with(spec, point.x), point.y);
    }

    void preview(Point point) {
        edit.preview(with(edit.spec(), point));
    }

    /** Some steps of the sliders. */
    void step(int right, int upward, boolean coarse) {
        edit.preview(up.moved(across.moved(edit.spec(), right, coarse), upward, coarse));
    }

    void settle() {
        edit.settle();
    }

    /** Both go back to the photograph. */
    void reset() {
        edit.apply(up.reset(across.reset(edit.spec())));
    }

    /**
     * Nine specs: the one that is given in the middle, the others round it, from the top left row
     * by row. At an edge some of them are the same.
     */
    List<S> around(S spec) {
        Point middle = at(spec);
        List<S> nine = new ArrayList<>();
        for (int row = 1; row >= -1; row--) {
            for (int column = -1; column <= 1; column++) {
                nine.add(
                        row == 0 && column == 0
                                ? spec
                                : with(
                                        spec,
                                        new Point(
                                                middle.x + REACH * column,
                                                middle.y + REACH * row)));
            }
        }
        return nine;
    }
}
