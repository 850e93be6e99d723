package mien.app.document.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mien.app.document.DiskReason;
import mien.app.document.DocumentException;
import mien.app.document.Malformed;
import mien.app.text.Saying;
import mien.engine.job.FolderLock;
import org.slf4j.LoggerFactory;

/**
 * Sessions of windows that are gone. Only folders of sessions are ever touched here, and of these
 * only ones that no window holds and nothing unsaved is in.
 */
public record Recovery(StateFolder state) {

    /** A window that has just begun may not have locked its folder yet. */
    private static final Duration YOUNG = Duration.ofHours(1);

    /**
     * Unsaved work.
     *
     * @param session its folder
     * @param name what the document is called
     * @param file the document's file, if it had one
     * @param at when the last change was made
     */
    public record Found(Path session, String name, Optional<Path> file, Instant at) {}

    /** Work restored, and the session it goes on in. */
    public record Restored(Session session, Committed committed) {}

    /** All unsaved work of windows that are gone, the newest first; saved sessions are removed. */
    public List<Found> find() {
        List<Found> found = new ArrayList<>();
        for (Path folder : sessions()) {
            try {
                look(folder).ifPresent(found::add);
            } catch (IOException | Malformed e) {
                LoggerFactory.getLogger(Recovery.class)
                        .warn("the session {} cannot be read: {}", folder, e.getMessage());
            }
        }
        found.sort(Comparator.comparing(Found::at).reversed());
        return found;
    }

    private List<Path> sessions() {
        try (Stream<Path> folders = Files.list(state.sessions())) {
            return folders.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            return List.of(); // there is none yet
        }
    }

    private static Optional<Found> look(Path folder) throws IOException {
        Optional<FolderLock> lock = FolderLock.take(folder);
        if (lock.isEmpty()) {
            return Optional.empty(); // a window lives in it
        }
        boolean wanted = true;
        try (FolderLock held = lock.get()) {
            Optional<CommitJson> last = Session.last(folder);
            wanted =
                    last.isPresent() ? !last.get().clean() : young(folder) || Session.begun(folder);
            if (last.isPresent() && wanted) {
                CommitJson l = last.get();
                return Optional.of(new Found(folder, l.name(), l.file(), l.at()));
            }
        } finally {
            if (!wanted) {
                Session.remove(folder);
            }
        }
        return Optional.empty();
    }

    private static boolean young(Path folder) throws IOException {
        Instant changed = Files.getLastModifiedTime(folder).toInstant();
        return changed.isAfter(Instant.now().minus(YOUNG));
    }

    /**
     * Goes on where the window that is gone was.
     *
     * @throws DocumentException if nothing of it can be read, or another window goes on with it
     */
    public Restored restore(Found found) {
        Session session =
                Session.adopt(found.session())
                        .orElseThrow(
                                () ->
                                        new DocumentException(
                                                Saying.of("failure.work.open", found.name())));
        try {
            Optional<Committed> newest = session.newest();
            if (newest.isPresent()) {
                return new Restored(session, newest.get());
            }
        } catch (IOException e) {
            session.close();
            throw new DocumentException(
                    Saying.of("failure.work.read", found.name(), DiskReason.of(e)), e);
        }
        session.close();
        throw new DocumentException(
                Saying.of("failure.work.damaged", found.name(), found.session().toString()));
    }

    /** Removes unsaved work that is not wanted, unless another window goes on with it. */
    public void discard(Found found) {
        Session.adopt(found.session()).ifPresent(Session::discard);
    }
}
