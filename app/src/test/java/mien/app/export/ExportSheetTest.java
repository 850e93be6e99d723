package mien.app.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mien.app.text.Texts;
import mien.app.theme.Photograph;
import mien.app.theme.Themes;
import mien.app.toy.ManualJobs;
import mien.engine.picture.Picture;
import mien.engine.picture.export.XmpField;
import mien.engine.picture.export.XmpFile;
import mien.engine.picture.export.XmpName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ExportSheetTest {

    @TempDir private Path folder;

    private final List<String> asked = new ArrayList<>();
    private final List<Path> shown = new ArrayList<>();
    private ExportViewModel model;
    private Scene scene;

    @Start
    void open(Stage stage) {
        scene = new Scene(new StackPane(), 1000, 800);
        furnish(Locale.ENGLISH, true);
        stage.setScene(scene);
        stage.show();
    }

    private void furnish(Locale language, boolean dark) {
        Texts texts = Texts.of(language);
        model =
                new ExportViewModel(
                        new ManualJobs(),
                        texts,
                        Subjects.whole(),
                        ExportChoice.DEFAULT,
                        choice -> asked.add("remember " + choice.format()));
        ExportSheet.Asks asks =
                new ExportSheet.Asks(
                        name -> {
                            asked.add(name);
                            return Optional.of(folder.resolve(name));
                        },
                        shown::add,
                        () -> asked.add("closed"));
        scene.setRoot(new StackPane(new ExportSheet(model, texts, asks)));
        Themes.dress(scene, dark, language);
    }

    private static void press(FxRobot robot, Node node) {
        robot.interact(node::requestFocus);
        robot.type(KeyCode.SPACE);
    }

    private static ToggleButton toggle(FxRobot robot, String words) {
        return robot.lookup(".toggle-button").queryAllAs(ToggleButton.class).stream()
                .filter(b -> words.equals(b.getText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(words));
    }

    private static List<String> fieldNames(FxRobot robot) {
        return robot.lookup(".export-field-name").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    @Test
    void everyFieldOfTheFileIsListedAndFollowsTheChoices(FxRobot robot) {
        assertEquals(
                model.fieldsProperty().get().stream().map(f -> f.name().qualified()).toList(),
                fieldNames(robot));
        assertTrue(fieldNames(robot).contains("Iptc4xmpExt:DigitalSourceType"));
        assertTrue(fieldNames(robot).contains("mien:Recipe"));
        press(robot, robot.lookup("#export-share").query());
        assertFalse(fieldNames(robot).contains("mien:Recipe"));
        assertTrue(robot.lookup("#export-recipe").queryAs(CheckBox.class).isDisabled());
        assertTrue(fieldNames(robot).contains("Iptc4xmpExt:AISystemUsed"), "the marks stay");
    }

    @Test
    void aPictureIsExportedByKeyboardWithItsRights(FxRobot robot) {
        press(robot, toggle(robot, "TIFF"));
        TextField rights = robot.lookup("#export-rights-0").queryAs(TextField.class);
        robot.interact(rights::requestFocus);
        robot.write("Anna K");
        press(robot, robot.lookup("#export-go").query());
        assertEquals(List.of("anna-relight.tif", "remember TIFF"), asked);
        Path file = folder.resolve("anna-relight.tif");
        assertTrue(
                XmpFile.fields(file).stream()
                        .filter(f -> f.name() == XmpName.RIGHTS)
                        .map(XmpField::shown)
                        .anyMatch("Anna K"::equals));
        assertEquals(20, Picture.read(file).width());
        press(robot, robot.lookup("#export-show").query());
        assertEquals(List.of(file), shown);
    }

    @Test
    void onlyWhatAFormatKnowsIsAsked(FxRobot robot) {
        Node quality = robot.lookup("#export-quality").query();
        assertFalse(quality.getParent().isVisible());
        press(robot, toggle(robot, "JPEG"));
        assertTrue(quality.getParent().isVisible());
        assertTrue(robot.lookup("#export-session").queryAs(CheckBox.class).isDisabled());
        press(robot, toggle(robot, "PSD, layers"));
        assertFalse(quality.getParent().isVisible());
        assertFalse(robot.lookup("#export-size").query().getParent().isVisible());
        assertEquals(
                "Result, Mask – face, Draft, Original",
                robot.lookup("#export-layers").queryAs(Label.class).getText());
    }

    @Test
    void aFailureIsToldAndTheButtonStays(FxRobot robot) throws Exception {
        Files.createDirectory(folder.resolve("anna-relight.png"));
        press(robot, robot.lookup("#export-go").query());
        assertTrue(robot.lookup(".export-said").queryAs(Label.class).getText().contains("folder"));
        assertTrue(robot.lookup("#export-go").queryAs(Button.class).isVisible());
    }

    @Test
    void everyControlHasAName(FxRobot robot) {
        for (Node node : robot.lookup(".toggle-button").queryAll()) {
            assertFalse(node.getAccessibleText().isBlank());
        }
        assertFalse(robot.lookup("#export-rights-0").query().getAccessibleText().isBlank());
    }

    @Test
    void itIsReadableInEveryLanguageAndLight(FxRobot robot) {
        for (Locale language : Texts.LANGUAGES) {
            for (boolean dark : new boolean[] {true, false}) {
                robot.interact(() -> furnish(language, dark));
                for (Label label : robot.lookup(".export-name").queryAllAs(Label.class)) {
                    assertFalse(label.getText().isBlank());
                }
                String name = "export-" + language.getLanguage() + (dark ? "-dark" : "-light");
                robot.interact(() -> Photograph.of(scene, name));
            }
        }
    }
}
