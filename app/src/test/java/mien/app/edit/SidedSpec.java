package mien.app.edit;

import java.util.Arrays;
import mien.engine.edit.EditSpec;
import mien.engine.picture.Picture;

/** Six numbers that were all 1 in the photograph. */
record SidedSpec(Picture source, double[] values) implements EditSpec {

    static SidedSpec found(Picture source) {
        double[] ones = new double[6];
        Arrays.fill(ones, 1);
        return new SidedSpec(source, ones);
    }

    double at(int i) {
        return values[i];
    }

    SidedSpec with(int i, double value) {
        double[] next = values.clone();
        next[i] = value;
        return new SidedSpec(source, next);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SidedSpec s
                && s.source.equals(source)
                && Arrays.equals(s.values, values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
