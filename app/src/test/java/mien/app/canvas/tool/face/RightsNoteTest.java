package mien.app.canvas.tool.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import mien.app.edit.EditViewModel;
import mien.app.text.Texts;
import mien.app.theme.Themes;
import mien.app.toy.ManualJobs;
import mien.app.toy.ToyCast;
import mien.app.toy.ToyFaces;
import mien.app.toy.ToyWorkshop;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class RightsNoteTest {

    private static final double PANEL = 236; // as wide as the sheets let it become

    private Scene scene;

    @Start
    void show(Stage stage) {
        scene = new Scene(new StackPane(), PANEL, 120);
        stage.setScene(scene);
        stage.show();
    }

    private void furnish(Locale language) {
        ToyFaces system = new ToyFaces();
        EditViewModel<ToyCast> edit =
                new EditViewModel<>(
                        system,
                        system.open(Picture.filled(60, 60, 0xff808080), null),
                        new ToyWorkshop(),
                        new ManualJobs());
        FacesModel<ToyCast> faces = new FacesModel<>(edit, ToyFaces.FACES, sentence -> {});
        ToyCast other = system.open(Picture.filled(60, 60, 0xff2040c0), null);
        edit.apply(ToyFaces.FACES.editing().taken(edit.spec(), 1, other, 1, "anna.png"));
        faces.grasp(Grasp.of(1));
        VBox parts = new VBox(new RightsNote(faces, Texts.of(language)));
        parts.getStyleClass().add("face-parts");
        scene.setRoot(parts);
        Themes.dress(scene, true, language);
        parts.applyCss();
        parts.layout();
    }

    @Test
    void whatIsAskedForIsReadWholeInBothLanguages(FxRobot robot) {
        for (Locale language : Texts.LANGUAGES) {
            robot.interact(() -> furnish(language));
            TextField note = robot.lookup(".rights-note .text-field").queryAs(TextField.class);
            Text prompt = new Text(note.getPromptText());
            prompt.setFont(note.getFont());
            Insets edge = note.getInsets();
            double room = note.getWidth() - edge.getLeft() - edge.getRight();
            double needed = prompt.getLayoutBounds().getWidth();
            assertTrue(needed > 0 && needed <= room, language + ": " + needed + " in " + room);
            assertEquals(
                    Texts.of(language).text("export.rights.prompt"), note.getTooltip().getText());
        }
    }
}
