package mien.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchVerbTest {

    @TempDir Path folder;

    @Test
    void anEntryIsMeasuredInAProcessOfItsOwn() throws IOException {
        Path page = folder.resolve("performance.md");
        Cli.Said said =
                new Cli(folder).run("bench", "--only", "raster.128", "--json", "--write", page);
        assertEquals(0, said.code(), said.err());
        JsonNode all = said.json();
        assertTrue(all.isArray());
        assertEquals(1, all.size());
        List<String> keys = new ArrayList<>();
        all.get(0).fieldNames().forEachRemaining(keys::add);
        assertEquals(
                List.of(
                        "name",
                        "precision",
                        "device",
                        "threads",
                        "p50_ms",
                        "p95_ms",
                        "peak_rss_mb"),
                keys);
        assertEquals("raster.128", all.get(0).path("name").asText());
        assertEquals("float32", all.get(0).path("precision").asText());
        assertTrue(all.get(0).path("p50_ms").asDouble() > 0);
        assertTrue(all.get(0).path("p95_ms").asDouble() >= all.get(0).path("p50_ms").asDouble());
        assertTrue(all.get(0).path("peak_rss_mb").asLong() > 20);
        assertTrue(Files.readString(page).contains("| raster.128 | float32 | cpu |"));
    }

    @Test
    void aCountThatTellsNothingIsRefused() {
        Cli.Said said = new Cli(folder).run("bench", "--only", "soak.cancel", "--count", "5");
        assertEquals(2, said.code());
        assertTrue(said.err().contains("--count: 5 edits tell nothing"), said.err());
    }
}
