package mien.app.document;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import mien.engine.picture.WholeFile;
import mien.engine.picture.WholeFile.Until;
import org.slf4j.LoggerFactory;

/**
 * Replaces a file as a whole or not at all: written beside it, brought to the disk, moved over it.
 * Whatever goes wrong, the old file is still there.
 */
public final class AtomicFile {

    /** What half-written files are called until they are moved. */
    private static final String PARTS = WholeFile.BEGINNING + "*" + WholeFile.UNFINISHED;

    /** A file of that name and age was left by a program that ended in the middle. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private AtomicFile() {}

    /** Writes the content. */
    @FunctionalInterface
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    /**
     * @param chosen the file; a link is followed, so that it stays a link
     * @throws IOException if it cannot be written; nothing has changed then
     */
    public static void write(Path chosen, Content content) throws IOException {
        Path file = Files.isSymbolicLink(chosen) ? chosen.toRealPath() : chosen.toAbsolutePath();
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new AccessDeniedException(file.toString());
        }
        Path folder = file.getParent();
        WholeFile.replace(
                file,
                Until.ON_DISK,
                out -> {
                    OutputStream buffered =
                            new BufferedOutputStream(Channels.newOutputStream(out), 1 << 16);
                    content.write(buffered);
                    buffered.flush();
                });
        sync(folder);
        sweep(folder);
    }

    /** Brings a folder's list of names to the disk, where the system can. */
    public static void sync(Path folder) {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) { // Windows opens no folders
            LoggerFactory.getLogger(AtomicFile.class).debug("{} is not synced: {}", folder, e);
        }
    }

    private static void sweep(Path folder) {
        Instant limit = Instant.now().minus(ABANDONED);
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, PARTS)) {
            for (Path part : parts) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(limit)) {
                    Files.deleteIfExists(part);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LoggerFactory.getLogger(AtomicFile.class).debug("{} is not swept: {}", folder, e);
        }
    }
}
