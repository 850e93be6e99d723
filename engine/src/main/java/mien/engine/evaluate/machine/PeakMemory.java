package mien.engine.evaluate.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * The most memory this process has held since this was made, in MiB: the kernel's own mark where it
 * can be set back, else the greatest of frequent samples.
 */
public final class PeakMemory implements AutoCloseable {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path MARK = Path.of("/proc/self/clear_refs");
    private static final String SET_BACK = "5"; // man 5 proc: resets the peak resident set size
    private static final long SAMPLE_MS = 5;

    private final boolean marked;
    private volatile long greatest;
    private final Thread sampler;

    public PeakMemory() {
        marked = setBack();
        greatest = Memory.resident();
        sampler = new Thread(this::sample, "peak-memory");
        sampler.setDaemon(true);
        if (!marked) {
            sampler.start();
        }
    }

    private static boolean setBack() {
        try {
            Files.writeString(MARK, SET_BACK);
            return true;
        } catch (IOException e) {
            return false; // an older kernel or a sandbox
        }
    }

    private void sample() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                greatest = Math.max(greatest, Memory.resident());
                TimeUnit.MILLISECONDS.sleep(SAMPLE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The peak so far. */
    public long mebibytes() {
        OptionalLong mark = marked ? Memory.entry(STATUS, "VmHWM:") : OptionalLong.empty();
        return Math.max(mark.orElse(0), Math.max(greatest, Memory.resident()));
    }

    @Override
    public void close() {
        sampler.interrupt();
    }
}
