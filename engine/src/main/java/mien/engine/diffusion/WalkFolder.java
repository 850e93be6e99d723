package mien.engine.diffusion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import mien.engine.picture.WholeFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the places of a walk in a folder, a {@link Journal} a step, so that a later program can go
 * on where this one was killed, or start again from any step. When a place cannot be written the
 * walk goes on without.
 */
public final class WalkFolder implements Watcher {

    private static final Logger LOG = LoggerFactory.getLogger(WalkFolder.class);
    private static final long BUDGET = 512L << 20;
    private static final String ENDING = ".walk";

    private final Path folder;
    private final WalkId id;
    private final Kept kept = new Kept(BUDGET);
    private volatile Optional<String> problem = Optional.empty();

    /**
     * A walk as it was kept.
     *
     * @param places by the number of steps done; at least one
     */
    public record Saved(WalkId id, TreeMap<Integer, Waypoint> places) {}

    /**
     * @param folder of this walk alone; made at the first place
     */
    public WalkFolder(Path folder, WalkId id) {
        this.folder = folder;
        this.id = id;
    }

    @Override
    public void onWaypoint(Supplier<Waypoint> place) {
        if (problem.isPresent()) {
            return;
        }
        Waypoint here = place.get();
        Journal journal = new Journal(file(here.done()), id);
        journal.onWaypoint(() -> here);
        problem = journal.problem();
        if (problem.isEmpty()) {
            kept.add(here.done(), here.bytes()).forEach(k -> delete(file(k)));
        }
    }

    /** Why the walk goes on unkept; empty as long as it is kept. */
    public Optional<String> problem() {
        return problem;
    }

    private Path file(int done) {
        return folder.resolve(String.format(Locale.ROOT, "step-%04d%s", done, ENDING));
    }

    /** Removes what was kept of a walk that nobody will go on with. */
    public static void discard(Path folder) {
        files(folder, ENDING).forEach(WalkFolder::delete);
        files(folder, WholeFile.UNFINISHED).forEach(WalkFolder::delete);
        delete(folder);
    }

    /**
     * Reads what was kept. A place that was being written when the program was killed is left out.
     *
     * @throws JournalException if no place can be read
     */
    public static Saved read(Path folder) {
        TreeMap<Integer, Waypoint> places = new TreeMap<>();
        Optional<WalkId> id = Optional.empty();
        Optional<JournalException> refused = Optional.empty();
        for (Path file : files(folder, ENDING)) {
            try {
                Journal.Saved one = Journal.read(file);
                places.put(one.place().done(), one.place());
                id = Optional.of(one.id());
            } catch (JournalException e) {
                LOG.warn(e.getMessage());
                refused = Optional.of(e);
            }
        }
        if (id.isEmpty()) {
            throw refused.orElseGet(
                    () ->
                            new JournalException(
                                    "There is no run %s: it ended and was removed, or never began."
                                            .formatted(folder)));
        }
        return new Saved(id.get(), places);
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of(); // no folder, no places
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} cannot be removed: {}", file, e.getMessage());
        }
    }
}
