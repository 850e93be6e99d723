package mien.engine.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mien.engine.evaluate.bench.Benchmark;
import mien.engine.evaluate.bench.Benchmarks;
import mien.engine.evaluate.bench.Figure;
import mien.engine.evaluate.bench.Measurement;
import mien.engine.evaluate.bench.Unavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures speed and memory, each entry in a process of its own. */
@Command(name = "bench", description = "Measure how fast the engine is on this machine.")
final class BenchVerb extends Verb {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEAP = "2g";
    private static final int LEAST = 40;
    private static final String SKIPPED = "skipped";

    @Option(
            names = "--only",
            arity = "1..*",
            paramLabel = "NAME",
            description = "Some of the entries; else all.")
    List<String> only = List.of();

    @Option(
            names = "--write",
            paramLabel = "FILE",
            description = "Put the table into this page, such as docs/performance.md.")
    Path page;

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "How many edits soak.cancel and demo.endurance make; else 1000 and 200.")
    Integer count;

    @Option(
            names = "--in-process",
            hidden = true,
            arity = "2",
            description = "Measure one entry here: name, precision.")
    List<String> here = List.of();

    BenchVerb(Context context) {
        super(context);
    }

    @Override
    void work() {
        if (count != null && count < LEAST) {
            throw new Refusal(
                    "--count: %d edits tell nothing; ask for %d or more.".formatted(count, LEAST));
        }
        if (!here.isEmpty()) {
            console().say(measured(here.get(0), here.get(1)));
            return;
        }
        List<Entry> entries = entries();
        ArrayNode all = JSON.createArrayNode();
        try (ProgressBar bar = console().bar("bench")) {
            for (int i = 0; i < entries.size(); i++) {
                bar.show(i, entries.size(), entries.get(i).name());
                all.addAll(found(entries.get(i)));
            }
        }
        if (page != null) {
            PerformancePage.write(all, page);
        }
        report(all);
    }

    /** One process to start; it may measure several things. */
    private record Entry(String name, Supplier<List<ObjectNode>> measuring) {}

    private List<Entry> entries() {
        List<Entry> known = new ArrayList<>();
        Benchmarks.all().forEach(b -> known.addAll(entries(b)));
        for (String name : List.of(WindowEntry.NAME, WindowEntry.STROKE)) {
            known.add(new Entry(name, new WindowEntry(context, name)));
        }
        List<Entry> onRequest =
                Benchmarks.onRequest().stream().flatMap(b -> entries(b).stream()).toList();
        Set<String> names =
                Stream.concat(known.stream(), onRequest.stream())
                        .map(Entry::name)
                        .collect(Collectors.toCollection(TreeSet::new));
        for (String name : only) {
            if (!names.contains(name)) {
                throw new Refusal(
                        "--only: there is no benchmark '%s'; choose among %s."
                                .formatted(name, String.join(", ", names)));
            }
        }
        return only.isEmpty()
                ? known
                : Stream.concat(known.stream(), onRequest.stream())
                        .filter(e -> only.contains(e.name()))
                        .toList();
    }

    private List<Entry> entries(Benchmark b) {
        return b.precisions().stream()
                .map(precision -> new Entry(b.name(), () -> List.of(inChild(b.name(), precision))))
                .toList();
    }

    /** The measurements of an entry; one that cannot run here is told and left out. */
    private List<ObjectNode> found(Entry entry) {
        try {
            List<ObjectNode> measured = entry.measuring().get();
            context.interrupt().check();
            return measured;
        } catch (Unavailable e) {
            context.interrupt().check();
            console().warn("%s: skipped (%s).".formatted(entry.name(), e.getMessage()));
            return List.of();
        }
    }

    private ObjectNode inChild(String name, String precision) {
        List<JsonNode> told = new ArrayList<>();
        List<String> arguments = new ArrayList<>(List.of("bench", "--in-process", name, precision));
        if (count != null) {
            arguments.addAll(List.of("--count", count.toString()));
        }
        int code =
                new ChildJvm(HEAP, Main.class.getName(), arguments)
                        .run(context.interrupt(), line -> parsed(line).forEach(told::add));
        context.interrupt().check();
        if (code != ExitCode.DONE || told.isEmpty()) {
            throw new DeviceException(
                    "%s could not be measured: its process ended with code %d; free some memory and try again."
                            .formatted(name, code));
        }
        ObjectNode last = (ObjectNode) told.get(told.size() - 1);
        if (last.has(SKIPPED)) {
            throw new Unavailable(last.get(SKIPPED).asText());
        }
        return last;
    }

    private static Stream<JsonNode> parsed(String line) {
        try {
            return Stream.of(JSON.readTree(line)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Stream.empty(); // something else than a result
        }
    }

    private ObjectNode measured(String name, String precision) {
        Benchmark benchmark =
                Benchmarks.named(name)
                        .orElseThrow(
                                () -> new Refusal("there is no benchmark '%s'.".formatted(name)));
        try {
            Benchmark wanted = count == null ? benchmark : benchmark.times(count);
            return json(wanted.measure(precision));
        } catch (Unavailable e) {
            return JSON.createObjectNode().put(SKIPPED, e.getMessage());
        }
    }

    private static ObjectNode json(Measurement m) {
        ObjectNode node =
                JSON.createObjectNode()
                        .put("name", m.name())
                        .put("precision", m.precision())
                        .put("device", m.device())
                        .put("threads", m.threads())
                        .put("p50_ms", rounded(m.p50()))
                        .put("p95_ms", rounded(m.p95()))
                        .put("peak_rss_mb", m.peakMemory());
        m.further().forEach((figure, value) -> node.put(figure.key(), rounded(value)));
        return node;
    }

    static double rounded(double ms) {
        return Math.round(ms * 1000) / 1000.0;
    }

    private void report(ArrayNode all) {
        if (json) {
            console().say(all);
        } else {
            all.forEach(m -> console().say(line(m)));
        }
    }

    private static String line(JsonNode m) {
        String further =
                Stream.of(Figure.values())
                        .filter(f -> m.has(f.key()))
                        .map(f -> "  " + f.told(m.get(f.key()).asDouble()))
                        .collect(Collectors.joining());
        return "%-24s %-9s %-5s %8.2f ms (p95 %.2f)  %5d MB%s"
                .formatted(
                        m.path("name").asText(),
                        m.path("precision").asText(),
                        m.path("device").asText(),
                        m.path("p50_ms").asDouble(),
                        m.path("p95_ms").asDouble(),
                        m.path("peak_rss_mb").asLong(),
                        further);
    }
}
