package mien.engine.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import mien.engine.edit.EditException;
import mien.engine.job.Film;
import mien.engine.job.RunRecord;

/**
 * The steps of the newest runs of the editing verbs, so that one can go on after it was interrupted
 * and branch after it ended. Older runs are removed.
 *
 * @param folder with a folder for each run
 */
record KeptRuns(Path folder) {

    private static final int KEPT = 10;
    private static final String LAST = "last";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT);

    /** A name for a run that begins now. */
    String next() {
        return LocalDateTime.now().format(NAME) + "-" + ProcessHandle.current().pid();
    }

    Path of(String run) {
        return folder.resolve(run);
    }

    /**
     * The whole name of a kept run.
     *
     * @param asked its name, or {@code last}
     * @throws Refusal if there is no such run
     */
    String named(String asked) {
        List<String> names = names();
        if (asked.equals(LAST) && !names.isEmpty()) {
            return names.get(names.size() - 1);
        }
        if (!names.contains(asked)) {
            String kept = names.isEmpty() ? "none is kept" : "kept are " + String.join(", ", names);
            throw new Refusal("--resume %s: there is no such run; %s.".formatted(asked, kept));
        }
        return asked;
    }

    /**
     * The steps of a run.
     *
     * @param name as {@link #named} gives it
     * @throws Refusal if none can be read
     */
    Film film(String name) {
        try {
            return Film.read(of(name));
        } catch (EditException e) {
            throw new Refusal("--resume %s: %s".formatted(name, e.getMessage()), e);
        }
    }

    private List<String> names() {
        try (Stream<Path> runs = Files.list(folder)) {
            return runs.map(r -> r.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            return List.of(); // there is no folder before the first run
        }
    }

    /** Removes the oldest, so that a new one can come. */
    void prune() {
        RunRecord.prune(folder, KEPT - 1);
    }
}
