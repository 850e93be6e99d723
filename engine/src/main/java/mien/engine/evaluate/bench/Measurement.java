package mien.engine.evaluate.bench;

import java.util.OptionalDouble;
import java.util.OptionalInt;

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
 * @param firstPreview for whole edits: median time to the first preview, milliseconds
 * @param growth for many edits in a row: by what share of itself the memory held after the
 *     twentieth had grown after the last
 * @param step for cancelled edits: how long one step takes, milliseconds
 * @param stuck for cancelled edits: how many never ended
 */
public record Measurement(
        String name,
        String precision,
        String device,
        int threads,
        double p50,
        double p95,
        long peakMemory,
        OptionalDouble firstPreview,
        OptionalDouble growth,
        OptionalDouble step,
        OptionalInt stuck) {

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
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty());
    }

    /** The same with the time to the first preview. */
    Measurement withFirstPreview(double milliseconds) {
        return with(OptionalDouble.of(milliseconds), growth, step, stuck);
    }

    /** The same with the growth of memory. */
    Measurement withGrowth(double share) {
        return with(firstPreview, OptionalDouble.of(share), step, stuck);
    }

    /** The same with the time of one step. */
    Measurement withStep(double milliseconds) {
        return with(firstPreview, growth, OptionalDouble.of(milliseconds), stuck);
    }

    /** The same with the number of edits that never ended. */
    Measurement withStuck(int edits) {
        return with(firstPreview, growth, step, OptionalInt.of(edits));
    }

    private Measurement with(
            OptionalDouble firstPreview,
            OptionalDouble growth,
            OptionalDouble step,
            OptionalInt stuck) {
        return new Measurement(
                name,
                precision,
                device,
                threads,
                p50,
                p95,
                peakMemory,
                firstPreview,
                growth,
                step,
                stuck);
    }
}
