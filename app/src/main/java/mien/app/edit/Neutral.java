package mien.app.edit;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import mien.engine.edit.Control;

/**
 * What a control found in the photograph: whether a spec differs from it, and the spec that does
 * not.
 *
 * @param counted whether it is a value of its own; false for another view of values that have
 *     controls
 */
record Neutral<S>(Predicate<S> touched, UnaryOperator<S> reset, boolean counted) {

    /** Of a control that has a value; empty if it has none. */
    static <S> Optional<Neutral<S>> of(Control<S> control, S opened) {
        if (control instanceof Control.Slider<S> c) {
            return Optional.of(
                    new Neutral<>(s -> !c.untouched(s), s -> c.with(s, c.neutral(s)), true));
        }
        if (control instanceof Control.Colour<S> c) {
            return Optional.of(
                    new Neutral<>(
                            s -> !c.value(s).equals(c.neutral(s)),
                            s -> c.with(s, c.neutral(s)),
                            true));
        }
        if (control instanceof Control.Toggle<S> c) {
            boolean was = c.value(opened);
            return Optional.of(new Neutral<>(s -> c.value(s) != was, s -> c.with(s, was), true));
        }
        if (control instanceof Control.Choice<S> c) {
            String was = c.value(opened);
            return Optional.of(
                    new Neutral<>(s -> !c.value(s).equals(was), s -> c.with(s, was), !c.view()));
        }
        if (control instanceof Control.Numbers<S> c) {
            float[] was = c.value(opened);
            return Optional.of(
                    new Neutral<>(
                            s -> !Arrays.equals(c.value(s), was), s -> c.with(s, was), false));
        }
        return Optional.empty();
    }
}
