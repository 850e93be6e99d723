package mien.app.document;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import mien.app.document.journal.Committed;
import mien.app.document.journal.Session;
import mien.app.document.journal.StateFolder;
import mien.app.text.Saying;

/**
 * Keeps the newest state of the open document on the disk. The session begins with the first
 * commit: a picture that was only looked at leaves nothing behind. Belongs to one thread at a time.
 */
final class Autosave {

    private final StateFolder folder;
    private Optional<Session> session = Optional.empty();
    private boolean clean = true;
    private Optional<Path> file = Optional.empty();
    private Optional<FileStamp> stamp = Optional.empty();

    Autosave(StateFolder folder) {
        this.folder = folder;
    }

    /** A document was opened from a file, or begun. */
    void opened(Optional<Path> from) {
        leave();
        file = from;
        stamp = from.flatMap(FileStamp::of);
    }

    /** Work that was restored goes on in its own session. */
    void restored(Session restored, Committed last) {
        leave();
        session = Optional.of(restored);
        clean = last.clean();
        file = last.file();
        stamp = file.flatMap(FileStamp::of);
    }

    /**
     * @throws DocumentException if the disk refuses
     */
    void commit(DocumentState state, long revision, boolean saved) {
        clean = saved;
        if (session.isEmpty()) {
            if (saved) {
                return; // nothing has happened yet
            }
            session = Optional.of(Session.begin(folder));
        }
        session.get().commit(new Committed(state, revision, saved, file, Instant.now()));
    }

    /**
     * Writes the document.
     *
     * @param overwrite whether a file that someone else changed meanwhile may be replaced
     * @throws DocumentException if it cannot be written; the old file is unchanged
     */
    void save(DocumentState state, long revision, Path chosen, boolean overwrite) {
        if (!overwrite && !FileStamp.of(chosen).equals(stamp) && FileStamp.of(chosen).isPresent()) {
            throw new DocumentException(Saying.of("failure.document.changed", chosen.toString()));
        }
        DocumentFile.write(state, chosen);
        file = Optional.of(chosen);
        stamp = FileStamp.of(chosen);
        commit(state, revision, true);
    }

    /** Lets the document go: what was saved needs no session, what was not stays to be found. */
    void leave() {
        if (clean) {
            session.ifPresent(Session::discard);
        } else {
            session.ifPresent(Session::close);
        }
        session = Optional.empty();
        clean = true;
    }
}
