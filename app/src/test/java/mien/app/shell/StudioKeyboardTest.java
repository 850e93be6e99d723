package mien.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import mien.app.document.DocumentFile;
import mien.app.document.DocumentState;
import mien.app.document.DocumentViewModel;
import mien.app.document.journal.StateFolder;
import mien.app.edit.EditViewModel;
import mien.app.job.ToolkitJobs;
import mien.app.prefs.PreferenceFile;
import mien.app.prefs.Preferences;
import mien.app.text.Texts;
import mien.app.toy.PacedWorkshop;
import mien.app.toy.ToySpec;
import mien.engine.edit.RunSettings;
import mien.engine.picture.Picture;
import mien.engine.picture.export.XmpFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A whole visit without a pointer: change, look, undo, save, export, open again. */
@ExtendWith(ApplicationExtension.class)
class StudioKeyboardTest {

    private static final Picture PHOTO = Sample.all().get(0).picture();
    private static final int MOST_TABS = 120;

    @TempDir private Path folder;

    private final ToolkitJobs jobs = new ToolkitJobs();
    private StudioViewModel studio;
    private StudioWindow window;
    private Stage stage;

    @Start
    void open(Stage opened) {
        stage = opened;
        PreferenceFile file = new PreferenceFile(folder.resolve("studio.properties"));
        file.save(Preferences.DEFAULT.withTourSeen(true).withLanguage(Locale.ENGLISH));
        studio =
                new StudioViewModel(
                        jobs,
                        () -> new PacedWorkshop(2),
                        RunSettings.DEFAULT.withSteps(10),
                        new DocumentViewModel(jobs, new StateFolder(folder.resolve("state"))));
        window = new StudioWindow(stage, studio, file, new Answers(), address -> {});
        window.show();
        studio.open("portrait.png", () -> PHOTO);
        studio.start();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(
                () -> {
                    studio.close();
                    stage.hide();
                });
        jobs.close();
    }

    /** A person who answers every question at once. */
    private final class Answers implements FileAsk {
        @Override
        public Optional<Path> toOpen(Texts texts) {
            return Optional.of(folder.resolve("mine.mien"));
        }

        @Override
        public Optional<Path> toSave(Texts texts, String proposed) {
            return Optional.of(folder.resolve(proposed));
        }

        @Override
        public Optional<Path> toSaveDocument(Texts texts, String proposed) {
            return Optional.of(folder.resolve("mine.mien"));
        }

        @Override
        public List<Path> toWeights(Texts texts) {
            return List.of();
        }

        @Override
        public Optional<Path> toFolder(Texts texts) {
            return Optional.empty();
        }
    }

    private static void eventually(Callable<Boolean> holds) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, holds);
            WaitForAsyncUtils.waitForFxEvents();
        } catch (TimeoutException e) {
            throw new AssertionError("it did not happen in 20 seconds", e);
        }
    }

    private EditViewModel<?> edit() {
        return studio.editProperty().get().orElseThrow();
    }

    private double azimuth() {
        return ((ToySpec) edit().spec()).light().azimuth();
    }

    /** Tab, until what has the focus is called so. */
    private void tabTo(FxRobot robot, String name) {
        for (int i = 0; i < MOST_TABS; i++) {
            if (name.equals(focused())) {
                return;
            }
            robot.type(KeyCode.TAB);
        }
        throw new AssertionError("Tab does not lead to '" + name + "'");
    }

    private String focused() {
        Node owner = window.scene().getFocusOwner();
        if (owner == null) {
            return "";
        }
        String spoken = Optional.ofNullable(owner.getAccessibleText()).orElse("");
        return spoken.isEmpty() && owner instanceof Labeled l ? l.getText() : spoken;
    }

    private static void chord(FxRobot robot, KeyCode... keys) {
        robot.press(keys).release(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aVisitWithoutAPointer(FxRobot robot) throws Exception {
        eventually(() -> studio.editProperty().get().isPresent());

        tabTo(robot, "Azimuth");
        robot.type(KeyCode.ENTER).write("70").type(KeyCode.ENTER);
        eventually(() -> edit().resultProperty().get().isPresent());
        assertEquals(70, azimuth());
        chord(robot, KeyCode.CONTROL, KeyCode.Z);
        assertEquals(20, azimuth());
        chord(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertEquals(70, azimuth());
        eventually(() -> edit().resultProperty().get().isPresent());

        Picture result = edit().resultProperty().get().orElseThrow();
        chord(robot, KeyCode.CONTROL, KeyCode.S);
        Path document = folder.resolve("mine.mien");
        eventually(() -> Files.exists(document) && !studio.documents().dirtyProperty().get());
        DocumentState saved = DocumentFile.read(document).state();
        assertEquals(result, saved.outcome().orElseThrow());

        chord(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        tabTo(robot, "Export …");
        robot.type(KeyCode.ENTER);
        Path export = folder.resolve("portrait-relight.png");
        eventually(() -> Files.exists(export));
        assertEquals(result, Picture.read(export));
        assertTrue(XmpFile.recipe(export).isPresent());
        assertTrue(
                XmpFile.fields(export).stream()
                        .anyMatch(f -> f.toString().contains("compositeWithTrained")));
        robot.type(KeyCode.ESCAPE);
        eventually(() -> robot.lookup(".export-sheet").tryQuery().isEmpty());

        robot.interact(() -> studio.open("another.png", () -> Picture.filled(64, 64, -1)));
        eventually(() -> studio.editProperty().get().isPresent() && azimuth() == 20);
        chord(robot, KeyCode.CONTROL, KeyCode.O);
        eventually(() -> studio.editProperty().get().isPresent() && azimuth() == 70);
        assertEquals(result, edit().resultProperty().get().orElseThrow());
        assertFalse(studio.documents().dirtyProperty().get());
    }
}
