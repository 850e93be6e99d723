package mien.app.document.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import mien.app.document.DiskReason;
import mien.app.document.DocumentException;
import mien.app.document.Malformed;
import mien.app.text.Saying;
import mien.engine.job.FolderLock;
import org.slf4j.LoggerFactory;

/**
 * The journal of one window. {@link #commit} returns when the disk has everything: first the
 * pictures, then the record that names them. Not safe for several threads.
 */
public final class Session implements AutoCloseable {

    private static final String JOURNAL = "journal";
    private static final String BLOBS = "blobs";

    /** A longer journal is replaced by its last record. */
    private static final long LONG = 16L << 20;

    private final Path folder;
    private final FolderLock lock;
    private final Blobs blobs;
    private final JournalFile journal;

    private Session(Path folder, FolderLock lock) throws IOException {
        this.folder = folder;
        this.lock = lock;
        Files.createDirectories(folder.resolve(BLOBS));
        this.blobs = new Blobs(folder.resolve(BLOBS));
        this.journal = JournalFile.open(folder.resolve(JOURNAL));
    }

    /**
     * A session without commits.
     *
     * @throws DocumentException if the state folder cannot be written
     */
    public static Session begin(StateFolder state) {
        try {
            Path folder = state.sessions().resolve(UUID.randomUUID().toString());
            Files.createDirectories(folder);
            FolderLock lock =
                    FolderLock.take(folder)
                            .orElseThrow(() -> new IOException("a new folder is locked"));
            return new Session(folder, lock);
        } catch (IOException e) {
            throw unwritable(state.path(), e);
        }
    }

    /** Goes on with the session of a window that is gone; empty if another window was faster. */
    static Optional<Session> adopt(Path folder) {
        try {
            Optional<FolderLock> lock = FolderLock.take(folder);
            return lock.isEmpty() ? Optional.empty() : Optional.of(new Session(folder, lock.get()));
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /**
     * Keeps a state.
     *
     * @throws DocumentException if it cannot be kept; what was kept before still is
     */
    public void commit(Committed state) {
        write(
                state,
                record -> {
                    if (journal.size() + record.length > LONG) {
                        restart(record);
                    } else {
                        journal.append(record);
                    }
                });
    }

    /** Keeps a state and lets all older ones go. */
    void shorten(Committed state) {
        write(state, this::restart);
    }

    private void restart(byte[] record) throws IOException {
        journal.restart(record);
        blobs.sweep(blobs.named());
    }

    /** Takes a record to the disk. */
    @FunctionalInterface
    private interface Writing {
        void write(byte[] record) throws IOException;
    }

    private void write(Committed state, Writing writing) {
        try {
            byte[] record = CommitJson.write(state, blobs);
            blobs.committed();
            writing.write(record);
        } catch (UncheckedIOException e) {
            throw unwritable(folder, e.getCause());
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static DocumentException unwritable(Path where, IOException e) {
        return new DocumentException(
                Saying.of("failure.work.write", where.toString(), DiskReason.of(e)), e);
    }

    /** The newest state whose pictures are all sound. */
    Optional<Committed> newest() throws IOException {
        List<byte[]> records = JournalFile.read(folder.resolve(JOURNAL)).records();
        for (int i = records.size() - 1; i >= 0; i--) {
            try {
                return Optional.of(CommitJson.parse(records.get(i)).committed(blobs));
            } catch (Malformed | IllegalArgumentException e) {
                LoggerFactory.getLogger(Session.class)
                        .warn("step {} of {} is left out: {}", i, folder, e.getMessage());
            }
        }
        return Optional.empty();
    }

    /** The newest record, without its pictures. */
    static Optional<CommitJson> last(Path folder) throws IOException {
        try {
            List<byte[]> records = JournalFile.read(folder.resolve(JOURNAL)).records();
            return records.isEmpty()
                    ? Optional.empty()
                    : Optional.of(CommitJson.parse(records.get(records.size() - 1)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Whether anything was ever committed, readable or not. */
    static boolean begun(Path folder) throws IOException {
        Path journal = folder.resolve(JOURNAL);
        return Files.exists(journal) && Files.size(journal) > JournalFile.EMPTY;
    }

    /** Lets go of the folder and leaves it as it is. */
    @Override
    public void close() {
        try {
            journal.close();
            lock.close();
        } catch (IOException e) {
            LoggerFactory.getLogger(Session.class).warn("{} does not close: {}", folder, e);
        }
    }

    /** Removes the session: all of it was saved, or is not wanted. */
    public void discard() {
        close();
        remove(folder);
    }

    /** Removes a session's folder, the journal first: half of a session is none. */
    static void remove(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(JOURNAL));
            for (Path inside : List.of(folder.resolve(BLOBS), folder)) {
                if (Files.isDirectory(inside)) {
                    try (Stream<Path> files = Files.list(inside)) {
                        for (Path file : files.filter(Files::isRegularFile).toList()) {
                            Files.delete(file);
                        }
                    }
                    Files.delete(inside);
                }
            }
        } catch (IOException e) {
            LoggerFactory.getLogger(Session.class).warn("{} is not removed: {}", folder, e);
        }
    }
}
