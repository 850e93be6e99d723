package mien.engine.train;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mien.engine.checkpoint.Safetensors;
import mien.engine.checkpoint.SafetensorsWriter;
import mien.engine.picture.WholeFile;
import mien.engine.tensor.ScalarType;

/**
 * What one training leaves behind, outside the repository: {@code state.safetensors} to resume
 * from, {@code curve.csv} and {@code curve.png}, {@code sheet.png} and the sheets before it.
 */
public final class RunFolder {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STEP = "step";
    private static final String HOURS = "hours";

    private final Path folder;

    public RunFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder.resolve("sheets"));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the training folder " + folder + " cannot be made: " + e.getMessage(), e);
        }
    }

    public Path path() {
        return folder;
    }

    Path sheet() {
        return folder.resolve("sheet.png");
    }

    Path sheet(long step) {
        return folder.resolve("sheets").resolve("%07d.png".formatted(step));
    }

    private Path state() {
        return folder.resolve("state.safetensors");
    }

    public boolean hasState() {
        return Files.exists(state());
    }

    /** Saves everything a resume needs; the old state stays until the new one is complete. */
    void save(Parameters parameters, double hours) {
        SafetensorsWriter.write(
                state(),
                parameters.state(),
                ScalarType.FLOAT32,
                Map.of(
                        STEP, Long.toString(parameters.step()),
                        HOURS, Double.toString(hours)));
    }

    /**
     * Takes up the saved state.
     *
     * @return hours trained so far
     */
    double restore(Parameters parameters, NDManager manager) {
        try (Safetensors saved = Safetensors.open(state(), manager)) {
            parameters.restore(saved, Long.parseLong(saved.metadata().get(STEP)));
            return Double.parseDouble(saved.metadata().get(HOURS));
        }
    }

    /** Appends figures of people never seen to {@code held-out.csv}: step, name, value. */
    void append(long step, Map<String, Double> figures) {
        Path csv = folder.resolve("held-out.csv");
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(figures)
                .forEach(
                        (name, value) -> lines.append("%d,%s,%.6f%n".formatted(step, name, value)));
        try {
            Files.writeString(csv, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s cannot be written (%s); check the folder and the free space."
                            .formatted(csv, e.getMessage()),
                    e);
        }
    }

    /**
     * Facts about the training, for the pack and its model card.
     *
     * @param heldOut figures of the moving average on people never seen, by name; as of the last
     *     sample sheet
     */
    public record Facts(
            long steps, double hours, long images, double loss, Map<String, Double> heldOut) {

        public Facts {
            heldOut = Map.copyOf(heldOut);
        }
    }

    void write(Facts facts) {
        WholeFile.write(
                folder.resolve("facts.json"),
                JSON.<JsonNode>valueToTree(facts)
                        .toPrettyString()
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** What was written last; empty before the first time. */
    Optional<Facts> known() {
        return Files.exists(folder.resolve("facts.json")) ? Optional.of(facts()) : Optional.empty();
    }

    public Facts facts() {
        try {
            JsonNode n = JSON.readTree(folder.resolve("facts.json").toFile());
            Map<String, Double> heldOut = new TreeMap<>();
            n.path("heldOut")
                    .properties()
                    .forEach(f -> heldOut.put(f.getKey(), f.getValue().asDouble()));
            return new Facts(
                    n.get("steps").asLong(),
                    n.get("hours").asDouble(),
                    n.get("images").asLong(),
                    n.get("loss").asDouble(),
                    heldOut);
        } catch (IOException e) {
            throw new UncheckedIOException("facts.json in " + folder + " cannot be read", e);
        }
    }
}
