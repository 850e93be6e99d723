package mien.app.edit;

import java.time.Duration;
import java.util.Optional;

/** How fast a run goes; told on a worker's thread, asked on the window's. */
public final class Pace {

    private final long began;
    private long first;
    private long last;
    private int count;

    /**
     * @param nanos when it began
     */
    public Pace(long nanos) {
        this.began = nanos;
    }

    /** A step was done. */
    public synchronized void step(long nanos) {
        if (count == 0) {
            first = nanos;
        }
        last = nanos;
        count++;
    }

    /**
     * What more steps will take; nothing is known before the second step, since the first one also
     * prepares.
     */
    public synchronized Optional<Duration> left(int more) {
        return count < 2
                ? Optional.empty()
                : Optional.of(Duration.ofNanos((last - first) / (count - 1) * more));
    }

    Duration since(long nanos) {
        return Duration.ofNanos(nanos - began);
    }
}
