package mien.engine.evaluate.bench;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a benchmark found.
 *
 * @param name its name in the list
 * @param precision {@code float32} or {@code bfloat16}
 * @param device {@code cpu} or {@code cuda}
 * @param threads that did the work
 * @param p50 median time, milliseconds
 * @param p95 95th percentile, milliseconds
 * @param peakMemory most memory held after loading, MiB
 * @param further what it tells besides
 */
public record Measurement(
        String name,
        String precision,
        String device,
        int threads,
        double p50,
        double p95,
        long peakMemory,
        Map<Figure, Double> further) {

    /** What was taken, without further figures. */
    static Measurement of(Taking what, Times times, long peakMemory) {
        return new Measurement(
                what.name(),
                what.precision(),
                what.device(),
                what.threads(),
                times.p50(),
                times.p95(),
                peakMemory,
                Map.of());
    }

    /** The same with a further figure. */
    Measurement with(Figure figure, double value) {
        Map<Figure, Double> more = new EnumMap<>(Figure.class);
        more.putAll(further);
        more.put(figure, value);
        return new Measurement(
                name,
                precision,
                device,
                threads,
                p50,
                p95,
                peakMemory,
                Collections.unmodifiableMap(more));
    }
}
