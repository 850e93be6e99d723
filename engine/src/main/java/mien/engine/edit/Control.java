package mien.engine.edit;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * One thing a person can set: a lens on a spec. The kinds are a closed set, so that a panel or a
 * command line needs no knowledge of the system. Setting a control to what it shows changes
 * nothing.
 */
public sealed interface Control<S> {

    /**
     * Unique within the system: lower case words joined by dots or hyphens, such as {@code
     * light.azimuth}.
     */
    String id();

    /** The heading under which it stands, such as {@code light}. */
    String group();

    /** The values a slider runs through; photographs may lie outside. */
    record Scale(double min, double max, double step, Unit unit) {
        public Scale {
            if (!(min < max) || !(step > 0)) {
                throw new IllegalArgumentException(
                        "a scale needs min < max and a positive step, but got %s, %s, %s"
                                .formatted(min, max, step));
            }
        }

        /** Whether a value lies on the scale, its ends included. */
        public boolean holds(double value) {
            return value >= min && value <= max;
        }

        /** The nearest value on the scale. */
        public double clamped(double value) {
            return Math.max(min, Math.min(max, value));
        }
    }

    /** What a slider's numbers mean. */
    enum Unit {
        DEGREES("°"),
        /** Plain numbers: amounts of light, expressions. */
        AMOUNT(""),
        /** Standard deviations of a population. */
        DEVIATIONS("σ"),
        /** Hundredths of the whole. */
        PERCENT("%");

        private final String sign;

        Unit(String sign) {
            this.sign = sign;
        }

        /** What stands behind the number; may be empty. */
        public String sign() {
            return sign;
        }
    }

    /** A new spec with a number set. */
    @FunctionalInterface
    interface NumberSetter<S> {
        S with(S spec, double value);
    }

    /** A number. */
    record Slider<S>(
            String id,
            String group,
            Scale scale,
            ToDoubleFunction<S> fromPhoto,
            ToDoubleFunction<S> getter,
            NumberSetter<S> setter)
            implements Control<S> {

        /** The value now. */
        public double value(S spec) {
            return getter.applyAsDouble(spec);
        }

        /** The value that was found in the picture: what "reset" goes back to. */
        public double neutral(S spec) {
            return fromPhoto.applyAsDouble(spec);
        }

        /** Whether the value still is the one found in the picture. */
        public boolean untouched(S spec) {
            return value(spec) == neutral(spec);
        }

        /**
         * The spec with another value.
         *
         * @throws EditException if the value is off the scale and not the one found in the picture
         */
        public S with(S spec, double value) {
            if (!scale.holds(value) && value != neutral(spec) && value != value(spec)) {
                throw new EditException(
                        "'%s' takes %s to %s%s, but got %s: choose a value in that range."
                                .formatted(
                                        id,
                                        plain(scale.min()),
                                        plain(scale.max()),
                                        scale.unit().sign(),
                                        plain(value)));
            }
            return setter.with(spec, value);
        }

        private static String plain(double v) {
            return v == Math.rint(v) && Math.abs(v) < 1e9
                    ? Long.toString((long) v)
                    : Double.toString(v);
        }
    }

    /** On or off. */
    record Toggle<S>(String id, String group, Predicate<S> getter, BiFunction<S, Boolean, S> setter)
            implements Control<S> {

        public boolean value(S spec) {
            return getter.test(spec);
        }

        public S with(S spec, boolean value) {
            return setter.apply(spec, value);
        }
    }

    /**
     * One of several named values.
     *
     * @param values what can be chosen, in this order: lower case words joined by hyphens
     * @param view whether it only shows and sets what other controls have, such as a preset
     */
    record Choice<S>(
            String id,
            String group,
            List<String> values,
            boolean view,
            Function<S, String> getter,
            BiFunction<S, String, S> setter)
            implements Control<S> {

        public Choice {
            values = List.copyOf(values);
        }

        public String value(S spec) {
            return getter.apply(spec);
        }

        /**
         * The spec with another value.
         *
         * @throws EditException if there is no such value
         */
        public S with(S spec, String value) {
            if (!values.contains(value)) {
                throw new EditException(
                        "'%s' has no '%s': choose one of %s."
                                .formatted(id, value, String.join(", ", values)));
            }
            return setter.apply(spec, value);
        }
    }

    /** A colour. */
    record Colour<S>(
            String id,
            String group,
            Function<S, Rgb> fromPhoto,
            Function<S, Rgb> getter,
            BiFunction<S, Rgb, S> setter)
            implements Control<S> {

        public Rgb value(S spec) {
            return getter.apply(spec);
        }

        /** The colour that was found in the picture. */
        public Rgb neutral(S spec) {
            return fromPhoto.apply(spec);
        }

        public S with(S spec, Rgb value) {
            return setter.apply(spec, value);
        }
    }

    /** A row of numbers that is pasted or read from a file, such as the 27 numbers of a light. */
    record Numbers<S>(
            String id,
            String group,
            int count,
            Function<S, float[]> getter,
            BiFunction<S, float[], S> setter)
            implements Control<S> {

        /** The numbers now, {@link #count} of them. */
        public float[] value(S spec) {
            return getter.apply(spec);
        }

        /**
         * The spec with other numbers.
         *
         * @throws EditException if there are not {@link #count} finite numbers
         */
        public S with(S spec, float[] numbers) {
            if (numbers.length != count) {
                throw new EditException(
                        "'%s' takes %d numbers, but got %d.".formatted(id, count, numbers.length));
            }
            for (float v : numbers) {
                if (!Float.isFinite(v)) {
                    throw new EditException(
                            "'%s' takes finite numbers, but got %s.".formatted(id, v));
                }
            }
            return setter.apply(spec, numbers.clone());
        }
    }

    /** A new spec that took a part from another one. */
    @FunctionalInterface
    interface Taking<S> {
        S take(S spec, String part, S from);
    }

    /**
     * Something of another, opened picture: its light, its pose. Taking from oneself resets that
     * part.
     */
    record Borrow<S>(String id, String group, List<String> parts, Taking<S> taking)
            implements Control<S> {
        public Borrow {
            parts = List.copyOf(parts);
        }

        /**
         * The spec with a part of another.
         *
         * @throws EditException if there is no such part
         */
        public S with(S spec, String part, S from) {
            if (!parts.contains(part)) {
                throw new EditException(
                        "'%s' cannot take '%s': choose one of %s."
                                .formatted(id, part, String.join(", ", parts)));
            }
            return taking.take(spec, part, from);
        }
    }
}
