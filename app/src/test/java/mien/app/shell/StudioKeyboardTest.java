package mien.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import mien.app.document.DocumentFile;
import mien.app.document.DocumentState;
import mien.app.edit.EditViewModel;
import mien.app.toy.ToySpec;
import mien.engine.picture.Picture;
import mien.engine.picture.export.XmpFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A whole visit without a pointer: change, look, undo, save, export, open again. */
@ExtendWith(ApplicationExtension.class)
class StudioKeyboardTest {

    @TempDir private Path folder;

    private ToyWindow toy;

    @Start
    void open(Stage stage) {
        toy = new ToyWindow(stage, new OneFolder(folder, "mine.mien"), folder);
    }

    @AfterEach
    void close() {
        toy.close();
    }

    private EditViewModel<?> edit() {
        return toy.studio().editProperty().get().orElseThrow();
    }

    private double azimuth() {
        return ((ToySpec) edit().spec()).light().azimuth();
    }

    @Test
    void aVisitWithoutAPointer(FxRobot robot) throws Exception {
        ToyWindow.eventually(() -> toy.studio().editProperty().get().isPresent());

        toy.tabTo("Azimuth");
        robot.type(KeyCode.ENTER).write("70").type(KeyCode.ENTER);
        ToyWindow.eventually(() -> edit().resultProperty().get().isPresent());
        assertEquals(70, azimuth());
        toy.chord(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(20, azimuth());
        toy.chord(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertEquals(70, azimuth());
        ToyWindow.eventually(() -> edit().resultProperty().get().isPresent());

        Picture result = edit().resultProperty().get().orElseThrow();
        toy.chord(KeyCode.CONTROL, KeyCode.S);
        Path document = folder.resolve("mine.mien");
        ToyWindow.eventually(
                () -> Files.exists(document) && !toy.studio().documents().dirtyProperty().get());
        DocumentState saved = DocumentFile.read(document).state();
        assertEquals(result, saved.outcome().orElseThrow());

        toy.chord(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        toy.tabTo("Export …");
        robot.type(KeyCode.ENTER);
        Path export = folder.resolve("portrait-relight.png");
        ToyWindow.eventually(() -> Files.exists(export));
        assertEquals(result, Picture.read(export));
        assertTrue(XmpFile.recipe(export).isPresent());
        assertTrue(
                XmpFile.fields(export).stream()
                        .anyMatch(f -> f.toString().contains("compositeWithTrained")));
        robot.type(KeyCode.ESCAPE);
        ToyWindow.eventually(() -> robot.lookup(".export-sheet").tryQuery().isEmpty());

        robot.interact(() -> toy.studio().open("another.png", () -> Picture.filled(64, 64, -1)));
        ToyWindow.eventually(
                () -> toy.studio().editProperty().get().isPresent() && azimuth() == 20);
        toy.chord(KeyCode.CONTROL, KeyCode.O);
        ToyWindow.eventually(
                () -> toy.studio().editProperty().get().isPresent() && azimuth() == 70);
        assertEquals(result, edit().resultProperty().get().orElseThrow());
        assertFalse(toy.studio().documents().dirtyProperty().get());
    }
}
