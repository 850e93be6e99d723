package mien.engine.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;

/** Running means of named figures, in the order they were first added. */
final class Means {

    private record Sum(double total, int count) {
        Sum plus(double value) {
            return new Sum(total + value, count + 1);
        }
    }

    private final Map<String, Sum> sums = new LinkedHashMap<>();

    void add(String name, double value) {
        sums.merge(name, new Sum(value, 1), (old, one) -> old.plus(value));
    }

    Map<String, Double> values() {
        Map<String, Double> means = new LinkedHashMap<>();
        sums.forEach((name, sum) -> means.put(name, sum.total / sum.count));
        return means;
    }
}
