package mien.app.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mien.app.document.journal.Recovery;
import mien.app.document.journal.StateFolder;
import mien.app.text.Texts;
import mien.app.theme.Photograph;
import mien.app.theme.Themes;
import mien.app.toy.ManualJobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class RecoverySheetTest {

    @TempDir static Path folder;
    private final List<String> asked = new ArrayList<>();
    private DocumentViewModel documents;
    private Scene scene;

    @Start
    void open(Stage stage) {
        StateFolder state = new StateFolder(folder.resolve("state" + System.nanoTime()));
        for (String name : List.of("anna.png", "A portrait with a name that is rather long.jpg")) {
            DocumentViewModel window = new DocumentViewModel(new ManualJobs(), state);
            window.begin(name, SomeDocuments.picture(1, 24));
            window.commit(SomeDocuments.document(1).withName(name));
            window.close();
        }
        documents = new DocumentViewModel(new ManualJobs(), state);
        documents.lookAround(() -> {});
        scene = new Scene(new StackPane(), 760, 420);
        furnish(Locale.ENGLISH, true);
        stage.setScene(scene);
        stage.show();
    }

    private void furnish(Locale language, boolean dark) {
        RecoverySheet.Asks asks =
                new RecoverySheet.Asks() {
                    @Override
                    public void restore(Recovery.Found work) {
                        asked.add(work.name());
                    }

                    @Override
                    public void close() {
                        asked.add("closed");
                    }
                };
        RecoverySheet sheet = new RecoverySheet(documents, Texts.of(language), asks);
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        scene.setRoot(new StackPane(sheet));
        Themes.dress(scene, dark, language);
    }

    @Test
    void workIsDiscardedOnASecondPressOnlyAndRestoredByKeyboard(FxRobot robot) {
        assertEquals(2, documents.found().size());
        Button discard = button(robot, "Discard");
        robot.interact(discard::fire);
        assertEquals(2, documents.found().size());
        assertTrue(discard.getText().contains("for good"));
        robot.interact(() -> Photograph.of(scene, "recovery-dark-en"));
        robot.interact(discard::fire);
        assertEquals(1, documents.found().size());
        Button restore = button(robot, "Restore");
        robot.interact(restore::requestFocus);
        robot.type(KeyCode.SPACE);
        assertEquals(List.of(documents.found().get(0).name()), asked);
        robot.interact(() -> furnish(Locale.KOREAN, false));
        robot.interact(() -> Photograph.of(scene, "recovery-light-ko"));
    }

    @Test
    void laterPutsTheSheetAwayAndKeepsTheWork(FxRobot robot) {
        robot.type(KeyCode.ESCAPE);
        assertTrue(asked.contains("closed"), asked.toString());
        documents.lookAround(() -> {});
        assertEquals(List.of(), documents.found());
    }

    private static Button button(FxRobot robot, String text) {
        return robot.lookup(".button").queryAllAs(Button.class).stream()
                .filter(b -> text.equals(b.getText()))
                .findFirst()
                .orElseThrow();
    }
}
