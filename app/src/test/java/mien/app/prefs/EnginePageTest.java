package mien.app.prefs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import mien.app.prefs.EngineViewModel.Change;
import mien.app.text.Texts;
import mien.app.theme.Photograph;
import mien.app.theme.Themes;
import mien.app.toy.ManualJobs;
import mien.engine.Hardware;
import mien.engine.Hardware.State;
import mien.engine.edit.EditException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class EnginePageTest {

    @TempDir private Path folder;

    private final ManualJobs jobs = new ManualJobs();
    private final Choice choice = new Choice();
    private State state = State.GPU_IDLE;
    private EngineViewModel engine;
    private Scene scene;

    /** A choice that refuses folders without "cuda" in their names. */
    private final class Choice implements GpuChoice {
        @Override
        public String use(Path at) {
            if (!at.toString().contains("cuda")) {
                throw new EditException(at + " is PyTorch 2.7.1 without CUDA.");
            }
            state = State.NEXT_START;
            return "PyTorch on gpu(0)";
        }

        @Override
        public String install(Hardware.Fetching fetching) {
            for (int file = 0; file < 3; file++) {
                fetching.fetched("libtorch_cuda.so", file, 3, (long) file << 30);
                if (file == 1) {
                    engine.cancel();
                }
            }
            throw new AssertionError("it was not ended");
        }

        @Override
        public void useBundled() {
            state = State.NO_GPU;
        }
    }

    private Hardware hardware() {
        return new Hardware(
                "cpu",
                "bfloat16",
                "the processor multiplies bfloat16 in hardware",
                2,
                "2.7.1",
                "/home/artist/.djl.ai/pytorch/2.7.1-cpu-linux-x86_64",
                List.of("NVIDIA RTX 4090"),
                Optional.of("570.86.15"),
                Optional.empty(),
                state);
    }

    @Start
    void open(Stage stage) throws IOException {
        Path log = folder.resolve("studio.log");
        Files.writeString(
                log,
                "2026-11-20 21:04:11 WARN  m.e.Engine a model cannot be used\n"
                        + "2026-11-20 21:05:02 INFO  m.e.job.JobQueue done in 1.2 s\n");
        engine = new EngineViewModel(jobs, this::hardware, choice, new LogFile(log));
        scene = new Scene(new StackPane(), 920, 900);
        furnish(Locale.ENGLISH, true);
        stage.setScene(scene);
        stage.show();
        engine.look();
    }

    private void furnish(Locale language, boolean dark) {
        Texts texts = Texts.of(language);
        scene.setRoot(
                new VBox(
                        new EngineBanner(engine, texts, () -> {}),
                        new EnginePage(
                                engine,
                                texts,
                                () -> Optional.of(Path.of("/opt/torch/lib")),
                                () -> {})));
        Themes.dress(scene, dark, language);
    }

    private static void press(FxRobot robot, String text) {
        Button button =
                robot.lookup(".engine-page .button").queryAllAs(Button.class).stream()
                        .filter(b -> text.equals(b.getText()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(text));
        robot.interact(button::fire);
    }

    private boolean banner(FxRobot robot) {
        return robot.lookup(n -> n instanceof EngineBanner).query().isVisible();
    }

    @Test
    void anIdleGpuIsToldLoudlyUntilAnotherLibraryIsChosen(FxRobot robot) {
        assertTrue(banner(robot));
        robot.interact(() -> Photograph.of(scene, "engine-dark-en"));
        robot.interact(() -> engine.use(Path.of("/opt/torch-cuda/lib")));
        assertEquals(new Change.Chosen("PyTorch on gpu(0)"), engine.changeProperty().get());
        assertFalse(banner(robot));
        robot.interact(() -> furnish(Locale.KOREAN, false));
        robot.interact(() -> Photograph.of(scene, "engine-light-ko"));
    }

    @Test
    void aFolderWithoutCudaIsRefusedWithItsSentence(FxRobot robot) {
        press(robot, "Use an installed PyTorch …");
        assertEquals(
                "/opt/torch/lib is PyTorch 2.7.1 without CUDA.",
                robot.lookup(".model-fault").queryLabeled().getText());
        assertTrue(banner(robot));
    }

    @Test
    void fetchingIsEndedAtTheNextPiece(FxRobot robot) {
        press(robot, "Fetch the CUDA library …");
        assertInstanceOf(Change.None.class, engine.changeProperty().get());
    }

    @Test
    void theLogIsReadAnewWhileSomebodyLooks(FxRobot robot) throws IOException {
        String before = robot.lookup(".engine-log").queryAs(Labeled.class).getText();
        assertTrue(before.endsWith("done in 1.2 s"), before);
        Files.writeString(folder.resolve("studio.log"), "another line\n");
        robot.interact(jobs::pass);
        assertEquals("another line", robot.lookup(".engine-log").queryLabeled().getText());
        robot.interact(() -> scene.setRoot(new StackPane()));
        Files.writeString(folder.resolve("studio.log"), "nobody looks\n");
        robot.interact(jobs::pass);
        assertEquals(List.of("another line"), engine.linesProperty().get());
    }

    @Test
    void aLongLogIsReadFromItsEnd() throws IOException {
        Path log = folder.resolve("long.log");
        Files.writeString(log, "a line that says little\n".repeat(100_000) + "the last\n");
        List<String> tail = new LogFile(log).tail(3);
        assertEquals(
                List.of("a line that says little", "a line that says little", "the last"), tail);
        assertEquals(List.of(), new LogFile(folder.resolve("none.log")).tail(3));
    }
}
