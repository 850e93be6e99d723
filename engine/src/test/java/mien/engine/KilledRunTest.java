package mien.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mien.engine.edit.relight.TinyPack;
import mien.engine.job.JobStatus;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed in the middle of a run; another one goes on with it. */
@Timeout(240)
class KilledRunTest {

    private static final int STEPS = KilledRun.SETTINGS.steps().orElseThrow();

    @TempDir Path folder;

    @BeforeEach
    void makePack() throws IOException {
        TinyPack.write(folder.resolve("models/tiny"), "tiny");
    }

    private EngineOptions options() {
        return EngineOptions.DEFAULT.withModelFolders(List.of(folder.resolve("models")));
    }

    private Process started() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Dai.djl.offline=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRun.class.getName(),
                        folder.resolve("models").toString(),
                        folder.resolve("runs").toString())
                .redirectError(folder.resolve("child.log").toFile())
                .start();
    }

    /** Waits until a process has told of a step. */
    private void after(int step, BufferedReader out) throws IOException {
        String line = out.readLine();
        while (line != null && !line.equals("step " + step)) {
            line = out.readLine();
        }
        assertEquals("step " + step, line, Files.readString(folder.resolve("child.log")));
    }

    /** Runs in a process of its own and kills it once it has told of a step. */
    private void killedAfter(int step) throws Exception {
        Process child = started();
        try (BufferedReader out = child.inputReader()) {
            after(step, out);
        } finally {
            child.destroyForcibly().waitFor(); // SIGKILL where there are signals
        }
    }

    private static Picture picture(JobStatus end) {
        return assertInstanceOf(JobStatus.Done.class, end, end::toString).result();
    }

    @Test
    void aKilledRunGoesOnFromItsLastStepToTheBytesOfOneThatWasNot() throws Exception {
        killedAfter(3);
        killedAfter(20); // it began again with the fourth

        List<Integer> steps = new ArrayList<>();
        try (Engine engine = Engine.open(options().withRuns(folder.resolve("runs")));
                Engine other = Engine.open(options())) {
            Picture whole = picture(KilledRun.run(other, step -> {}));
            Path record = onlyRecord();
            Files.delete(record.resolve("attempts")); // a third kill would set it aside
            assertEquals(whole, picture(KilledRun.run(engine, steps::add)));
            assertFalse(Files.exists(record), "what has ended is not kept");
        }
        assertTrue(steps.get(0) >= 20, "it went on with step " + steps.get(0));
        assertEquals(STEPS, steps.get(steps.size() - 1));
    }

    @Test
    void aRunThatWasKilledTwiceIsSetAside() throws Exception {
        killedAfter(2);
        killedAfter(5);
        try (Engine engine = Engine.open(options().withRuns(folder.resolve("runs")))) {
            JobStatus.Failed failed =
                    assertInstanceOf(JobStatus.Failed.class, KilledRun.run(engine, step -> {}));
            assertTrue(failed.sentence().startsWith("This run ended Mien twice"));
        }
    }

    @Test
    void twoProcessesThatMakeTheSameRunDoNotMeet() throws Exception {
        Process child = started();
        try (BufferedReader out = child.inputReader()) {
            after(3, out);
            List<Integer> steps = new ArrayList<>();
            try (Engine engine = Engine.open(options().withRuns(folder.resolve("runs")))) {
                picture(KilledRun.run(engine, steps::add));
            }
            assertEquals(1, steps.get(0), "it did not go on where the other stood");
            String last = out.lines().reduce((a, b) -> b).orElse("nothing");
            assertEquals("done", last, "the other came to its end");
            assertEquals(0, child.waitFor());
        } finally {
            child.destroyForcibly();
        }
    }

    private Path onlyRecord() throws IOException {
        try (Stream<Path> records = Files.list(folder.resolve("runs"))) {
            List<Path> all = records.toList();
            assertEquals(1, all.size());
            return all.get(0);
        }
    }
}
