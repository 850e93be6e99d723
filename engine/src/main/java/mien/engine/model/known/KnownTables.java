package mien.engine.model.known;

import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Reads the tables that come with the program; what is wrong in them is an error of ours. */
final class KnownTables {

    /** Counters of batch norms: copies from before 2018 lack them, and nothing reads them. */
    private static final String COUNTERS = "*num_batches_tracked";

    private KnownTables() {}

    /** The checkpoints of one system's table. */
    static List<KnownCheckpoint> read(String system) {
        List<KnownCheckpoint> rows = new ArrayList<>();
        try (InputStream in = resource(system + ".json")) {
            for (JsonNode row : new ObjectMapper().readTree(in)) {
                rows.add(checkpoint(system, row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the table of " + system + " is broken", e);
        }
        return rows;
    }

    private static KnownCheckpoint checkpoint(String system, JsonNode row) throws IOException {
        List<String> systems = new ArrayList<>(List.of(system));
        systems.addAll(texts(row, "also"));
        List<String> mayLack = new ArrayList<>(List.of(COUNTERS));
        mayLack.addAll(texts(row, "may_lack"));
        NamePatterns mayHold = NamePatterns.of(texts(row, "may_hold"));
        return new KnownCheckpoint(
                text(row, "id"),
                systems,
                text(row, "role"),
                text(row, "title"),
                text(row, "file"),
                text(row, "page"),
                text(row, "license"),
                text(row, "purpose"),
                Optional.of(row.path("note").asText()).filter(note -> !note.isEmpty()),
                TensorList.of(shapes(row.path("tensors")), NamePatterns.of(mayLack)),
                mayHold::match,
                texts(row, "prefer"));
    }

    /** The lists of all parts, each under its place. */
    private static Map<String, Shape> shapes(JsonNode parts) throws IOException {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (JsonNode part : parts) {
            String at = part.path("at").asText();
            try (BufferedReader lines = lines("manifests/" + text(part, "list") + ".tsv.gz")) {
                lines.lines()
                        .map(line -> line.split("\t", -1))
                        .forEach(cells -> shapes.put(at + cells[0], shape(cells[1])));
            }
        }
        return shapes;
    }

    /** From "64x3x7x7"; empty for a single number. */
    private static Shape shape(String sides) {
        return sides.isEmpty()
                ? new Shape()
                : new Shape(Arrays.stream(sides.split("x")).mapToLong(Long::parseLong).toArray());
    }

    private static BufferedReader lines(String name) throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(resource(name)), StandardCharsets.UTF_8));
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = KnownTables.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException("the program lacks its resource " + name);
        }
        return in;
    }

    private static String text(JsonNode row, String key) {
        if (!row.path(key).isTextual()) {
            throw new IllegalStateException("'" + key + "' is missing in " + row);
        }
        return row.path(key).asText();
    }

    private static List<String> texts(JsonNode row, String key) {
        List<String> texts = new ArrayList<>();
        row.path(key).forEach(t -> texts.add(t.asText()));
        return texts;
    }
}
