package mien.engine.picture;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/**
 * Files that are there whole or not at all: written beside the goal and moved over it, so that a
 * crash, a full disk or a cancel leaves the old file.
 */
public final class WholeFile {

    /** What the name of a file ends in as long as it is being written. */
    public static final String UNFINISHED = ".part";

    /** Such files begin with this, so that those that a killed program left can be found. */
    public static final String BEGINNING = ".mien-";

    private WholeFile() {}

    /** What the file will hold. */
    @FunctionalInterface
    public interface Content {

        /**
         * @param out an empty file; writers may go back in it to note lengths
         */
        void to(FileChannel out) throws IOException;
    }

    /** When the old file is given up for the new one. */
    public enum Until {
        /** Once the system has it: enough against the end of this program. */
        HANDED_OVER,
        /** Once the disk has it: against a power cut as well. */
        ON_DISK
    }

    /**
     * Writes a file; the folder is made if need be. An old one is given up once the disk has the
     * new one. Whatever the content throws leaves the old file and nothing beside it.
     *
     * @throws PictureException if it cannot be written: why, and what to do
     */
    public static void write(Path file, Content content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            replace(file, Files.exists(file) ? Until.ON_DISK : Until.HANDED_OVER, content);
        } catch (IOException e) {
            throw refused(file, e);
        }
    }

    /** Writes a file of these bytes; otherwise like {@link #write(Path, Content)}. */
    public static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            replace(file, Files.exists(file) ? Until.ON_DISK : Until.HANDED_OVER, bytes);
        } catch (IOException e) {
            throw refused(file, e);
        }
    }

    /**
     * The same in a folder that is there, for callers with sentences of their own.
     *
     * @throws IOException if it cannot be written
     */
    public static void replace(Path file, Until until, Content content) throws IOException {
        put(file, until, out -> content.to(out.getChannel()));
    }

    /** The same with these bytes; also on a thread that is interrupted, which ends channels. */
    public static void replace(Path file, Until until, byte[] bytes) throws IOException {
        put(file, until, out -> out.write(bytes));
    }

    private interface Writing {
        void to(FileOutputStream out) throws IOException;
    }

    private static void put(Path file, Until until, Writing content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        // Not a system temporary file: those are readable by their owner alone.
        Path part = folder.resolve(BEGINNING + UUID.randomUUID() + UNFINISHED);
        Files.createFile(part); // what is wrong with the folder is told best by this
        try {
            try (FileOutputStream out = new FileOutputStream(part.toFile())) {
                content.to(out);
                if (until == Until.ON_DISK) {
                    out.getFD().sync();
                }
            }
            move(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void move(Path part, Path file) throws IOException {
        if (Files.isDirectory(file)) { // an empty one would be replaced
            throw new FileSystemException(file.toString(), null, "it is a folder");
        }
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static PictureException refused(Path file, IOException e) {
        return new PictureException(
                "%s cannot be written (%s)%s".formatted(file, reason(e), advice(e, file)), e);
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
