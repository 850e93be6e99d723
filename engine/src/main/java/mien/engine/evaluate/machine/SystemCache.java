package mien.engine.evaluate.machine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the system keeps of files in its memory. */
public final class SystemCache {

    private SystemCache() {}

    /**
     * Asks the system to keep nothing of a file, by the tool that comes with Linux.
     *
     * @return whether there is such a tool and it did so
     */
    public static boolean forget(Path file) {
        return done(List.of("sync", file.toString()))
                && done(List.of("dd", "if=" + file, "iflag=nocache", "count=0"));
    }

    private static boolean done(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false; // there is no such tool here
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
