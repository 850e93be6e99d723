package mien.engine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import mien.engine.evaluate.machine.Processor;

/** What the benchmarks measured, as a section of a page for people. */
final class PerformancePage {

    private PerformancePage() {}

    /** Replaces the table in the page. */
    static void write(JsonNode measurements, Path page) {
        String rows =
                StreamSupport.stream(measurements.spliterator(), false)
                        .map(PerformancePage::row)
                        .collect(Collectors.joining());
        MarkedSection.replace(
                page,
                "bench",
                """
                %s, Java %s, commit %s.

                | benchmark | precision | device | threads | median, ms | p95, ms | peak memory, MB | first preview, ms |
                |---|---|---|---|---|---|---|---|
                %s\
                """
                        .formatted(
                                Processor.found(),
                                System.getProperty("java.version"),
                                Commit.of(page),
                                rows));
    }

    private static String row(JsonNode m) {
        return "| %s | %s | %s | %d | %s | %s | %d | %s |%n"
                .formatted(
                        m.path("name").asText(),
                        m.path("precision").asText(),
                        m.path("device").asText(),
                        m.path("threads").asInt(),
                        number(m.path("p50_ms")),
                        number(m.path("p95_ms")),
                        m.path("peak_rss_mb").asLong(),
                        m.has("first_preview_ms") ? number(m.get("first_preview_ms")) : "");
    }

    private static String number(JsonNode value) {
        double v = value.asDouble();
        return String.format(Locale.ROOT, v < 10 ? "%.2f" : "%.0f", v);
    }
}
