package mien.app.prefs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mien.app.text.Texts;
import mien.app.theme.Photograph;
import mien.app.theme.Themes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class PreferencesPageTest {

    private static final Path FOLDER = Path.of("/models/of/mine");

    private final List<Preferences> told = new ArrayList<>();
    private PreferencesViewModel model;
    private Scene scene;

    @Start
    void open(Stage stage) {
        model = new PreferencesViewModel(Preferences.DEFAULT, told::add);
        scene = new Scene(new StackPane(), 920, 960);
        furnish(Locale.ENGLISH, true);
        stage.setScene(scene);
        stage.show();
    }

    private void furnish(Locale language, boolean dark) {
        scene.setRoot(
                new StackPane(
                        new PreferencesPage(
                                model, Texts.of(language), () -> Optional.of(FOLDER), () -> {})));
        Themes.dress(scene, dark, language);
    }

    private static void press(FxRobot robot, String name) {
        Node node =
                robot.lookup(n -> n.isVisible() && name.equals(n.getAccessibleText()))
                        .tryQuery()
                        .orElseGet(() -> robot.lookup(name).query());
        robot.interact(node::requestFocus);
        robot.type(KeyCode.SPACE);
    }

    @Test
    void everyChangeIsToldAtOnceAndOnlyOnce(FxRobot robot) {
        assertEquals(List.of(), told, "opening the page changes nothing");
        press(robot, "Appearance: Light");
        assertEquals(ThemeChoice.LIGHT, model.now().theme());
        press(robot, "Appearance: Light");
        assertEquals(1, told.size());
        press(robot, "Edits run on: the GPU");
        press(robot, "Arithmetic: float32");
        press(robot, "Show each step on the picture");
        press(robot, "Format: TIFF");
        Work now = model.now().work();
        assertEquals("cuda", now.device());
        assertEquals("float32", now.precision());
        assertFalse(now.previews());
        assertEquals("tiff", now.export().format());
        assertEquals(5, told.size());
    }

    @Test
    void aChoiceThatIsMadeElsewhereIsMarked(FxRobot robot) {
        robot.interact(() -> model.change(p -> p.withTheme(ThemeChoice.LIGHT)));
        assertTrue(marked(robot, "Appearance: Light"));
        assertFalse(marked(robot, "Appearance: Dark"));
    }

    private static boolean marked(FxRobot robot, String name) {
        return robot.lookup(n -> name.equals(n.getAccessibleText()))
                .queryAs(ToggleButton.class)
                .isSelected();
    }

    @Test
    void aSliderIsMovedByKeys(FxRobot robot) {
        Node quality = robot.lookup(n -> "JPEG quality".equals(n.getAccessibleText())).query();
        robot.interact(quality::requestFocus);
        robot.type(KeyCode.LEFT, 3);
        assertEquals(92, model.now().work().export().quality());
    }

    @Test
    void aFolderIsAddedOnceAndTakenAway(FxRobot robot) {
        press(robot, "Add a folder …");
        press(robot, "Add a folder …");
        assertEquals(List.of(FOLDER), model.now().work().modelFolders());
        robot.interact(() -> Photograph.of(scene, "prefs-dark-en"));
        press(robot, "Do not look for models in " + FOLDER);
        assertTrue(model.now().work().modelFolders().isEmpty());
        robot.interact(() -> furnish(Locale.KOREAN, false));
        robot.interact(() -> Photograph.of(scene, "prefs-light-ko"));
    }
}
