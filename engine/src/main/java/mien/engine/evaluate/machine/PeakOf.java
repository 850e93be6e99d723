package mien.engine.evaluate.machine;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The most memory that another program or one of its children has held, in MiB, as far as the
 * system tells.
 */
public final class PeakOf implements AutoCloseable {

    private static final long SAMPLE_MS = 100;

    private final Thread sampler = new Thread(this::sample, "peak-of-child");
    private volatile ProcessHandle watched = ProcessHandle.current();
    private volatile long greatest;

    /** Looks at this program from now on. */
    public void watch(ProcessHandle program) {
        watched = program;
        sampler.setDaemon(true);
        sampler.start();
    }

    private void sample() {
        try {
            while (watched.isAlive()) {
                Stream.concat(Stream.of(watched), watched.descendants())
                        .mapToLong(PeakOf::mark)
                        .forEach(peak -> greatest = Math.max(greatest, peak));
                TimeUnit.MILLISECONDS.sleep(SAMPLE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long mark(ProcessHandle program) {
        return Memory.entry(Path.of("/proc", Long.toString(program.pid()), "status"), "VmHWM:")
                .orElse(0);
    }

    /** The greatest seen; 0 where the system does not tell. */
    public long mebibytes() {
        return greatest;
    }

    @Override
    public void close() {
        sampler.interrupt();
    }
}
