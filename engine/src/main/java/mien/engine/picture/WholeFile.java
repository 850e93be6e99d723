package mien.engine.picture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/**
 * Files that are there whole or not at all: written beside the goal and moved over it, so that a
 * crash, a full disk or a cancel leaves the old file.
 */
public final class WholeFile {
    private WholeFile() {}

    /** What the file will hold. */
    @FunctionalInterface
    public interface Content {

        /**
         * @param out an empty file; writers may go back in it to note lengths
         */
        void to(FileChannel out) throws IOException;
    }

    /**
     * Writes a file; the folder is made if need be. Whatever the content throws leaves the old file
     * and nothing beside it.
     *
     * @throws PictureException if it cannot be written: why, and what to do
     */
    public static void write(Path file, Content content) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            // Not a system temporary file: those are readable by their owner alone.
            Path part = folder.resolve(".mien-" + UUID.randomUUID() + ".part");
            try {
                try (FileChannel out =
                        FileChannel.open(
                                part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                    content.to(out);
                    if (Files.exists(file)) {
                        out.force(true); // the old file is given up for one that is on the disk
                    }
                }
                replace(part, file);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new PictureException(
                    "%s cannot be written (%s)%s".formatted(file, reason(e), advice(e, file)), e);
        }
    }

    /** Writes a file of these bytes; otherwise like {@link #write(Path, Content)}. */
    public static void write(Path file, byte[] bytes) {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        write(
                file,
                out -> {
                    while (left.hasRemaining()) {
                        out.write(left);
                    }
                });
    }

    private static void replace(Path part, Path file) throws IOException {
        if (Files.isDirectory(file)) { // an empty one would be replaced
            throw new FileSystemException(file.toString(), null, "it is a folder");
        }
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "access is denied";
        }
        return e instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }

    private static String advice(IOException e, Path file) {
        String words = reason(e).toLowerCase(Locale.ROOT);
        boolean full = words.contains("space") || words.contains("quota");
        String kept = Files.isRegularFile(file) ? "; the old file is still there" : "";
        return full
                ? ": make room or choose another disk" + kept + "."
                : ": choose another folder or name" + kept + ".";
    }
}
