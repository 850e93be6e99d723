package mien.app.edit;

import mien.app.edit.SliderScale.Grain;
import mien.engine.edit.Control.Slider;
import mien.engine.edit.EditSpec;

/**
 * A slider as one side of a pad, from 0 to 1.
 *
 * @param weight whether it is a weight: its neutral value lies in the middle, and k times as much
 *     where k to 1 is divided; else, or where nothing is neutral, the side is its scale
 */
record PadAxis<S extends EditSpec>(Slider<S> slider, boolean weight) {

    private SliderScale scale() {
        return new SliderScale(slider.scale());
    }

    /** What lies in the middle, above the least value; 0 where the side is the scale. */
    private double middle(S spec) {
        return weight ? Math.max(0, slider.neutral(spec) - slider.scale().min()) : 0;
    }

    /** Where a spec stands; values off the scale stand at its ends. */
    double place(S spec) {
        double value = slider.value(spec);
        double middle = middle(spec);
        if (middle == 0) {
            return scale().place(value);
        }
        double more = slider.scale().clamped(value) - slider.scale().min();
        return more / (more + middle);
    }

    /** The spec of a place; places outside count as the edge. */
    S with(S spec, double place) {
        double inside = Math.max(0, Math.min(1, place));
        double middle = middle(spec);
        double more = middle == 0 ? inside * scale().range() : middle * inside / (1 - inside);
        double value = slider.scale().clamped(slider.scale().min() + more);
        return slider.with(spec, scale().rounded(value, Grain.STEP));
    }

    /** Some steps of the slider on. */
    S moved(S spec, int steps, boolean coarse) {
        Grain grain = coarse ? Grain.SNAP : Grain.STEP;
        return steps == 0
                ? spec
                : slider.with(spec, scale().moved(slider.value(spec), steps, grain));
    }

    S reset(S spec) {
        return slider.with(spec, slider.neutral(spec));
    }
}
