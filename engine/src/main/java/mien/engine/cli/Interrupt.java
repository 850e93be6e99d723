package mien.engine.cli;

import java.util.LinkedHashSet;
import java.util.Set;
import mien.engine.edit.Cancelled;

/** Ctrl-C: whatever runs is asked to end, and gets the time to free everything. */
final class Interrupt {

    private final Set<Runnable> endings = new LinkedHashSet<>();
    private boolean requested;

    /** A span of time in which something can be ended. */
    interface Span extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Until the span is closed, {@link #request} calls {@code ending}; at once if it was called
     * before.
     */
    synchronized Span during(Runnable ending) {
        endings.add(ending);
        if (requested) {
            ending.run();
        }
        return () -> forget(ending);
    }

    private synchronized void forget(Runnable ending) {
        endings.remove(ending);
    }

    /** Ends everything that runs. */
    synchronized void request() {
        requested = true;
        endings.forEach(Runnable::run);
    }

    synchronized boolean requested() {
        return requested;
    }

    /**
     * @throws Cancelled if the person does not want to go on
     */
    void check() {
        if (requested()) {
            throw new Cancelled();
        }
    }
}
