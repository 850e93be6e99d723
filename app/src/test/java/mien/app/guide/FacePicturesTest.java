package mien.app.guide;

import static mien.app.guide.Walk.eventually;
import static mien.app.guide.Walk.within;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import mien.app.canvas.CanvasView;
import mien.app.edit.Progress.Phase;
import mien.app.prefs.Preferences;
import mien.app.shell.Sample;
import mien.engine.model.ModelLibrary;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The guide's way through the room of faces, with the model that is installed for it. */
@ExtendWith(ApplicationExtension.class)
class FacePicturesTest {

    private static final String SYSTEM = "swap-face";
    private static final int SIDE = 320;
    private static final int PATIENCE = 600; // seconds for a guided run

    @TempDir private Path folder;

    private Walk walk;

    /** Two people beside each other. */
    private static Picture pair() {
        Picture left = Sample.all().get(0).picture().resized(SIDE, SIDE);
        Picture right = Sample.all().get(1).picture().resized(SIDE, SIDE);
        int[] argb = new int[2 * SIDE * SIDE];
        for (int i = 0; i < argb.length; i++) {
            int x = i % (2 * SIDE);
            Picture from = x < SIDE ? left : right;
            argb[i] = from.argb()[i / (2 * SIDE) * SIDE + x % SIDE];
        }
        return new Picture(2 * SIDE, SIDE, argb);
    }

    @Start
    void open(Stage stage) {
        walk = new Walk(stage, folder, Locale.ENGLISH, new Preferences.Window(1280, 800, false));
    }

    @BeforeEach
    void begin() {
        assumeTrue(
                ModelLibrary.standard().preferred(SYSTEM).isPresent(),
                "no model for swapping faces is installed: see -Dmien.models");
        walk.begin(SYSTEM, "two-friends.png", pair());
        eventually(() -> walk.all(".face-line").size() >= 2);
    }

    @AfterEach
    void close() {
        walk.close();
    }

    @Test
    void aFaceGetsAnIdentityIsWatchedAndSteered(FxRobot robot) {
        walk.settle();
        walk.picture("faces-found");

        Path source = folder.resolve("anna.png");
        Sample.all().get(4).picture().resized(SIDE, SIDE).write(source);
        walk.answers().want(source);
        robot.interact(() -> ((ButtonBase) walk.named(".toggle-button", word20())).fire());
        robot.interact(((ButtonBase) walk.one("#faces-source"))::fire);
        eventually(() -> !walk.all(".source-card").isEmpty());
        walk.settle();
        if (walk.all(".rights-note").stream().noneMatch(Node::isVisible)) { // several were found
            robot.interact(((ButtonBase) walk.one(".source-face"))::fire);
        }
        within(PATIENCE, () -> frames() >= 6);
        walk.picture("faces-forming");
        walk.set("control.structure", "45"); // the run goes on with it
        within(PATIENCE, () -> walk.edit().progressProperty().get().phase() == Phase.DONE);
        assertEquals(20, frames(), "no step was made twice");
        robot.clickOn(".rights-note .text-field").write("Anna, by mail, 3 May").type(KeyCode.ENTER);
        walk.settle();
        walk.picture("faces-result");

        walk.keys(KeyCode.ALT, KeyCode.B);
        assertFalse(walk.edit().film().inspectedProperty().get().isEmpty());
        walk.settle();
        walk.picture("faces-best");
        robot.interact(() -> walk.edit().film().followLive());
    }

    private String word20() {
        return walk.word("run.steps.of", 20);
    }

    private int frames() {
        return walk.edit().film().frames().size();
    }

    @Test
    void thePointsOfAFaceAreMoved(FxRobot robot) {
        Node first = walk.one(".face-line");
        CanvasView canvas = (CanvasView) walk.one(".canvas-view");
        CanvasView.Sight close =
                new CanvasView.Sight(OptionalDouble.of(2), SIDE * 0.5, SIDE * 0.5, 0, false);
        robot.interact(() -> canvas.sight(close));
        robot.clickOn(first);
        robot.type(KeyCode.PAGE_DOWN);
        String point = walk.word("faces.mark.left_eye");
        eventually(() -> first.getAccessibleText().contains(point));
        walk.settle();
        walk.picture("faces-points");
        robot.interact(((ButtonBase) walk.one("#faces-add"))::fire);
        assertEquals(
                walk.word("faces.placing", walk.word("faces.mark.left_eye")),
                ((Labeled) walk.one(".face-panel .face-state")).getText());
        walk.picture("faces-placing");
    }
}
