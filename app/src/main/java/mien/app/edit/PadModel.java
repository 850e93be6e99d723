package mien.app.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mien.app.edit.SliderScale.Grain;
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
    private final Slider<S> across;
    private final Slider<S> up;

    /** A place on the square. */
    record Point(double x, double y) {}

    private PadModel(EditViewModel<S> edit, Slider<S> across, Slider<S> up) {
        this.edit = edit;
        this.across = across;
        this.up = up;
    }

    /** Of a handle; empty if the system lacks one of its sliders. */
    static <S extends EditSpec> Optional<PadModel<S>> of(EditViewModel<S> edit, Handle.Pad<S> pad) {
        Optional<Slider<S>> across = slider(edit.system(), pad.across());
        Optional<Slider<S>> up = slider(edit.system(), pad.up());
        return across.isPresent() && up.isPresent()
                ? Optional.of(new PadModel<>(edit, across.get(), up.get()))
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
        return across;
    }

    Slider<S> up() {
        return up;
    }

    /** Where a spec stands; values off their scales stand at the edge. */
    Point at(S spec) {
        return new Point(
                new SliderScale(across.scale()).place(across.value(spec)),
                new SliderScale(up.scale()).place(up.value(spec)));
    }

    /** The spec of a place; places outside count as the edge. */
    S with(S spec, Point point) {
        return up.with(
                across.with(spec, value(across, point.x, Grain.STEP)),
                value(up, point.y, Grain.STEP));
    }

    private static double value(Slider<?> slider, double place, Grain grain) {
        SliderScale scale = new SliderScale(slider.scale());
        return scale.rounded(slider.scale().min() + place * scale.range(), grain);
    }

    void preview(Point point) {
        edit.preview(with(edit.spec(), point));
    }

    /** Some steps of the sliders. */
    void step(int right, int upward, boolean coarse) {
        S spec = edit.spec();
        Grain grain = coarse ? Grain.SNAP : Grain.STEP;
        S next = spec;
        if (right != 0) {
            next = across.with(next, moved(across, spec, right, grain));
        }
        if (upward != 0) {
            next = up.with(next, moved(up, spec, upward, grain));
        }
        edit.preview(next);
    }

    private double moved(Slider<S> slider, S spec, int steps, Grain grain) {
        return new SliderScale(slider.scale()).moved(slider.value(spec), steps, grain);
    }

    void settle() {
        edit.settle();
    }

    /** Both go back to the photograph. */
    void reset() {
        S spec = across.with(edit.spec(), across.neutral(edit.spec()));
        edit.apply(up.with(spec, up.neutral(spec)));
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
