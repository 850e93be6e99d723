package mien.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders. */
final class Folders {

    private Folders() {}

    /** The folder, made anew and empty. */
    static Path fresh(Path folder) throws IOException {
        delete(folder);
        return Files.createDirectories(folder);
    }

    static void delete(Path folder) throws IOException {
        for (Path file : within(folder, Comparator.reverseOrder())) {
            Files.delete(file);
        }
    }

    /** A file or a folder with all that is in it; what is there already is an error. */
    static void copy(Path from, Path to) throws IOException {
        for (Path file : within(from, Comparator.naturalOrder())) {
            Path at = to.resolve(from.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(at);
            } else {
                Files.createDirectories(at.toAbsolutePath().getParent());
                Files.copy(file, at);
            }
        }
    }

    private static List<Path> within(Path folder, Comparator<Path> order) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(order).toList();
        }
    }
}
