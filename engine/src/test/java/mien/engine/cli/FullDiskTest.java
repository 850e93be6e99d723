package mien.engine.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import mien.engine.edit.relight.TinyPack;
import mien.engine.model.KnownFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each verb in a process that may not write more than a kilobyte into a file, which is how a disk
 * that fills up in the middle looks to it.
 */
@Timeout(120)
class FullDiskTest {

    private static final List<String> LIMITED =
            List.of("bash", "-c", "ulimit -f 1; exec \"$@\"", "limited");

    @TempDir static Path folder;
    private static Path portrait;

    @BeforeAll
    static void prepare() throws IOException {
        assumeTrue(ChildJvm.onPath("bash"), "there is no bash to set a limit");
        TinyPack.write(models().resolve("tiny"), "tiny");
        portrait = Cli.portrait(folder.resolve("portrait.png"), 3);
    }

    @Test
    void aPersonIsNotHalfDrawn() throws IOException {
        Path out = folder.resolve("people");
        new Cli(folder).run("world", "--seed", 5, "--out", out, "--size", 64);
        assertNothingIsLost(out, "world", "--seed", "6", "--out", out.toString(), "--size", "64");
        assertNothingIsLost(out, "world", "--seed", "5", "--out", out.toString(), "--size", "96");
    }

    @Test
    void anEditLeavesTheOldPicture() throws IOException {
        Path out = Files.createDirectories(folder.resolve("edits")).resolve("o.png");
        Files.copy(portrait, out);
        assertNothingIsLost(out.getParent(), edit(out));
    }

    @Test
    void aModelIsNotHalfInstalled() throws IOException {
        Path file = KnownFiles.write(folder.resolve("alex.pth"), KnownFiles.SMALL);
        assertNothingIsLost(models(), "models", "import", file.toString());
    }

    private static Path models() {
        return folder.resolve("mien/models");
    }

    private static String[] edit(Path out) {
        return new String[] {
            "relight", "--portrait", portrait.toString(), "--out", out.toString(), "--steps", "2"
        };
    }

    private static void assertNothingIsLost(Path out, String... words) throws IOException {
        Map<Path, byte[]> before = files(out);
        Path log = Files.createTempFile(folder, "err", ".txt");
        List<String> limited = new ArrayList<>(LIMITED);
        limited.addAll(List.of("env", "XDG_DATA_HOME=" + folder));
        int code =
                new ChildJvm("1g", Main.class.getName(), List.of(words))
                        .under(limited)
                        .withErrors(log)
                        .run(new Interrupt(), line -> {});
        String said = Files.readString(log);
        assertEquals(ExitCode.BAD_INPUT, code, said);
        Map<Path, byte[]> after = files(out);
        before.forEach((file, bytes) -> assertArrayEquals(bytes, after.get(file), file.toString()));
        assertTrue(
                after.keySet().stream().noneMatch(f -> f.toString().endsWith(".part")),
                "left behind: " + after.keySet());
        assertTrue(said.contains("cannot be") && said.contains("too large"), said);
    }

    private static Map<Path, byte[]> files(Path folder) throws IOException {
        Map<Path, byte[]> found = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    found.put(file, Files.readAllBytes(file));
                }
            }
        }
        return found;
    }
}
