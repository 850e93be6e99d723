package mien.engine.evaluate.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mien.engine.EngineOptions;
import mien.engine.edit.relight.TinyPack;
import mien.engine.tensor.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExactnessTest {

    /** Of 255, for pictures in [−1, 1]. Measured over 20 steps: one in float32, two in bfloat16. */
    private static final double FOUR_LEVELS = 8 / 255.0;

    private static final Exactness TWICE = new Exactness(2, 2);

    @TempDir Path models;

    @Test
    void aSeedGivesTheSameBytesAgainWithEachNumberOfThreads() throws IOException {
        TinyPack.write(models.resolve("tiny"), "tiny");
        for (Finding f : TWICE.of(edit(models))) {
            assertTrue(f.sameOverRuns(), f.toString());
        }
        for (Finding f : TWICE.of(edit(Path.of(System.getProperty("mien.models"))))) {
            assertTrue(f.sameOverRuns(), f.toString());
            assertTrue(f.overThreads() <= FOUR_LEVELS, f.toString());
        }
    }

    private static Subject edit(Path pack) {
        EngineOptions options = EngineOptions.DEFAULT.withModelFolders(List.of(pack));
        return DemoSubject.relight(pack.toString(), options, 3);
    }

    @Test
    void thePageSaysOfEveryNetworkInTheListWhatWasMeasuredAndOfNoOther() throws IOException {
        List<String> names = Subjects.all().stream().map(Subject::name).toList();
        String page = Files.readString(Path.of("..", "docs", "reliability.md"));
        String table =
                page.split("<!-- exact: written by the program -->|<!-- end of exact -->")[1];
        List<String> measured =
                table.lines()
                        .filter(line -> line.matches("\\| [a-z]+\\.[a-z]+ \\|.*"))
                        .map(line -> line.split(" ")[1])
                        .distinct()
                        .toList();
        assertEquals(names, measured);
    }

    @Test
    void whatDiffersIsTold() {
        AtomicInteger calls = new AtomicInteger();
        List<Finding> found =
                TWICE.of(
                        new Subject(
                                "odd",
                                "made up",
                                true,
                                p -> new float[] {calls.incrementAndGet(), 0}));
        assertFalse(found.get(0).sameOverRuns());

        found =
                TWICE.of(
                        new Subject(
                                "threads",
                                "made up",
                                true,
                                p -> new float[] {1, 0.25f * JniUtils.getNumThreads()}));
        assertTrue(found.get(0).sameOverRuns());
        assertFalse(found.get(0).sameOverThreads());
        assertEquals(0.25, found.get(0).overThreads(), 1e-6);
        assertEquals(0, found.get(0).drift());

        found =
                TWICE.of(
                        new Subject(
                                "half",
                                "made up",
                                true,
                                p -> new float[] {p == Precision.BFLOAT16 ? 0.9f : 1, 0, 0, 0}));
        assertEquals(0.1, found.get(1).drift(), 1e-6);
        // 20·log₁₀(2/√(0.01/4)) = 20·log₁₀(40)
        assertEquals(32.04, found.get(1).driftPsnr().orElseThrow(), 0.01);
        assertTrue(found.get(2).driftPsnr().isEmpty());
    }
}
