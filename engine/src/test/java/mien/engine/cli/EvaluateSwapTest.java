package mien.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mien.engine.edit.faceswap.TinySwapPack;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Face swaps are measured, and their settings swept, with networks that have learnt nothing. */
class EvaluateSwapTest {

    private static final List<Object> FEW = List.of("--count", 1, "--steps", 2);

    @TempDir static Path folder;

    private static Cli cli;

    @BeforeAll
    static void install() throws IOException {
        cli = new Cli(folder).withTinyPack();
        TinySwapPack.judged(cli.models().resolve("swap"), "swap");
    }

    private static Cli.Said said(Cli cli, Object... more) {
        List<Object> words = new ArrayList<>(List.of("evaluate", "swap-face"));
        words.addAll(FEW);
        words.addAll(List.of(more));
        Cli.Said said = cli.run(words.toArray());
        assertEquals(0, said.code(), said.err());
        return said;
    }

    @Test
    void aSwapIsJudgedAndItsTableGoesToThePage() throws IOException {
        Path page = folder.resolve("judged.md");
        JsonNode m = said(cli, "--json", "--write", page).json().path("metrics");
        for (String name : List.of("d_r", "gaze_error", "pose_error", "shape_error", "psnr")) {
            assertTrue(m.path(name).isNumber(), name);
        }
        assertEquals(0, m.path("faces_found").asDouble(), "it finds none: they are placed");
        String text = Files.readString(page);
        assertTrue(text.contains("swap-face, pack swap, 1 people from seed 1000000, 2 steps"));
        assertTrue(text.contains("| shape, standard deviations |"), text);
    }

    @Test
    void withoutAPackThatReadsHeadsTheyAreLeftOutAndThatIsSaid() throws IOException {
        Cli alone = new Cli(folder.resolve("alone"));
        TinySwapPack.judged(alone.models().resolve("swap"), "swap");
        Path page = folder.resolve("alone.md");
        Cli.Said said = said(alone, "--write", page);
        assertTrue(said.err().contains("pose, expression and shape are not read"), said.err());
        assertTrue(said.out().contains("d_r"), said.out());
        assertFalse(said.out().contains("shape_error"), said.out());
        assertFalse(Files.readString(page).contains("shape"));
    }

    private static String verdict(JsonNode claim) {
        return claim.path("does").asBoolean() ? "it does (" : "it does not (";
    }

    @Test
    void aSweepSaysOfEveryClaimWhetherItHoldsAndLeavesTablesCurvesAndSheets() throws IOException {
        Path page = folder.resolve("docs/quality.md");
        Path stem = folder.resolve("docs/images/swept.png");
        Cli.Said said = said(cli, "--sweep", "--json", "--sheet", stem, "--write", page);
        JsonNode sweeps = said.json().path("sweeps");
        assertEquals(4, sweeps.size());
        assertEquals("identity", sweeps.get(0).path("control").asText());
        assertEquals(5, sweeps.get(3).path("rows").size());
        assertTrue(sweeps.get(3).path("rows").get(0).path("metrics").path("d_r").isNumber());
        JsonNode claim = sweeps.get(2).path("claims").get(0);
        assertEquals("gaze_error", claim.path("metric").asText());
        assertEquals("fall", claim.path("should").asText());
        boolean falls =
                claim.path("rho").asDouble() < 0
                        && claim.path("last").asDouble() < claim.path("first").asDouble();
        assertEquals(falls, claim.path("does").asBoolean());

        String text = Files.readString(page);
        assertTrue(text.contains("As λ_gaze rises, gaze should fall: " + verdict(claim)), text);
        JsonNode later = sweeps.get(3).path("claims").get(0);
        assertEquals("d_r", later.path("metric").asText());
        assertTrue(text.contains("As 1 − T̂/T rises, D-R should rise: " + verdict(later)), text);
        assertTrue(text.contains("\n| 3000 | "), text);
        for (String name : List.of("identity", "parts", "gaze", "mask-full-at")) {
            for (String file : List.of(name + ".png", name + "-curves.png")) {
                assertTrue(text.contains("(images/swept-" + file + ")"), text);
                assertTrue(Picture.read(stem.resolveSibling("swept-" + file)).width() > 200);
            }
        }
        List<String> table = Files.readAllLines(stem.resolveSibling("swept-curves.csv"));
        assertTrue(table.get(0).startsWith("control,value,closer_to_source,d_r,"), table.get(0));
        assertEquals(1 + 19, table.size());
        assertTrue(table.get(1).startsWith("identity,0.0,"), table.get(1));
    }

    @Test
    void expertsAreSilencedOneAfterAnother() throws IOException {
        Path page = folder.resolve("docs/experts.md");
        Path stem = folder.resolve("docs/images/silent.png");
        Cli.Said said = said(cli, "--ablate", "--sheet", stem, "--write", page);
        assertTrue(said.out().contains("| without identity |"), said.out());
        assertTrue(Files.readString(page).contains("(images/silent-experts.png)"));
        assertTrue(Files.exists(stem.resolveSibling("silent-experts.png")));
    }

    @Test
    void anotherSystemCannotBeSwept() {
        Cli.Said said = cli.run("evaluate", "relight", "--sweep", "--count", 1);
        assertEquals(2, said.code());
        assertTrue(said.err().contains("--sweep and --ablate are for swap-face"), said.err());
    }
}
