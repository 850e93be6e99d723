package mien.app.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What was measured, as a JSON array of one object a name. */
final class Report {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final ArrayNode entries = JSON.createArrayNode();

    Report(Path file) {
        this.file = file;
    }

    /**
     * @param millis at least one
     */
    void add(String name, double... millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        ObjectNode entry = entries.addObject();
        entry.put("name", name);
        entry.put("count", sorted.length);
        entry.put("p50_ms", Rank.of(sorted, 0.5));
        entry.put("p95_ms", Rank.of(sorted, 0.95));
    }

    void add(String name, List<Double> millis) {
        add(name, millis.stream().mapToDouble(Double::doubleValue).toArray());
    }

    void write() {
        try {
            JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), entries);
        } catch (IOException e) {
            throw new UncheckedIOException("the measurements cannot be written to " + file, e);
        }
    }
}
