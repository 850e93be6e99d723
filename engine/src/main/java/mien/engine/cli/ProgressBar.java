package mien.engine.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** A line that is drawn over as work goes on; nothing at all where no person watches. */
final class ProgressBar implements AutoCloseable {

    private static final int WIDTH = 30;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter to;
    private final String label;
    private final boolean shown;
    private final long start = System.nanoTime();

    ProgressBar(PrintWriter to, String label, boolean shown) {
        this.to = to;
        this.label = label;
        this.shown = shown;
    }

    void show(long done, long all) {
        show(done, all, "");
    }

    /** {@code note} stands behind the bar, such as a loss. */
    synchronized void show(long done, long all, String note) {
        if (shown) {
            int filled = (int) (WIDTH * done / Math.max(1, all));
            double seconds = (System.nanoTime() - start) / 1e9;
            to.print(
                    CLEAR
                            + String.format(
                                    Locale.ROOT,
                                    "%s %s%s %d/%d  %.0f s  %s",
                                    label,
                                    "█".repeat(filled),
                                    "░".repeat(WIDTH - filled),
                                    done,
                                    all,
                                    seconds,
                                    note));
            to.flush();
        }
    }

    /** Takes the bar away, so that something else can be said. */
    synchronized void clear() {
        if (shown) {
            to.print(CLEAR);
            to.flush();
        }
    }

    @Override
    public void close() {
        clear();
    }
}
