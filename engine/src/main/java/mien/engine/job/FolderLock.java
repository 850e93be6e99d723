package mien.engine.job;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * One program's right to a folder: to a run that goes on, to a window's session. The system takes
 * it back when the program ends, however that happens.
 */
public final class FolderLock implements AutoCloseable {

    private static final String NAME = "lock";

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * The lock of a folder that is there; empty if somebody else has it, in this program or
     * another.
     *
     * @throws IOException if the folder cannot be written
     */
    public static Optional<FolderLock> take(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            FileLock lock = channel.tryLock();
            taken = lock != null && Files.exists(file); // the one before may have removed it
        } catch (OverlappingFileLockException e) {
            // another part of this very program has it
        } finally {
            if (!taken) {
                channel.close();
            }
        }
        return taken ? Optional.of(new FolderLock(file, channel)) : Optional.empty();
    }

    /** Gives the right back, and leaves nothing of it in the folder. */
    public void remove() throws IOException {
        try (this) {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
