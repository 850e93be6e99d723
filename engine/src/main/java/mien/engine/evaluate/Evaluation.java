package mien.engine.evaluate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an evaluation found.
 *
 * @param system id of the editing system
 * @param pack id of its model
 * @param count how many people
 * @param seed of the first of them
 * @param steps network evaluations an edit
 * @param metrics means over all people, by name, in the order of the table
 */
public record Evaluation(
        String system, String pack, int count, long seed, int steps, Map<String, Double> metrics) {

    public Evaluation {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }
}
