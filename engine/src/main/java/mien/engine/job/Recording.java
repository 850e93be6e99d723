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

/**
 * Keeps the steps of one job beyond this process, as its {@link RunRecord} says. A run that another
 * program is at, or another worker of this one, is left to that one: it is neither gone on with nor
 * kept a second time.
 */
final class Recording {

    private static final Logger LOG = LoggerFactory.getLogger(Recording.class);
    private static final String ATTEMPTS = "attempts";
    private static final int MOST_ATTEMPTS = 2;

    private final Optional<RunRecord> record;
    private Optional<Kept> passing = Optional.empty();

    /** A folder that goes when the run ends. */
    private record Kept(Path folder, FolderLock lock) {}

    Recording(Optional<RunRecord> record) {
        this.record = record;
    }

    /**
     * What an earlier process has of the very same run.
     *
     * @throws EditException if that run ended its process twice
     */
    Optional<Film> interrupted(WalkId walk) {
        Optional<Path> before = folderUntilEnd(walk).filter(Files::isDirectory);
        return before.flatMap(this::keep).flatMap(folder -> film(folder, walk));
    }

    private static Optional<Film> film(Path folder, WalkId walk) {
        if (attempts(folder) >= MOST_ATTEMPTS) {
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
        Optional<Path> folder = folderUntilEnd(walk).flatMap(this::keep);
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

    /** The folder, if this run has the right to it. */
    private Optional<Path> keep(Path folder) {
        if (passing.isEmpty()) {
            try {
                Files.createDirectories(folder);
                passing = FolderLock.take(folder).map(lock -> new Kept(folder, lock));
            } catch (IOException e) {
                LOG.warn("the run goes on without a record ({}): {}", folder, e.getMessage());
            }
        }
        return passing.map(Kept::folder);
    }

    /** The run has ended, well or not, and will not go on. */
    void end() {
        passing.ifPresent(kept -> discard(kept.folder, kept.lock));
    }

    /** The engine's end stopped the run, which may go on another day: no attempt that failed. */
    void pause() {
        passing.ifPresent(
                kept -> {
                    forget(kept.folder);
                    release(kept.lock);
                });
    }

    private Optional<Path> folderUntilEnd(WalkId walk) {
        return record.isPresent() && record.get() instanceof RunRecord.UntilEnd until
                ? Optional.of(until.root().resolve(walk.recipe()))
                : Optional.empty();
    }

    /** Removes what was kept of a run, unless somebody is at it. */
    static void discard(Path folder) {
        try {
            FolderLock.take(folder).ifPresent(lock -> discard(folder, lock));
        } catch (IOException e) {
            LOG.warn("the run in {} cannot be removed: {}", folder, e.getMessage());
        }
    }

    private static void discard(Path folder, FolderLock lock) {
        forget(folder);
        release(lock);
        WalkFolder.discard(folder);
    }

    private static void release(FolderLock lock) {
        try {
            lock.remove();
        } catch (IOException e) {
            LOG.warn("a run's folder stays locked until Mien ends: {}", e.getMessage());
        }
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
            Files.writeString(folder.resolve(ATTEMPTS), Integer.toString(before + 1));
        } catch (IOException e) {
            LOG.warn("the run goes on without a record ({}): {}", folder, e.getMessage());
        }
    }
}
