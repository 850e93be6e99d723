package mien.engine.checkpoint;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What a piece of work on this thread costs in time and in memory asked for. */
final class Expense {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long begun = THREADS.getCurrentThreadCpuTime();
    private final long allocated = THREADS.getCurrentThreadAllocatedBytes();

    /** Milliseconds of a processor so far, whatever else keeps it busy. */
    long milliseconds() {
        return (THREADS.getCurrentThreadCpuTime() - begun) / 1_000_000;
    }

    /** Bytes asked of the heap so far, freed or not. */
    long bytes() {
        return THREADS.getCurrentThreadAllocatedBytes() - allocated;
    }

    void assertBelow(long milliseconds, long bytes) {
        long spent = milliseconds();
        long taken = bytes();
        assertTrue(spent < milliseconds, "took " + spent + " ms");
        assertTrue(taken < bytes, "asked for " + (taken >> 20) + " MiB");
    }
}
