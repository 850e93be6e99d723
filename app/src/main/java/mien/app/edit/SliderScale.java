package mien.app.edit;

import java.util.Locale;
import java.util.OptionalDouble;
import mien.engine.edit.Control.Scale;

/**
 * A scale as a person handles it: places on a bar, written and read numbers, coarse and fine moves.
 */
record SliderScale(Scale scale) {

    private static final double FINE = 0.1;
    private static final int SNAPS = 24;
    private static final int PAGE = 10;

    /** How a value is moved. */
    enum Grain {
        STEP,
        /** A tenth of a step. */
        FINE,
        /** Round values. */
        SNAP
    }

    /** Where a value stands on the bar, 0 to 1; values off the scale stand at its ends. */
    double place(double value) {
        return (scale.clamped(value) - scale.min()) / (scale.max() - scale.min());
    }

    double range() {
        return scale.max() - scale.min();
    }

    /** The nearest value of a grain, on the scale. */
    double rounded(double value, Grain grain) {
        double unit =
                switch (grain) {
                    case STEP -> scale.step();
                    case FINE -> scale.step() * FINE;
                    case SNAP -> snap();
                };
        double digits = Math.pow(10, Math.max(0, Math.ceil(-Math.log10(unit)) + 1));
        return scale.clamped(Math.rint(Math.rint(value / unit) * unit * digits) / digits);
    }

    /** A value moved by some steps. */
    double moved(double value, int steps, Grain grain) {
        double unit =
                switch (grain) {
                    case STEP -> scale.step();
                    case FINE -> scale.step() * FINE;
                    case SNAP -> scale.step() * PAGE;
                };
        return rounded(value + steps * unit, grain == Grain.FINE ? Grain.FINE : Grain.STEP);
    }

    /** The smallest of 1, 2, 5 × 10ⁿ that divides the bar into not too many parts. */
    private double snap() {
        double wanted = range() / SNAPS;
        double ten = Math.pow(10, Math.floor(Math.log10(wanted)));
        for (double k : new double[] {1, 2, 5}) {
            if (k * ten >= wanted * 0.999) {
                return k * ten;
            }
        }
        return 10 * ten;
    }

    /** The value with its unit, such as {@code 15°}. */
    String written(double value) {
        return number(value) + scale.unit().sign();
    }

    /** The value as it is typed. */
    String number(double value) {
        int digits = (int) Math.max(0, Math.ceil(-Math.log10(scale.step()) - 1e-9));
        String text = String.format(Locale.ROOT, "%." + digits + "f", value);
        return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
    }

    /** What was typed, put on the scale; empty if it is not a number. */
    OptionalDouble read(String typed) {
        String plain =
                typed.replace(scale.unit().sign(), "").replace(',', '.').replace('−', '-').strip();
        try {
            double value = Double.parseDouble(plain);
            return Double.isFinite(value)
                    ? OptionalDouble.of(scale.clamped(value))
                    : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
