package mien.engine.evaluate.bench;

import java.util.List;

/** One entry of the list. */
public interface Benchmark {

    /** Its name, such as {@code raster.128}. */
    String name();

    /** The precisions it is measured in, each in a process of its own. */
    List<String> precisions();

    /** The same with another number of edits, where it says how many; else itself. */
    default Benchmark times(int edits) {
        return this;
    }

    /**
     * Measures; called once in a process.
     *
     * @throws Unavailable if it cannot run on this machine
     */
    Measurement measure(String precision);
}
