package mien.engine.evaluate.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import mien.engine.edit.EditException;
import mien.engine.picture.WholeFile;
import mien.engine.picture.WholeFile.Until;

/**
 * Which PyTorch library the launcher is to load: one line in a file of its own, the library's
 * folder. Without the file it is the bundled one.
 *
 * @param file where the launcher looks
 */
public record NativeChoice(Path file) {

    /** Set by the launcher: where it looks. */
    public static final String FILE = "mien.natives";

    /** Set by the launcher: the folder that it took. */
    public static final String USED = "mien.natives.used";

    /** That of the launcher that started this program; empty if it cannot be told what to load. */
    public static Optional<NativeChoice> ofLauncher() {
        return Optional.ofNullable(System.getProperty(FILE)).map(f -> new NativeChoice(Path.of(f)));
    }

    /** The library that this program was started with, if that is not the bundled one. */
    public static Optional<Path> used() {
        return Optional.ofNullable(System.getProperty(USED)).map(Path::of);
    }

    /** The folder that was chosen, whether or not it is still there. */
    public Optional<Path> chosen() {
        try {
            return Files.isReadable(file)
                    ? Files.readAllLines(file).stream()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .findFirst()
                            .map(Path::of)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** From the next start on this library is loaded. */
    public void choose(Libtorch library) {
        byte[] line = (library.folder() + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            WholeFile.replace(file, Until.ON_DISK, line);
        } catch (IOException e) {
            throw new EditException(
                    "%s cannot be written: check its permissions.".formatted(file), e);
        }
    }

    /** From the next start on the bundled library is loaded again. */
    public void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new EditException(
                    "%s cannot be deleted: check its permissions.".formatted(file), e);
        }
    }
}
