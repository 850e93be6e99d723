package mien.engine.evaluate.bench;

import java.util.OptionalDouble;
import java.util.function.Supplier;
import mien.engine.evaluate.machine.PeakMemory;

/**
 * Takes a measurement of what is already loaded.
 *
 * @param name of the benchmark
 * @param precision as it is reported
 * @param device as it is reported
 * @param threads that do the work
 */
record Taking(String name, String precision, String device, int threads) {

    Measurement of(Supplier<Times> work) {
        System.gc(); // what loading left behind is not part of the work
        try (PeakMemory peak = new PeakMemory()) {
            Times times = work.get();
            return new Measurement(
                    name,
                    precision,
                    device,
                    threads,
                    times.p50(),
                    times.p95(),
                    peak.mebibytes(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty());
        }
    }
}
