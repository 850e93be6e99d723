package mien.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import mien.app.edit.EditViewModel;
import mien.app.edit.Progress.Phase;
import mien.app.toy.DrawnSpec;
import mien.app.toy.ToyDrawing;
import mien.engine.picture.Picture;
import mien.engine.picture.mask.MaskSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Painting in the whole window, and back to the empty canvas and forth again. */
@ExtendWith(ApplicationExtension.class)
class PaintingJourneyTest {

    private static final Picture PHOTO = ToyWindow.PHOTO.resized(96, 96);

    @TempDir private Path folder;

    private ToyWindow toy;

    /** What there is after a stroke. */
    private record Seen(MaskSet masks, Picture picture) {}

    @Start
    void open(Stage stage) {
        toy =
                new ToyWindow(
                        stage,
                        new OneFolder(folder, "mine.mien"),
                        folder,
                        List.of(new ToyDrawing()),
                        PHOTO);
    }

    @AfterEach
    void close() {
        toy.close();
    }

    private EditViewModel<?> edit() {
        return toy.studio().editProperty().get().orElseThrow();
    }

    private Seen seen() {
        return new Seen(
                ((DrawnSpec) edit().spec()).where(), edit().shownProperty().get().picture());
    }

    private void stroke(FxRobot robot, double x, double y, double right, double down) {
        robot.moveTo(".canvas-view").moveBy(x, y).press(MouseButton.PRIMARY);
        robot.moveBy(right / 2, down / 2).moveBy(right / 2, down / 2);
        robot.release(MouseButton.PRIMARY);
        ToyWindow.eventually(
                () -> toy.phase() == Phase.DONE && edit().resultProperty().get().isPresent());
    }

    @Test
    void strokesAreUndoneToTheStartAndRedoneToTheEnd(FxRobot robot) {
        ToyWindow.eventually(() -> toy.studio().editProperty().get().isPresent());
        List<Seen> all = new ArrayList<>();
        all.add(seen());
        double[][] strokes = {
            {-150, -150, 120, 0}, {-100, 0, 0, 120}, {60, -120, 90, 90}, {100, 130, -160, 20}
        };
        for (double[] s : strokes) {
            stroke(robot, s[0], s[1], s[2], s[3]);
            assertFalse(all.contains(seen()), "stroke " + all.size() + " changed something");
            all.add(seen());
        }
        assertTrue(all.get(0).masks().masks().isEmpty());
        assertEquals(PHOTO, all.get(0).picture());
        assertEquals(5, all.stream().map(Seen::picture).distinct().count());

        for (int i = strokes.length - 1; i >= 0; i--) {
            toy.chord(KeyCode.CONTROL, KeyCode.Z);
            Seen before = all.get(i);
            ToyWindow.eventually(() -> seen().equals(before));
        }
        assertFalse(edit().canUndoProperty().get());
        for (int i = 1; i <= strokes.length; i++) {
            toy.chord(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
            Seen after = all.get(i);
            ToyWindow.eventually(() -> seen().equals(after));
        }
        assertFalse(edit().canRedoProperty().get());
        assertEquals(
                new ToyDrawing().proxy((DrawnSpec) edit().spec()),
                edit().resultProperty().get().orElseThrow());
    }
}
