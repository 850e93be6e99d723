package mien.engine.edit;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * What the {@link Meter}s of a system read after a step; a meter that did not measure there is left
 * out.
 *
 * @param values finite numbers in the units of the meters' scales, by the meters' ids
 */
public record Readings(Map<String, Double> values) {

    /** Nothing was measured. */
    public static final Readings NONE = new Readings(Map.of());

    public Readings {
        values = Map.copyOf(values);
    }

    /** What one meter read. */
    public OptionalDouble of(String meter) {
        Double value = values.get(meter);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
