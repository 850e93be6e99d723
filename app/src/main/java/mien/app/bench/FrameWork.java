package mien.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/**
 * How much the window's thread works for each frame: the processor time it spent since the frame
 * before. Waiting for its turn on a busy machine does not count. Called at every pulse.
 */
final class FrameWork implements Runnable {

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Double> millis = new ArrayList<>();
    private long before = -1;

    @Override
    public void run() {
        long now = threads.getCurrentThreadCpuTime();
        if (before >= 0) {
            millis.add((now - before) / 1e6);
        }
        before = now;
    }

    /** Forgets what was counted; the next frame counts from now. */
    void begin() {
        millis.clear();
        before = threads.getCurrentThreadCpuTime();
    }

    /** Milliseconds that the thread worked since the frame before. */
    double since() {
        return (threads.getCurrentThreadCpuTime() - before) / 1e6;
    }

    /** Milliseconds of every frame so far. */
    List<Double> all() {
        return List.copyOf(millis);
    }

    /** Milliseconds of every frame so far, the first left out. */
    double[] millis() {
        return millis.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
