package mien.engine.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where the steps of a run are kept beyond this process. */
public sealed interface RunRecord {

    /**
     * In a folder that stays when the run has ended, to branch from.
     *
     * @param folder of this run alone
     */
    record Lasting(Path folder) implements RunRecord {}

    /**
     * Until the run has ended. When a process was killed in the middle of a run and another starts
     * the same one, it goes on where that stood; one that ended its process twice is set aside.
     *
     * @param root holds a folder for each run
     */
    record UntilEnd(Path root) implements RunRecord {}

    /** Removes all runs below a folder but the newest. */
    static void prune(Path root, int keep) {
        try (Stream<Path> runs = Files.list(root)) {
            runs.filter(Files::isDirectory)
                    .sorted(Comparator.comparingLong(RunRecord::modified).reversed())
                    .skip(keep)
                    .forEach(Recording::discard);
        } catch (IOException | UncheckedIOException e) {
            // there is no folder before the first run; what cannot be listed stays
        }
    }

    private static long modified(Path folder) {
        try {
            return Files.getLastModifiedTime(folder).toMillis();
        } catch (IOException e) {
            return 0; // another process removed it meanwhile
        }
    }
}
