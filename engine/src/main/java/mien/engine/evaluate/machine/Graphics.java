package mien.engine.evaluate.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * NVIDIA graphics processors as the operating system lists them; no library is loaded for it.
 *
 * @param models one name for each processor
 * @param driver version of the kernel's driver
 */
public record Graphics(List<String> models, Optional<String> driver) {

    private static final Path ROOT = Path.of("/proc/driver/nvidia");
    private static final String MODEL = "Model:";
    private static final String VERSION = "Kernel Module";

    public Graphics {
        models = List.copyOf(models);
    }

    /** What this machine has. */
    public static Graphics found() {
        return read(ROOT);
    }

    /** The same from another folder of the driver's files. */
    static Graphics read(Path root) {
        return new Graphics(models(root.resolve("gpus")), driver(root.resolve("version")));
    }

    private static List<String> models(Path gpus) {
        if (!Files.isDirectory(gpus)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(gpus)) {
            return folders.sorted().map(folder -> model(folder.resolve("information"))).toList();
        } catch (IOException e) {
            return List.of(); // the driver hides them from this user
        }
    }

    private static String model(Path information) {
        return lines(information).stream()
                .filter(line -> line.startsWith(MODEL))
                .map(line -> line.substring(MODEL.length()).strip())
                .findFirst()
                .orElse("NVIDIA GPU");
    }

    /** "NVRM version: NVIDIA UNIX … Kernel Module 550.54.15 date": the word after the two. */
    private static Optional<String> driver(Path version) {
        return lines(version).stream()
                .filter(line -> line.contains(VERSION))
                .map(line -> line.substring(line.indexOf(VERSION) + VERSION.length()).strip())
                .flatMap(rest -> Stream.of(rest.split("\\s+")))
                .filter(word -> word.matches("\\d+(\\.\\d+)+"))
                .findFirst();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
