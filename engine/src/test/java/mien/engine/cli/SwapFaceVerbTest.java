package mien.engine.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mien.engine.edit.faceswap.TinySwapPack;
import mien.engine.picture.Picture;
import mien.engine.picture.mask.MaskFiles;
import mien.engine.picture.mask.TiledMask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verb with the real networks at tiny size, which find no faces: they are placed. */
class SwapFaceVerbTest {

    private static final String POINTS = "40,36,56,36,48,44,42,52,54,52";

    @TempDir static Path folder;

    private static Path source;
    private static Path target;

    @BeforeAll
    static void install() throws IOException {
        TinySwapPack.bare(new Cli(folder).models().resolve("tiny"), "tiny");
        source = picture("source.png", 96, 90, 3);
        target = picture("target.png", 130, 96, 1);
    }

    private static Path picture(String name, int width, int height, int seed) {
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            double wave = Math.sin(0.11 * seed * (i % width) + seed) * Math.cos(0.07 * (i / width));
            argb[i] = 0xff000000 | (int) (128 + 90 * wave) * 0x10101 ^ seed << 4;
        }
        Path file = folder.resolve(name);
        new Picture(width, height, argb).write(file);
        return file;
    }

    private static Cli.Said swap(Path out, Object... more) {
        List<Object> words =
                new ArrayList<>(List.of("swap-face", "--target", target, "--out", out));
        words.addAll(List.of("--source", source, "--precision", "float32"));
        words.addAll(List.of("--target-points", POINTS, "--source-points", POINTS));
        words.addAll(Arrays.asList(more));
        return new Cli(folder).run(words.toArray());
    }

    private static int[] pixels(Path out, Object... more) {
        Cli.Said said = swap(out, more);
        assertEquals(0, said.code(), said.err());
        return Picture.read(out).argb();
    }

    @Test
    void theTargetGetsTheFaceAndKeepsEveryPixelFarFromIt() {
        int[] before = Picture.read(target).argb();
        int[] after = pixels(folder.resolve("once.png"));
        assertArrayEquals(after, pixels(folder.resolve("again.png")), "the same seed");
        assertFalse(Arrays.equals(before, after));
        for (int y = 0; y < 96; y++) {
            assertEquals(before[y * 130 + 129], after[y * 130 + 129], "the right edge, row " + y);
        }
    }

    @Test
    void itSaysWhatWasMeasuredAndWhatTheModelLacks() {
        Path previews = folder.resolve("previews");
        Cli.Said said = swap(folder.resolve("said.png"), "--json", "--previews", previews);
        JsonNode json = said.json();
        assertEquals("swap-face", json.path("system").asText());
        assertEquals(6, json.path("steps").asInt());
        assertTrue(json.path("readings").path("source-likeness").isNumber());
        assertTrue(json.path("readings").path("drift").asDouble() >= 0);
        assertTrue(json.path("best_step").asInt() >= 5);
        assertTrue(said.err().contains("guidance alone carries the identity"), said.err());
        Picture step = Picture.read(previews.resolve("step-03.png"));
        assertEquals(130, step.width(), "steps are seen in place");
        assertArrayEquals(
                Picture.read(folder.resolve("said.png")).argb(),
                Picture.read(previews.resolve("step-06.png")).argb());
    }

    @Test
    void optionsChangeTheResult() throws IOException {
        Path out = folder.resolve("changed.png");
        int[] plain = pixels(out);
        Path mask = folder.resolve("mask.png");
        MaskFiles.write(TiledMask.empty(130, 96), mask);
        for (List<Object> words :
                List.<List<Object>>of(
                        List.of("--identity", "0"),
                        List.of("--preset", "as-paper"),
                        List.of("--window", "identity-opens=90"),
                        List.of("--no-guide-identity"),
                        List.of("--strength", "50"))) {
            assertFalse(Arrays.equals(plain, pixels(out, words.toArray())), words::toString);
        }
        int[] nothing = pixels(out, "--mask", mask, "--join", "instead");
        assertArrayEquals(Picture.read(target).argb(), nothing);
    }

    @Test
    void aRunCanBeBranchedFromAndTheBranchEqualsItself() {
        String run = swap(folder.resolve("first.png"), "--json").json().path("run").asText();
        int[] first = Picture.read(folder.resolve("first.png")).argb();
        Object[] unchanged = {"--resume", run, "--from-step", "3"};
        assertArrayEquals(first, pixels(folder.resolve("branch.png"), unchanged));
        Object[] changed = {"--resume", run, "--from-step", "3", "--identity", "100"};
        assertFalse(Arrays.equals(first, pixels(folder.resolve("other.png"), changed)));
    }

    @Test
    void theFileNamesItsSourcesAndTheirRightsAndAShareCopyTheRightsAlone() throws IOException {
        Path out = folder.resolve("told.png");
        pixels(out, "--rights", "with her consent");
        String file = Files.readString(out, StandardCharsets.ISO_8859_1);
        assertTrue(file.contains("source.png") && file.contains("with her consent"));
        pixels(out, "--rights", "with her consent", "--share");
        String shared = Files.readString(out, StandardCharsets.ISO_8859_1);
        assertFalse(shared.contains("source.png"));
        assertTrue(shared.contains("with her consent"));
    }

    @Test
    void whatIsMissingIsOneSentence() {
        Path out = folder.resolve("none.png");
        Object[] noSource = {"swap-face", "--target", target, "--out", out};
        Cli.Said none = new Cli(folder).run(noSource);
        assertEquals(2, none.code());
        assertTrue(none.err().contains("No face was found in the picture"), none.err());
        Object[] noFace = {"swap-face", "--target", target, "--out", out, "--source", source};
        Cli.Said face = new Cli(folder).run(noFace);
        assertEquals(2, face.code());
        assertTrue(face.err().contains("give its five points with --target-points"), face.err());
        Object[] placed = {
            "swap-face",
            "--target",
            target,
            "--out",
            out,
            "--source",
            source,
            "--target-points",
            "20,24,40,24,30,32,23,42,37,42"
        };
        Cli.Said noDonor = new Cli(folder).run(placed);
        assertEquals(2, noDonor.code());
        assertTrue(
                noDonor.err().contains("give its five points with --source-points"), noDonor.err());
        Cli.Said empty = new Cli(folder.resolve("empty")).run(noFace);
        assertEquals(2, empty.code());
        assertTrue(empty.err().contains("swap-face"), empty.err());
    }
}
