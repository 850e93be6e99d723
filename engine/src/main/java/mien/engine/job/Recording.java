package mien.engine.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import mien.engine.diffusion.WalkFolder;
import mien.engine.diffusion.WalkId;
import mien.engine.diffusion.Watcher;
import mien.engine.edit.EditException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the steps of one job beyond this process, as its {@link RunRecord} says. */
final class Recording {

    private static final Logger LOG = LoggerFactory.getLogger(Recording.class);
    private static final String ATTEMPTS = "attempts";
    private static final int MOST_ATTEMPTS = 2;

    private final Optional<RunRecord> record;
    private Optional<Path> passing = Optional.empty(); // a folder that goes when the run ends

    Recording(Optional<RunRecord> record) {
        this.record = record;
    }

    /**
     * What an earlier process has of the very same run.
     *
     * @throws EditException if that run ended its process twice
     */
    Optional<Film> interrupted(WalkId walk) {
        return folderUntilEnd(walk).filter(Files::isDirectory).flatMap(f -> film(f, walk));
    }

    private static Optional<Film> film(Path folder, WalkId walk) {
        if (attempts(folder) >= MOST_ATTEMPTS) {
            discard(folder);
            throw new EditException(
                    "This run ended Mien twice before it was done, so it is set aside: change something, or start it once more.");
        }
        try {
            Film film = Film.read(folder);
            if (film.isOf(walk)) {
                return Optional.of(film);
            }
        } catch (EditException e) {
            LOG.warn("an interrupted run starts anew: {}", e.getMessage());
        }
        return Optional.empty();
    }

    /** The run begins: its film, and every place to come, is kept. */
    Watcher begin(WalkId walk, Film film) {
        Optional<Path> folder = folderUntilEnd(walk);
        passing = folder;
        folder.ifPresent(Recording::count);
        if (record.isPresent() && record.get() instanceof RunRecord.Lasting lasting) {
            folder = Optional.of(lasting.folder());
        }
        if (folder.isEmpty()) {
            return Watcher.NONE;
        }
        WalkFolder kept = new WalkFolder(folder.get(), walk);
        film.places().forEach(place -> kept.onWaypoint(() -> place));
        return kept;
    }

    /** The run has ended, well or not, and will not go on. */
    void end() {
        passing.ifPresent(Recording::discard);
    }

    /** The engine's end stopped the run, which may go on another day: no attempt that failed. */
    void pause() {
        passing.ifPresent(Recording::forget);
    }

    private Optional<Path> folderUntilEnd(WalkId walk) {
        return record.isPresent() && record.get() instanceof RunRecord.UntilEnd until
                ? Optional.of(until.root().resolve(walk.recipe()))
                : Optional.empty();
    }

    static void discard(Path folder) {
        forget(folder);
        WalkFolder.discard(folder);
    }

    private static void forget(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(ATTEMPTS));
        } catch (IOException e) {
            LOG.warn("the attempts in {} cannot be removed: {}", folder, e.getMessage());
        }
    }

    private static int attempts(Path folder) {
        try {
            return Integer.parseInt(Files.readString(folder.resolve(ATTEMPTS)).strip());
        } catch (IOException | NumberFormatException e) {
            return 0; // nobody counted, or the disk lost it
        }
    }

    private static void count(Path folder) {
        int before = attempts(folder);
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(ATTEMPTS), Integer.toString(before + 1));
        } catch (IOException e) {
            LOG.warn("the run goes on without a record ({}): {}", folder, e.getMessage());
        }
    }
}
