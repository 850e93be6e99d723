package mien.app.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
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
class KeysPageTest {

    private final Map<String, List<String>> saved = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private KeysViewModel keys;
    private Scene scene;
    private boolean painting;

    @Start
    void open(Stage stage) {
        keys =
                new KeysViewModel(
                        KeyMap.of(
                                WindowKeys.table(),
                                WindowKeys.canvas(),
                                KeyTable.in(Place.MASK).press("mask.overlay", "O")),
                        changes -> {
                            saved.clear();
                            saved.putAll(changes);
                        });
        scene = new Scene(new StackPane(), 940, 760);
        furnish(Locale.ENGLISH, true);
        stage.setScene(scene);
        stage.show();
    }

    private void furnish(Locale language, boolean dark) {
        KeysPage page = new KeysPage(keys, Texts.of(language), () -> asked.add("close"));
        StackPane root = new StackPane(page);
        new KeyRouter(root, keys::map, place -> painting || place.equals(Place.CANVAS))
                .on("run", () -> asked.add("run"))
                .on("handles", () -> asked.add("handles"))
                .on("mask.overlay", () -> asked.add("overlay"))
                .on("cancel", () -> asked.add("cancel"))
                .whileHeld("compare", on -> asked.add("compare " + on));
        scene.setRoot(root);
        Themes.dress(scene, dark, language);
    }

    private Button button(FxRobot robot, String name) {
        return robot.lookup(".button").queryAllAs(Button.class).stream()
                .filter(b -> name.equals(b.getAccessibleText()) || name.equals(b.getText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name));
    }

    private void press(FxRobot robot, String name) {
        Button button = button(robot, name);
        robot.interact(button::requestFocus);
        robot.type(KeyCode.SPACE);
    }

    @Test
    void aKeyIsRecordedHeardSavedAndReset(FxRobot robot) {
        press(robot, "Another key for: Render again");
        robot.press(KeyCode.CONTROL).type(KeyCode.G).release(KeyCode.CONTROL);
        assertEquals(List.of("Shortcut+Enter", "Shift+Enter", "Shortcut+G"), saved.get("run"));
        robot.press(KeyCode.CONTROL).type(KeyCode.G).release(KeyCode.CONTROL);
        assertEquals(List.of("run"), asked);
        press(robot, "As it came: Render again");
        assertEquals(Map.of(), saved);
    }

    @Test
    void escapeLeavesTheRecordingAndNothingElse(FxRobot robot) {
        press(robot, "Another key for: Undo");
        robot.type(KeyCode.ESCAPE);
        assertEquals(Map.of(), saved);
        assertEquals(List.of(), asked);
        robot.type(KeyCode.ESCAPE);
        assertEquals(List.of("cancel"), asked);
    }

    @Test
    void aConflictIsToldAndSettled(FxRobot robot) {
        press(robot, "Another key for: Redo");
        robot.press(KeyCode.CONTROL).type(KeyCode.O).release(KeyCode.CONTROL);
        assertTrue(robot.lookup(".key-conflict").queryAll().stream().anyMatch(Node::isVisible));
        robot.interact(() -> Photograph.of(scene, "keys-conflict-dark-en"));
        press(robot, "Use it here only"); // the first of the two rows: open keeps it
        assertEquals(0, keys.map().conflicts().stream().filter(c -> !c.shadowed()).count());
        robot.interact(() -> furnish(Locale.KOREAN, false));
        robot.interact(() -> Photograph.of(scene, "keys-light-ko"));
    }

    @Test
    void theSheetIsSearchedByNameAndByKey(FxRobot robot) {
        robot.interact(() -> keys.searchProperty().set("redo"));
        assertEquals(1, robot.lookup(".key-row").queryAll().size());
        robot.interact(() -> keys.searchProperty().set("f1"));
        assertEquals(1, robot.lookup(".key-row").queryAll().size());
        robot.interact(() -> keys.searchProperty().set("no such thing"));
        assertEquals(0, robot.lookup(".key-row").queryAll().size());
    }

    @Test
    void lettersGoToTheFieldAndElsewhereToTheInnermostPlace(FxRobot robot) {
        robot.interact(
                () -> scene.setRoot(outside(new VBox(new TextField(), new Button("elsewhere")))));
        TextField field = robot.lookup(".text-field").queryAs(TextField.class);
        robot.interact(field::requestFocus);
        robot.type(KeyCode.O).type(KeyCode.J);
        assertEquals("oj", field.getText());
        assertEquals(List.of(), asked);
        robot.interact(() -> button(robot, "elsewhere").requestFocus());
        robot.type(KeyCode.O);
        painting = true;
        robot.type(KeyCode.O);
        robot.press(KeyCode.J).release(KeyCode.J);
        assertEquals(List.of("handles", "overlay", "compare true", "compare false"), asked);
    }

    private StackPane outside(VBox content) {
        StackPane root = new StackPane(content);
        new KeyRouter(root, keys::map, place -> painting || place.equals(Place.CANVAS))
                .on("handles", () -> asked.add("handles"))
                .on("mask.overlay", () -> asked.add("overlay"))
                .whileHeld("compare", on -> asked.add("compare " + on));
        return root;
    }
}
