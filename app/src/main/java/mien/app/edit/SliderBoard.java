package mien.app.edit;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mien.app.edit.SliderScale.Grain;
import mien.engine.edit.Control;
import mien.engine.edit.Control.Slider;
import mien.engine.edit.EditSpec;

/**
 * All sliders of an edit, and which of them are set together: those that were chosen, and the two
 * sides of a pair that is linked.
 */
final class SliderBoard<S extends EditSpec> {

    private final EditViewModel<S> edit;
    private final Map<String, Slider<S>> sliders = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Set<String>> chosen = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<Set<String>> linked = new ReadOnlyObjectWrapper<>(Set.of());
    private Optional<S> before = Optional.empty(); // the spec as the move began

    SliderBoard(EditViewModel<S> edit) {
        this.edit = edit;
        for (Control<S> control : edit.system().controls()) {
            if (control instanceof Slider<S> slider) {
                sliders.put(slider.id(), slider);
            }
        }
    }

    /** The ids of the sliders that are set together. */
    ReadOnlyObjectProperty<Set<String>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    void choose(Collection<String> ids) {
        chosen.set(Collections.unmodifiableSet(new LinkedHashSet<>(ids)));
    }

    /** The ids of the sliders that follow their other side; both are in it. */
    ReadOnlyObjectProperty<Set<String>> linkedProperty() {
        return linked.getReadOnlyProperty();
    }

    /** The slider of the other side, if there is one. */
    Optional<Slider<S>> partner(Slider<S> slider) {
        return Pairs.partner(slider.id()).map(sliders::get);
    }

    /** Links the two sides of a pair, or no longer. */
    void link(Slider<S> slider, boolean together) {
        Set<String> next = new TreeSet<>(linked.get());
        partner(slider)
                .ifPresent(
                        other -> {
                            if (together) {
                                next.add(slider.id());
                                next.add(other.id());
                            } else {
                                next.remove(slider.id());
                                next.remove(other.id());
                            }
                        });
        linked.set(Collections.unmodifiableSet(next));
    }

    /**
     * A slider is moved.
     *
     * @param together whether the chosen ones move along, each by the same share of its scale
     */
    void preview(Slider<S> slider, double value, boolean together) {
        S start = before.orElseGet(edit::spec);
        before = Optional.of(start);
        if (value == slider.value(start)) { // given up: the others are what they were, unrounded
            edit.preview(start);
            return;
        }
        double share = (value - slider.value(start)) / range(slider);
        S next = start;
        for (Slider<S> other : others(slider, together)) {
            double to = other.value(start) + share * range(other);
            next = put(next, other, new SliderScale(other.scale()).rounded(to, Grain.FINE));
        }
        edit.preview(put(next, slider, value));
    }

    /**
     * A slider gets a value in one step: typed, pasted.
     *
     * @param together whether the chosen ones get the same value
     */
    void write(Slider<S> slider, double value, boolean together) {
        S next = edit.spec();
        for (Slider<S> other : others(slider, together)) {
            next = put(next, other, other.scale().clamped(value));
        }
        apply(put(next, slider, value));
    }

    /**
     * A slider goes back to the photograph.
     *
     * @param together whether the chosen ones do so too
     */
    void reset(Slider<S> slider, boolean together) {
        S next = edit.spec();
        for (Slider<S> other : others(slider, together)) {
            next = back(next, other);
        }
        apply(back(next, slider));
    }

    /** The move is over: it becomes one step of the history. */
    void settle() {
        before = Optional.empty();
        edit.settle();
    }

    private void apply(S next) {
        edit.preview(next);
        settle();
    }

    /** The chosen ones besides a slider that is among them. */
    private Collection<Slider<S>> others(Slider<S> slider, boolean together) {
        return together && chosen.get().contains(slider.id())
                ? chosen.get().stream()
                        .filter(id -> !id.equals(slider.id()) && sliders.containsKey(id))
                        .map(sliders::get)
                        .toList()
                : Set.of();
    }

    /** Sets a slider, and its other side if they are linked. */
    private S put(S spec, Slider<S> slider, double value) {
        S next = slider.with(spec, value);
        return side(slider)
                .map(other -> other.with(next, other.scale().clamped(value)))
                .orElse(next);
    }

    private S back(S spec, Slider<S> slider) {
        S next = slider.with(spec, slider.neutral(spec));
        return side(slider).map(other -> other.with(next, other.neutral(next))).orElse(next);
    }

    private Optional<Slider<S>> side(Slider<S> slider) {
        return linked.get().contains(slider.id()) ? partner(slider) : Optional.empty();
    }

    private static double range(Slider<?> slider) {
        return slider.scale().max() - slider.scale().min();
    }
}
