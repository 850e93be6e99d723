package mien.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import mien.engine.edit.EditException;
import mien.engine.edit.RunSettings;
import mien.engine.edit.relight.Relight;
import mien.engine.edit.relight.RelightSpec;
import mien.engine.edit.relight.TinyPack;
import mien.engine.job.Job;
import mien.engine.job.JobStatus;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EngineTest {

    private static final RunSettings EXACT =
            RunSettings.DEFAULT.withPrecision("float32").withSeed(3);
    private static final Picture PORTRAIT = Picture.filled(96, 96, 0xff8899aa);

    @TempDir static Path models;

    @BeforeAll
    static void makePack() throws IOException {
        TinyPack.write(models.resolve("demo/relight"), "tiny");
    }

    @Test
    void aPortraitIsOpenedAndRelitThroughTheDoor() throws Exception {
        try (Engine engine = Engine.open(EngineOptions.DEFAULT.withModelFolders(List.of(models)))) {
            Relight relight = (Relight) engine.system("relight");
            RelightSpec opened = engine.open(relight, PORTRAIT, EXACT).get();
            RelightSpec lit = opened.withLight(opened.light().withStrength(1));
            List<JobStatus> told = new CopyOnWriteArrayList<>();

            JobStatus.Done first =
                    assertInstanceOf(
                            JobStatus.Done.class,
                            engine.start(relight, lit, EXACT, told::add).await());
            JobStatus.Done again =
                    assertInstanceOf(
                            JobStatus.Done.class,
                            engine.start(relight, lit, EXACT, s -> {}).await());

            assertArrayEquals(
                    first.result().argb(), again.result().argb(), "the same seed, the same bytes");
            assertEquals(7, told.size(), "loading, five steps, done");
        }
    }

    @Test
    void closingWhileAJobRunsCancelsIt() throws Exception {
        Engine engine = Engine.open(EngineOptions.DEFAULT.withModelFolders(List.of(models)).warm());
        Relight relight = (Relight) engine.system("relight");
        RelightSpec opened = engine.open(relight, PORTRAIT, EXACT).get();
        Job job = engine.start(relight, opened, EXACT.withSteps(500), s -> {});
        engine.close();
        assertEquals(new JobStatus.Cancelled(), job.await());
        assertThrows(
                IllegalStateException.class, () -> engine.start(relight, opened, EXACT, s -> {}));
    }

    @Test
    void withoutAModelTheSentenceSaysWhereToPutOne(@TempDir Path empty) throws Exception {
        try (Engine engine = Engine.open(EngineOptions.DEFAULT.withModelFolders(List.of(empty)))) {
            Relight relight = (Relight) engine.system("relight");
            ExecutionException e =
                    assertThrows(
                            ExecutionException.class,
                            () -> engine.open(relight, PORTRAIT, EXACT).get());
            assertInstanceOf(EditException.class, e.getCause());
            assertTrue(
                    e.getCause().getMessage().contains(empty.toString()),
                    e.getCause().getMessage());
        }
    }

    @Test
    void aModelThatIsNotThereIsNamed() throws Exception {
        try (Engine engine = Engine.open(EngineOptions.DEFAULT.withModelFolders(List.of(models)))) {
            Relight relight = (Relight) engine.system("relight");
            RelightSpec opened = engine.open(relight, PORTRAIT, EXACT).get();
            JobStatus status =
                    engine.start(relight, opened, EXACT.withModel("big"), s -> {}).await();
            assertEquals(
                    new JobStatus.Failed("No model 'big' is installed: choose one of tiny."),
                    status);
        }
    }
}
