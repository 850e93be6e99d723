package mien.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoVerbTest {

    @TempDir Path folder;

    @Test
    void oneCommandLeavesResultsStepsAFilmAndASheet() {
        Path out = folder.resolve("demo");
        Cli.Said said =
                new Cli(folder).withTinyPack().run("demo", "--out", out, "--steps", 2, "--json");
        assertEquals(0, said.code(), said.err());
        JsonNode relight = said.json().path("systems").get(0);
        assertEquals("relight", relight.path("system").asText());
        for (JsonNode file : relight.path("files")) {
            assertTrue(Files.exists(Path.of(file.asText())), file.asText());
        }
        for (String name :
                new String[] {
                    "portrait", "light-left", "light-right", "light-above", "turned", "smile"
                }) {
            assertTrue(Files.exists(out.resolve(name + ".png")), name);
        }
        assertTrue(Files.exists(out.resolve("film.gif")));
        assertTrue(Files.exists(out.resolve("steps/light-left/step-02.png")));
        Picture sheet = Picture.read(Path.of(said.json().path("sheet").asText()));
        assertTrue(sheet.width() > sheet.height(), "rows of pictures lie beside one another");
    }

    @Test
    void withoutAnyModelItSaysSo() {
        Cli.Said said = new Cli(folder).run("demo", "--out", folder.resolve("d"));
        assertEquals(ExitCode.BAD_INPUT, said.code());
        assertTrue(said.err().startsWith("No model for relight is installed"), said.err());
    }
}
