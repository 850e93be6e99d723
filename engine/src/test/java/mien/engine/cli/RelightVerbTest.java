package mien.engine.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import mien.engine.edit.EditRecipe;
import mien.engine.edit.relight.TinyPack;
import mien.engine.picture.Picture;
import mien.engine.picture.export.XmpField;
import mien.engine.picture.export.XmpFile;
import mien.engine.picture.export.XmpName;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelightVerbTest {

    @TempDir static Path folder;

    private static Path portrait;

    @BeforeAll
    static void install() {
        new Cli(folder).withTinyPack();
        portrait = Cli.portrait(folder.resolve("portrait.png"), 1_000_001);
    }

    private static Cli.Said relight(Path out, Object... more) {
        Stream<Object> fixed =
                Stream.of("relight", "--portrait", portrait, "--out", out, "--light", "60,20");
        return new Cli(folder).run(Stream.concat(fixed, Arrays.stream(more)).toArray());
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        Path once = folder.resolve("once.png");
        Path again = folder.resolve("again.png");
        Path other = folder.resolve("other.png");
        assertEquals(0, relight(once, "--seed", 7, "--yaw", 15).code());
        assertEquals(0, relight(again, "--seed", 7, "--yaw", 15).code());
        assertEquals(0, relight(other, "--seed", 8, "--yaw", 15).code());
        assertArrayEquals(Files.readAllBytes(once), Files.readAllBytes(again));
        assertFalse(Arrays.equals(Files.readAllBytes(once), Files.readAllBytes(other)));
    }

    @Test
    void everyStepLeavesAPreviewAndTheLastOneIsTheResult() throws IOException {
        Path previews = folder.resolve("previews");
        Path out = folder.resolve("previewed.png");
        JsonNode said = relight(out, "--steps", 12, "--previews", previews, "--json").json();
        assertEquals(12, said.path("steps").asInt());
        assertEquals(12, said.path("previews").size());
        try (Stream<Path> files = Files.list(previews)) {
            List<String> names = files.map(f -> f.getFileName().toString()).sorted().toList();
            assertEquals("step-01.png", names.get(0));
            assertEquals("step-12.png", names.get(11));
            assertEquals(12, names.size());
        }
        assertArrayEquals(
                Picture.read(out).argb(), Picture.read(previews.resolve("step-12.png")).argb());
    }

    @Test
    void theObjectSaysWhatWasDone() {
        JsonNode said =
                relight(folder.resolve("said.jpg"), "--json", "--seed", 5, "--steps", 2).json();
        assertEquals("relight", said.path("system").asText());
        assertEquals("tiny", said.path("pack").asText());
        assertEquals(5, said.path("seed").asLong());
        assertEquals(2, said.path("steps").asInt());
        assertTrue(said.path("ms").asDouble() >= said.path("first_preview_ms").asDouble());
        assertEquals(TinyPack.SIZE, Picture.read(folder.resolve("said.jpg")).width());
    }

    @Test
    void anInterruptedRunGoesOnToTheSameBytesAndAnEndedOneBranches() throws IOException {
        Path out = folder.resolve("whole.png");
        String run = relight(out, "--seed", 7, "--json").json().path("run").asText();
        Path kept = new Cli(folder).cache().resolve("runs").resolve(run);
        for (int step : new int[] {4, 5}) { // as if it had been killed after the third
            Files.delete(kept.resolve("step-000" + step + ".walk"));
        }
        Path resumed = folder.resolve("resumed.png");
        JsonNode said = relight(resumed, "--seed", 7, "--resume", "last", "--json").json();
        assertEquals(run, said.path("run").asText());
        assertEquals(Picture.read(out), Picture.read(resumed));

        Path late = folder.resolve("late.png");
        Path early = folder.resolve("early.png");
        Path fresh = folder.resolve("fresh.png");
        String[] turned = {"--seed", "7", "--yaw", "30"};
        assertEquals(0, branch(late, turned, run, 4).code());
        assertEquals(0, branch(early, turned, run, 0).code());
        assertEquals(0, relight(fresh, (Object[]) turned).code());
        assertEquals(Picture.read(fresh), Picture.read(early), "step 0 is the noise");
        assertNotEquals(Picture.read(early), Picture.read(late));
        assertNotEquals(Picture.read(out), Picture.read(late));
    }

    private static Cli.Said branch(Path out, String[] options, String run, int step) {
        return relight(
                out,
                Stream.concat(
                                Arrays.stream(options),
                                Stream.of("--resume", run, "--from-step", step))
                        .toArray());
    }

    @Test
    void whatCannotBeResumedIsSaidInASentence() {
        Path out = folder.resolve("not.png");
        String run = relight(folder.resolve("one.png"), "--json").json().path("run").asText();
        Cli.Said other = relight(out, "--seed", 8, "--resume", run);
        assertEquals(2, other.code());
        assertTrue(other.err().contains("(seed 0, not 8)"), other.err());
        Cli.Said unknown = relight(out, "--resume", "../" + run);
        assertEquals(2, unknown.code());
        assertTrue(unknown.err().contains("there is no such run; kept are "), unknown.err());
        Cli.Said step = branch(out, new String[0], run, 9);
        assertEquals(2, step.code());
        assertTrue(step.err().contains("has the steps [0, 1, 2, 3, 4, 5]."), step.err());
        Cli.Said alone = relight(out, "--from-step", 1);
        assertEquals(2, alone.code());
        assertTrue(alone.err().contains("name the run with --resume RUN"), alone.err());
        assertFalse(Files.exists(out));
    }

    @Test
    void onlyTheNewestRunsAreKept() throws IOException {
        for (int i = 0; i < 12; i++) {
            relight(folder.resolve("many.png"), "--steps", 2);
        }
        try (Stream<Path> runs = Files.list(new Cli(folder).cache().resolve("runs"))) {
            assertEquals(10, runs.count());
        }
    }

    @Test
    void progressIsNotDrawnIntoAPipe() {
        Cli.Said said = relight(folder.resolve("quiet.png"));
        assertEquals("", said.err().replaceAll("A GPU is in this machine.*\\R", ""));
        assertEquals(1, said.out().lines().count());
        assertTrue(said.out().contains("5 steps"), said.out());
    }

    @Test
    void fitWritesTheWorldsCodeFormat() throws IOException {
        Path file = folder.resolve("codes/code.json");
        JsonNode said = new Cli(folder).run("fit", portrait, "--out", file, "--json").json();
        assertTrue(Files.exists(file));
        new Cli(folder)
                .run("world", "--seed", 1_000_001, "--out", folder.resolve("w"), "--size", 32);
        JsonNode world =
                new ObjectMapper().readTree(folder.resolve("w/1000001/code.json").toFile());
        for (String key :
                List.of("shape", "texture", "expression", "pose", "eyes", "camera", "light")) {
            assertEquals(world.path(key).size(), said.path(key).size(), key);
            assertEquals(world.path(key).getNodeType(), said.path(key).getNodeType(), key);
        }
        assertEquals(3, said.path("light").get(8).size());
    }

    @Test
    void everyKindOfFileSaysThatANetworkMadeItAndHow() {
        for (String ending : List.of("png", "jpg", "tif")) {
            Path out = folder.resolve("told." + ending);
            assertEquals(0, relight(out, "--seed", 7, "--steps", 4).code());
            List<XmpField> fields = XmpFile.fields(out);
            assertEquals(XmpName.DIGITAL_SOURCE_TYPE, fields.get(0).name());
            assertTrue(
                    fields.get(0).shown().endsWith("/compositeWithTrainedAlgorithmicMedia"),
                    fields.get(0).shown());
            EditRecipe recipe = EditRecipe.read(XmpFile.recipe(out).orElseThrow());
            assertEquals("relight", recipe.system());
            assertEquals(7, recipe.settings().seed());
            assertEquals(4, recipe.settings().steps().orElseThrow());
            assertEquals("portrait.png", recipe.source());
        }
    }

    @Test
    void aShareCopySaysThatANetworkMadeItAndNoMore() throws IOException {
        Path out = folder.resolve("shared.png");
        assertEquals(0, relight(out, "--share", "--steps", 4).code());
        assertEquals(XmpName.DIGITAL_SOURCE_TYPE, XmpFile.fields(out).get(0).name());
        assertTrue(XmpFile.recipe(out).isEmpty());
        assertFalse(Files.readString(out, StandardCharsets.ISO_8859_1).contains("portrait.png"));
    }
}
