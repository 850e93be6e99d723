package mien.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mien.engine.edit.faceswap.TinySwapPack;
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
    void everyInstalledSystemIsShown() throws IOException {
        Path out = folder.resolve("both");
        Cli cli = new Cli(folder);
        TinySwapPack.write(cli.models().resolve("swap"), "swap");
        JsonNode said = cli.withTinyPack().run("demo", "--out", out, "--steps", 2, "--json").json();
        assertEquals(2, said.path("systems").size());
        assertEquals("swap-face", said.path("systems").get(1).path("system").asText());
        for (String name : new String[] {"swap-target.png", "swapped.png", "swapped.gif"}) {
            assertTrue(Files.exists(out.resolve(name)), name);
        }
        assertEquals(256, Picture.read(out.resolve("steps/swapped/step-01.png")).width());
        JsonNode alone =
                cli.run("demo", "--out", out, "--model", "swap", "--steps", 2, "--json").json();
        assertEquals("swap", alone.path("systems").get(0).path("pack").asText());
        assertEquals(1, alone.path("systems").size());
    }

    @Test
    void withoutAnyModelItSaysSo() {
        Cli.Said said = new Cli(folder).run("demo", "--out", folder.resolve("d"));
        assertEquals(ExitCode.BAD_INPUT, said.code());
        assertTrue(said.err().startsWith("No model for relight is installed"), said.err());
    }
}
