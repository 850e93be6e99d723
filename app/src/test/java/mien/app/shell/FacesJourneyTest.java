package mien.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import mien.app.canvas.CanvasView;
import mien.app.edit.Frame;
import mien.app.edit.Progress.Phase;
import mien.app.toy.ToyCast;
import mien.app.toy.ToyFaces;
import mien.engine.edit.FaceMark;
import mien.engine.picture.FivePoints.Mark;
import mien.engine.picture.Picture;
import mien.engine.picture.export.XmpFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Faces get the identities of others: with the pointer, by keys alone, and while a run goes on. */
@ExtendWith(ApplicationExtension.class)
class FacesJourneyTest {

    @TempDir private Path folder;

    private ToyWindow toy;

    /** Two portraits beside each other. */
    private static Picture pair() {
        Picture left = Sample.all().get(0).picture().resized(300, 300);
        Picture right = Sample.all().get(1).picture().resized(300, 300);
        int[] argb = new int[600 * 300];
        for (int i = 0; i < argb.length; i++) {
            int x = i % 600;
            Picture from = x < 300 ? left : right;
            argb[i] = from.argb()[i / 600 * 300 + x % 300];
        }
        return new Picture(600, 300, argb);
    }

    @Start
    void open(Stage stage) {
        Sample.all().get(2).picture().resized(200, 200).write(folder.resolve("anna.png"));
        toy =
                new ToyWindow(
                        stage,
                        new OneFolder(folder, "anna.png"),
                        folder,
                        List.of(new ToyFaces()),
                        pair());
    }

    @AfterEach
    void close() {
        toy.close();
    }

    private ToyCast spec() {
        return (ToyCast) toy.edit().spec();
    }

    private FaceMark face(int id) {
        return ToyFaces.FACES.face(spec(), id);
    }

    /** Where a place of the picture is on the screen. */
    private Point2D on(FxRobot robot, double x, double y) {
        CanvasView canvas = robot.lookup(".canvas-view").queryAs(CanvasView.class);
        return canvas.localToScreen(canvas.viewportProperty().get().toView(x, y));
    }

    private void waitForPanel() {
        toy.edit();
        ToyWindow.eventually(() -> toy.there(".face-line"));
    }

    @Test
    void aSourceIsChosenWatchedAndItsRightsGoIntoTheExport(FxRobot robot) {
        waitForPanel();
        toy.workshop().holdAfter(9);
        robot.clickOn("#faces-source");
        ToyWindow.eventually(() -> face(1).source().isPresent());
        ToyWindow.eventually(() -> robot.lookup(".film-cell").queryAll().size() == 9);
        assertTrue(toy.there(".sparkline"));
        Node likeness = robot.lookup(".meter-row").nth(0).query();
        assertEquals("Likeness: 0.90 after step 9; higher is better", likeness.getAccessibleText());
        Node best = robot.lookup(".film-cell").nth(7).query();
        assertEquals("Step 8 of 10, the best by what was measured", best.getAccessibleText());
        toy.picture("toy-meters");
        toy.chord(KeyCode.ALT, KeyCode.B);
        assertEquals("Step 8 of 10", toy.words(".badge"));
        assertEquals("Likeness: 1.00 after step 8; higher is better", likeness.getAccessibleText());
        robot.interact(() -> toy.edit().film().followLive());
        toy.workshop().goOn();
        ToyWindow.eventually(() -> toy.phase() == Phase.DONE);

        robot.clickOn(".rights-note .text-field").write("by Anna").type(KeyCode.ENTER);
        toy.picture("toy-faces");
        assertEquals("by Anna", face(1).source().orElseThrow().rights());
        toy.chord(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        ToyWindow.eventually(() -> toy.there(".export-sheet"));
        toy.tabTo("Export …");
        robot.type(KeyCode.ENTER);
        Path export = folder.resolve("portrait-cast.png");
        ToyWindow.eventually(() -> Files.exists(export) && toy.there(".notification"));
        String told = XmpFile.fields(export).toString();
        assertTrue(told.contains("anna.png") && told.contains("by Anna"), told);
    }

    @Test
    void aFaceIsPickedMovedAndPlacedOnTheCanvas(FxRobot robot) {
        waitForPanel();
        FaceMark two = face(2);
        robot.moveTo(on(robot, two.points().nose().x() + 0.5, two.points().nose().y() + 0.5))
                .press(MouseButton.PRIMARY)
                .moveBy(10, 0)
                .moveBy(10, 0)
                .release(MouseButton.PRIMARY);
        assertTrue(face(2).points().nose().x() > two.points().nose().x() + 3);
        assertEquals(two.points().leftEye(), face(2).points().leftEye());
        toy.chord(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(two.points(), face(2).points());

        robot.clickOn("#faces-add");
        robot.moveTo(on(robot, 260, 30));
        toy.picture("toy-placing");
        double[] xy = {270, 20, 290, 20, 280, 30, 272, 40, 288, 40};
        for (int i = 0; i < xy.length; i += 2) {
            robot.clickOn(on(robot, xy[i], xy[i + 1]));
        }
        assertEquals(3, spec().faces().size());
        assertEquals(270, face(3).points().at(Mark.LEFT_EYE).x(), 2);
        robot.type(KeyCode.DELETE);
        assertEquals(2, spec().faces().size());
    }

    @Test
    void allOfItGoesByKeyboardAlone(FxRobot robot) {
        waitForPanel();
        toy.tabTo("Face 2, at 450 × 150, no source yet");
        robot.type(KeyCode.PAGE_DOWN);
        assertEquals("Face 2, left eye, at 400 × 100", toy.focused());
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT).type(KeyCode.DOWN);
        assertEquals("Face 2, left eye, at 410 × 101", toy.focused());
        robot.type(KeyCode.S);
        ToyWindow.eventually(() -> face(2).source().isPresent());
        ToyWindow.eventually(() -> toy.phase() == Phase.DONE);
        assertTrue(face(1).source().isEmpty());
        robot.push(KeyCode.SHIFT, KeyCode.DELETE);
        assertTrue(face(2).source().isEmpty());
        robot.type(KeyCode.SPACE);
        assertFalse(face(2).chosen());
        toy.chord(KeyCode.CONTROL, KeyCode.Z);
        toy.chord(KeyCode.CONTROL, KeyCode.Z);
        assertTrue(face(2).source().isPresent(), "undo brings the source back");
    }

    @Test
    void keysGoOnWithTheFaceWhoseLineWasPressed(FxRobot robot) {
        waitForPanel();
        robot.clickOn(toy.named(".face-line", "Face 2, at 450 × 150, no source yet"));
        robot.type(KeyCode.PAGE_DOWN);
        assertEquals("Face 2, left eye, at 400 × 100", toy.focused());
    }

    @Test
    void aWeightThatIsMovedWhileItRunsGoesOnFromThere(FxRobot robot) {
        waitForPanel();
        toy.workshop().holdAfter(4);
        robot.clickOn("#faces-source");
        ToyWindow.eventually(() -> robot.lookup(".film-cell").queryAll().size() == 4);
        Node weight = toy.slider("Weight");
        robot.interact(weight::requestFocus);
        robot.type(KeyCode.RIGHT);
        assertEquals(5.5, spec().weight());
        assertEquals(Phase.RUNNING, toy.phase());
        toy.workshop().goOn();
        ToyWindow.eventually(() -> toy.phase() == Phase.DONE);
        List<Integer> steps = toy.edit().film().frames().stream().map(Frame::step).toList();
        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), steps, "no step was made twice");
        ToyWindow.eventually(() -> version().isPresent());
        assertEquals(Optional.of(5.5), version().map(ToyCast::weight));
    }

    private Optional<ToyCast> version() {
        return toy.edit().versions().all().stream().map(v -> (ToyCast) v.spec()).findFirst();
    }
}
