package mien.engine.evaluate.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * NVIDIA graphics processors as the operating system lists them; no library is loaded for it.
 *
 * @param models one name for each processor
 * @param driver version of the kernel's driver
 */
public record Graphics(List<String> models, Optional<String> driver) {

    private static final Path ROOT = Path.of("/proc/driver/nvidia");
    private static final List<String> SMI =
            List.of("nvidia-smi", "--query-gpu=name,driver_version", "--format=csv,noheader");
    private static final long PATIENCE_SECONDS = 5;
    private static final Graphics NONE = new Graphics(List.of(), Optional.empty());
    private static final String MODEL = "Model:";
    private static final String VERSION = "Kernel Module";

    public Graphics {
        models = List.copyOf(models);
    }

    /** What this machine has; where the kernel lists none, as under WSL, nvidia-smi is asked. */
    public static Graphics found() {
        Graphics listed = read(ROOT);
        return listed.models().isEmpty() && listed.driver().isEmpty() ? asked(SMI) : listed;
    }

    /** What the driver's own program says, a line "name, driver" for each; nothing without it. */
    static Graphics asked(List<String> program) {
        try {
            Process smi = new ProcessBuilder(program).redirectErrorStream(true).start();
            try {
                if (!smi.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || smi.exitValue() != 0) {
                    return NONE;
                }
                List<String[]> lines =
                        new String(smi.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                                .lines()
                                .map(line -> line.split("\\s*,\\s*"))
                                .filter(line -> line.length == 2)
                                .toList();
                return new Graphics(
                        lines.stream().map(line -> line[0].strip()).toList(),
                        lines.stream().map(line -> line[1].strip()).findFirst());
            } finally {
                smi.destroy();
            }
        } catch (IOException e) {
            return NONE; // there is no such program
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NONE;
        }
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
