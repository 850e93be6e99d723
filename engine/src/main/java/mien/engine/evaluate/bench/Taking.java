package mien.engine.evaluate.bench;

import java.util.function.Supplier;
import mien.engine.evaluate.machine.Machine;
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

    /** Of work in the precision and on the device that are chosen when nothing is asked for. */
    static Taking auto(String name) {
        Machine machine = Machine.inspected();
        return new Taking(name, machine.precision(), machine.device(), machine.threads());
    }

    Measurement of(Supplier<Times> work) {
        System.gc(); // what loading left behind is not part of the work
        try (PeakMemory peak = new PeakMemory()) {
            Times times = work.get();
            return Measurement.of(this, times, peak.mebibytes());
        }
    }
}
