package mien.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mien.engine.edit.relight.TinyPack;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateVerbTest {

    @TempDir Path folder;

    private Cli cli;

    @BeforeEach
    void install() {
        cli = new Cli(folder).withTinyPack();
    }

    @Test
    void theObjectIsThatOfTheContract() {
        JsonNode said = cli.run("evaluate", "relight", "--count", 2, "--steps", 2, "--json").json();
        List<String> keys = new ArrayList<>();
        said.fieldNames().forEachRemaining(keys::add);
        assertEquals(List.of("system", "pack", "count", "seed", "steps", "metrics"), keys);
        assertEquals("relight", said.path("system").asText());
        assertEquals("tiny", said.path("pack").asText());
        assertEquals(2, said.path("count").asInt());
        assertEquals(1_000_000, said.path("seed").asLong());
        assertEquals(2, said.path("steps").asInt());
        assertEquals(14, said.path("metrics").size());
        for (JsonNode value : said.path("metrics")) {
            assertTrue(value.isNumber() && Double.isFinite(value.asDouble()), said::toString);
        }
    }

    @Test
    void theSameSeedMeasuresTheSame() {
        Object[] words = {
            "evaluate", "relight", "--count", 1, "--seed", 1_000_033, "--steps", 2, "--json"
        };
        assertEquals(cli.run(words).json(), cli.run(words).json());
    }

    @Test
    void sheetAndPageAreWrittenWhereAsked() throws IOException {
        Path sheet = folder.resolve("docs/images/sheet.png");
        Path page = folder.resolve("docs/quality.md");
        Files.createDirectories(page.getParent());
        Files.writeString(page, "# Quality\n\nHow it is measured.\n");
        Cli.Said said =
                cli.run(
                        "evaluate",
                        "relight",
                        "--count",
                        2,
                        "--steps",
                        2,
                        "--sheet",
                        sheet,
                        "--write",
                        page);
        assertEquals(0, said.code(), said.err());
        Picture picture = Picture.read(sheet);
        assertTrue(picture.width() > 4 * TinyPack.SIZE && picture.width() < 5 * TinyPack.SIZE);
        assertTrue(picture.height() > 2 * TinyPack.SIZE && picture.height() < 3 * TinyPack.SIZE);
        String text = Files.readString(page);
        assertTrue(text.startsWith("# Quality\n\nHow it is measured.\n"), text);
        assertTrue(text.contains("2 people from seed 1000000, 2 steps"), text);
        assertTrue(text.contains("(images/sheet.png)"), text);
    }
}
