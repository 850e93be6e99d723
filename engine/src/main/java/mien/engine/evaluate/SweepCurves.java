package mien.engine.evaluate;

import java.util.List;
import java.util.Map;

/**
 * What a sweep found.
 *
 * @param values of its control, rising
 * @param rows means over all people by name, one map for each value
 */
public record SweepCurves(Sweep sweep, List<Double> values, List<Map<String, Double>> rows) {

    public SweepCurves {
        values = List.copyOf(values);
        rows = List.copyOf(rows);
    }

    public double[] settings() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** A figure at every value. */
    public double[] of(String metric) {
        return rows.stream().mapToDouble(row -> row.get(metric)).toArray();
    }

    public Trend trend(String metric) {
        return Trend.of(settings(), of(metric));
    }
}
