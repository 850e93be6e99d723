package mien.engine.job;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a run will probably take, as far as anything is known.
 *
 * @param time from its start to its result; empty: no such run was made here before
 * @param memory bytes of this machine's that it needs besides what is in use; empty: unknown
 * @param free bytes of this machine's that are free; empty: the system does not tell, or the run
 *     needs the GPU's
 */
public record Forecast(Optional<Duration> time, OptionalLong memory, OptionalLong free) {

    /** Nothing is known. */
    public static final Forecast NOTHING =
            new Forecast(Optional.empty(), OptionalLong.empty(), OptionalLong.empty());

    /** Whether more memory is needed than is free. */
    public boolean tight() {
        return memory.isPresent() && free.isPresent() && memory.getAsLong() > free.getAsLong();
    }
}
