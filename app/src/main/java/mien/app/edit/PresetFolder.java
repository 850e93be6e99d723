package mien.app.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import mien.engine.picture.WholeFile;
import mien.engine.picture.WholeFile.Until;
import org.slf4j.LoggerFactory;

/** The presets of one editing system: a folder with a file for each. */
record PresetFolder(Path path) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENDING = ".json";
    private static final int FORMAT = 1;

    /** All presets by name; a file that cannot be read is left aside. */
    Map<String, Preset> all() {
        Map<String, Preset> presets = new TreeMap<>();
        files().forEach((name, file) -> read(file).ifPresent(p -> presets.put(name, p)));
        return presets;
    }

    /**
     * Keeps a preset; one of the same name is replaced.
     *
     * @throws IOException if the file cannot be written
     */
    void keep(String name, Preset preset) throws IOException {
        ObjectNode root = JSON.createObjectNode().put("format", FORMAT).put("name", name);
        root.set("values", preset.values());
        Path file = Optional.ofNullable(files().get(name)).orElseGet(() -> free(name));
        byte[] text = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
        Files.createDirectories(path);
        WholeFile.replace(file, Until.ON_DISK, text);
    }

    /**
     * Removes a preset, if there is one of that name.
     *
     * @throws IOException if the file cannot be removed
     */
    void remove(String name) throws IOException {
        Optional<Path> file = Optional.ofNullable(files().get(name));
        if (file.isPresent()) {
            Files.delete(file.get());
        }
    }

    private Map<String, Path> files() {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.isDirectory(path) ? Files.list(path) : Stream.empty()) {
            all.filter(f -> f.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .forEach(f -> root(f).ifPresent(r -> files.put(name(r, f), f)));
        } catch (IOException e) {
            LoggerFactory.getLogger(PresetFolder.class)
                    .warn("the presets in {} cannot be read: {}", path, e.getMessage());
        }
        return files;
    }

    private static Optional<JsonNode> root(Path file) {
        try {
            return Optional.of(JSON.readTree(Files.readString(file)))
                    .filter(r -> r.path("values").isObject());
        } catch (IOException e) {
            LoggerFactory.getLogger(PresetFolder.class)
                    .warn("the preset {} is left aside: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<Preset> read(Path file) {
        return root(file).map(r -> new Preset((ObjectNode) r.get("values")));
    }

    private static String name(JsonNode root, Path file) {
        return root.path("name").asText(file.getFileName().toString());
    }

    /** Letters and digits of a name, and a number if that is taken. */
    private Path free(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        String base = plain.isEmpty() ? "preset" : plain;
        Path free = path.resolve(base + ENDING);
        for (int i = 2; Files.exists(free); i++) {
            free = path.resolve(base + "-" + i + ENDING);
        }
        return free;
    }
}
