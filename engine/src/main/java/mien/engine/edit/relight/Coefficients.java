package mien.engine.edit.relight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A row of numbers that never changes and equals any other row of the same numbers. */
public record Coefficients(List<Float> values) {

    public Coefficients {
        values = List.copyOf(values);
    }

    public static Coefficients of(float... numbers) {
        List<Float> values = new ArrayList<>(numbers.length);
        for (float v : numbers) {
            values.add(v);
        }
        return new Coefficients(values);
    }

    /** Numbers {@code from} up to but without {@code to}. */
    static Coefficients of(float[] numbers, int from, int to) {
        return of(Arrays.copyOfRange(numbers, from, to));
    }

    public int size() {
        return values.size();
    }

    public float at(int index) {
        return values.get(index);
    }

    /** The same row with one number replaced. */
    public Coefficients with(int index, float value) {
        List<Float> changed = new ArrayList<>(values);
        changed.set(index, value);
        return new Coefficients(changed);
    }

    /** A fresh array of the numbers. */
    public float[] array() {
        float[] numbers = new float[values.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = values.get(i);
        }
        return numbers;
    }
}
