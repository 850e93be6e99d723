package mien.engine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import mien.engine.evaluate.bench.Unavailable;
import mien.engine.evaluate.machine.Machine;
import mien.engine.evaluate.machine.PeakOf;

/**
 * The benchmark of the window, which the command line knows by name only: a program that opens it
 * and writes what it measured into a file. Without a display it gets a virtual one where the system
 * has one to give.
 */
final class WindowEntry implements Supplier<List<ObjectNode>> {

    static final String NAME = "startup.window";

    /** Painting on a large picture, and taking it back. */
    static final String STROKE = "stroke.ui-work";

    private static final Map<String, String> MAINS =
            Map.of(
                    NAME, "mien.app.bench.WindowBench",
                    STROKE, "mien.app.bench.StrokeBench");
    private static final String HEAP = "3g";
    private static final String VIRTUAL = "xvfb-run";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Context context;
    private final String main;

    /**
     * @param name {@link #NAME} or {@link #STROKE}
     */
    WindowEntry(Context context, String name) {
        this.context = context;
        this.main = MAINS.get(name);
    }

    @Override
    public List<ObjectNode> get() {
        if (WindowEntry.class.getResource("/" + main.replace('.', '/') + ".class") == null) {
            throw new Unavailable("the window is not on the class path");
        }
        Path file = temporary(".json");
        Path log = temporary(".log");
        try (PeakOf peak = new PeakOf()) {
            ChildJvm child =
                    shown(new ChildJvm(HEAP, main, List.of(file.toString()))).withErrors(log);
            int code = child.run(context.interrupt(), line -> {}, peak::watch);
            if (code != ExitCode.DONE) {
                throw new Unavailable(
                        "the window ended with code %d: %s".formatted(code, lastLine(log)));
            }
            return measurements(JSON.readTree(file.toFile()), peak.mebibytes());
        } catch (IOException e) {
            throw new Unavailable("the window wrote no measurements");
        } finally {
            delete(file);
            delete(log);
        }
    }

    private static String lastLine(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.isEmpty()
                ? "it said nothing"
                : lines.get(lines.size() - 1).replaceAll("[.]$", "");
    }

    private static ChildJvm shown(ChildJvm child) {
        boolean needsDisplay =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        if (!needsDisplay
                || System.getenv("DISPLAY") != null
                || System.getenv("WAYLAND_DISPLAY") != null) {
            return child;
        }
        if (!ChildJvm.onPath(VIRTUAL)) {
            throw new Unavailable("there is no display, and no " + VIRTUAL);
        }
        return child.under(List.of(VIRTUAL, "-a", "-s", "-screen 0 1600x1000x24"));
    }

    private static List<ObjectNode> measurements(JsonNode written, long peak) {
        Machine machine = Machine.inspected();
        List<ObjectNode> all = new ArrayList<>();
        for (JsonNode m : written) {
            all.add(
                    JSON.createObjectNode()
                            .put("name", m.path("name").asText())
                            .put("precision", machine.precision())
                            .put("device", machine.device())
                            .put("threads", machine.threads())
                            .put("p50_ms", BenchVerb.rounded(m.path("p50_ms").asDouble()))
                            .put("p95_ms", BenchVerb.rounded(m.path("p95_ms").asDouble()))
                            .put("peak_rss_mb", peak));
        }
        return all;
    }

    private static Path temporary(String ending) {
        try {
            return Files.createTempFile("mien-window", ending);
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary file could be made", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be deleted", e);
        }
    }
}
