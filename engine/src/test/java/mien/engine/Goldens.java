package mien.engine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds golden cases: outputs of the published networks on synthetic weights. They lie in the test
 * resources under {@code golden/<system>/<name>.safetensors}; {@code -Dmien.golden=DIR[:DIR…]}
 * names more folders of the same layout. A case found twice with the same bytes counts once.
 */
public final class Goldens {
    private Goldens() {}

    /**
     * @param system folder of the system, as in "diffusionrig"
     * @param kind the case's name, or its beginning before an underscore
     * @return every case of that name or kind, at least one
     */
    public static List<GoldenCase> find(String system, String kind) {
        List<GoldenCase> found =
                search(system, c -> c.name().equals(kind) || c.name().startsWith(kind + "_"));
        return require(found, system, "named " + kind);
    }

    /**
     * @param system folder of the system
     * @param tensors tensors that make a case one of the wanted kind
     * @return every case that has all of them, whatever its name, at least one
     */
    public static List<GoldenCase> with(String system, String... tensors) {
        List<GoldenCase> found = search(system, c -> Stream.of(tensors).allMatch(c::has));
        return require(found, system, "with " + String.join(", ", tensors));
    }

    /**
     * @param system folder of the system
     * @param tensors tensors that make a case one of the wanted kind
     * @return every such case; empty where the larger cases' folders are not named
     */
    public static List<GoldenCase> given(String system, String... tensors) {
        return search(system, c -> Stream.of(tensors).allMatch(c::has));
    }

    private static List<GoldenCase> require(List<GoldenCase> found, String system, String what) {
        if (found.isEmpty()) {
            throw new AssertionError("No golden case of " + system + " " + what + ".");
        }
        return found;
    }

    private static List<GoldenCase> search(String system, Predicate<GoldenCase> wanted) {
        Map<String, GoldenCase> cases = new LinkedHashMap<>();
        for (Path folder : folders(system)) {
            for (Path file : files(folder)) {
                byte[] bytes = read(file);
                String name = file.getFileName().toString().replace(".safetensors", "");
                GoldenCase golden = GoldenCase.parse(system, name, bytes);
                if (wanted.test(golden)) {
                    cases.putIfAbsent(name + Arrays.hashCode(bytes), golden);
                }
            }
        }
        return List.copyOf(cases.values());
    }

    private static List<Path> folders(String system) {
        List<Path> folders = new ArrayList<>();
        URL own = Goldens.class.getResource("/golden/" + system);
        if (own != null) {
            folders.add(Path.of(URI.create(own.toString())));
        }
        for (String more : System.getProperty("mien.golden", "").split(File.pathSeparator)) {
            if (!more.isBlank() && Files.isDirectory(Path.of(more, system))) {
                folders.add(Path.of(more, system));
            }
        }
        return folders;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".safetensors")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
