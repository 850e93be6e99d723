package mien.app.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mien.app.text.Texts;
import mien.app.theme.Photograph;
import mien.app.theme.Themes;
import mien.app.toy.ManualJobs;
import mien.engine.model.ModelDesk;
import mien.engine.model.ModelLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ModelsPageTest {

    private static final Path BUNDLED = Path.of(System.getProperty("mien.models", "../models"));

    @TempDir private Path folder;

    private final List<String> opened = new ArrayList<>();
    private ModelsViewModel models;
    private Scene scene;

    @Start
    void open(Stage stage) {
        List<Path> folders = List.of(folder.resolve("models"), BUNDLED);
        models =
                new ModelsViewModel(
                        new ManualJobs(), new ModelDesk(() -> ModelLibrary.of(folders)));
        scene = new Scene(new StackPane(), 1000, 760);
        furnish(Locale.ENGLISH, true);
        stage.setScene(scene);
        stage.show();
    }

    private void furnish(Locale language, boolean dark) {
        Texts texts = Texts.of(language);
        Links links =
                new Links() {
                    @Override
                    public void open(String address) {
                        opened.add(address);
                    }

                    @Override
                    public void copy(String address) {
                        opened.add("copied " + address);
                    }
                };
        ModelsPage.Asks asks =
                new ModelsPage.Asks(
                        () -> List.of(SmallCheckpoint.whole(folder.resolve("alex.safetensors"))),
                        links,
                        pack -> opened.add("card of " + pack.id()),
                        () -> opened.add("closed"));
        scene.setRoot(new StackPane(new ModelsPage(models, texts, asks)));
        Themes.dress(scene, dark, language);
    }

    private static Optional<Button> button(FxRobot robot, String text) {
        return robot.lookup(".button").queryAllAs(Button.class).stream()
                .filter(b -> text.equals(b.getText()))
                .findFirst();
    }

    private static void press(FxRobot robot, String text) {
        Button button = button(robot, text).orElseThrow(() -> new AssertionError(text));
        robot.interact(button::requestFocus);
        robot.type(KeyCode.SPACE);
    }

    @Test
    void aFileIsChosenInstalledVerifiedAndRemovedByKeyboard(FxRobot robot) {
        press(robot, "Choose files …");
        assertTrue(
                robot.lookup(".model-good").queryAllAs(Labeled.class).stream()
                        .anyMatch(l -> l.getText().startsWith("Recognised")));
        press(robot, "Install");
        assertEquals(
                "Installed as lpips-alex.", robot.lookup(".model-good").queryLabeled().getText());
        press(robot, "Put away");
        press(robot, "Verify");
        assertEquals(
                "Every byte is as it was installed.",
                robot.lookup(".model-good").queryLabeled().getText());
        press(robot, "Remove …");
        press(robot, "Keep");
        assertEquals(1, own());
        press(robot, "Remove …");
        press(robot, "Remove");
        assertEquals(0, own());
    }

    private long own() {
        return models.libraryProperty().get().orElseThrow().packs().stream()
                .filter(p -> p.id().equals(SmallCheckpoint.ID))
                .count();
    }

    @Test
    void aPageOfTheAuthorsIsOpenedOrItsAddressCopied(FxRobot robot) {
        robot.interact(() -> models.searchProperty().set("linear alex.pth"));
        robot.interact(
                () ->
                        robot.lookup(".checkpoint-row .button")
                                .queryAllAs(Button.class)
                                .forEach(Button::fire));
        String page = "https://github.com/richzhang/PerceptualSimilarity";
        assertEquals(List.of(page, "copied " + page), opened);
    }

    @Test
    void everyFileThatWasDroppedSaysWhatItIs(FxRobot robot) {
        Path broken = SmallCheckpoint.cutOff(folder.resolve("cut-off.safetensors"));
        Path unknown = SmallCheckpoint.ofSomethingElse(folder.resolve("pets.safetensors"));
        robot.interact(() -> models.take(List.of(unknown, broken)));
        List<String> faults =
                robot.lookup(".import-card .model-fault").queryAllAs(Labeled.class).stream()
                        .map(Labeled::getText)
                        .toList();
        assertEquals(2, faults.size());
        assertTrue(faults.get(0).startsWith("Broken") && faults.get(1).startsWith("Unknown"));
        robot.interact(() -> Photograph.of(scene, "models-import-dark-en"));
        robot.interact(() -> furnish(Locale.KOREAN, false));
        robot.interact(() -> Photograph.of(scene, "models-import-light-ko"));
        robot.interact(() -> models.imports().clear());
        robot.interact(() -> Photograph.of(scene, "models-light-ko"));
        robot.interact(() -> furnish(Locale.ENGLISH, true));
        robot.interact(() -> Photograph.of(scene, "models-dark-en"));
    }
}
