package mien.app.canvas.tool.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mien.app.bench.Hand;
import mien.app.canvas.CanvasView;
import mien.app.canvas.PointerKeys;
import mien.app.edit.EditViewModel;
import mien.app.keys.KeyMap;
import mien.app.keys.KeyRouter;
import mien.app.keys.Place;
import mien.app.keys.WindowKeys;
import mien.app.pixels.PictureImage;
import mien.app.text.Texts;
import mien.app.theme.Photograph;
import mien.app.theme.Themes;
import mien.app.toy.ManualJobs;
import mien.app.toy.ToyWorkshop;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Painting with no pointer at all. */
@ExtendWith(ApplicationExtension.class)
class MaskByKeysTest {

    private static final Picture PICTURE = Picture.filled(400, 300, 0xff808080);

    private final ManualJobs jobs = new ManualJobs();
    private final MaskTools tools = new MaskTools();
    private EditViewModel<ToyMasks.Spec> edit;
    private CanvasView canvas;

    @Start
    void open(Stage stage) {
        PictureImage image = new PictureImage(jobs);
        canvas = new CanvasView(image, new PictureImage(jobs));
        canvas.setAccessibleText("The picture");
        edit =
                new EditViewModel<>(
                        new ToyMasks(), ToyMasks.Spec.of(PICTURE), new ToyWorkshop(), jobs);
        KeyMap keys =
                KeyMap.of(
                        WindowKeys.table(),
                        WindowKeys.canvas(),
                        PointerKeys.table(),
                        MaskKeys.table());
        Texts texts = Texts.of(Locale.ENGLISH);
        Painting painting =
                Painting.of(edit, ToyMasks.HANDLE, new Painting.Studio(tools, texts, () -> keys));
        canvas.setPointerKeys(() -> keys, texts);
        StackPane pane = new StackPane(painting.options(), canvas);
        new KeyRouter(pane, () -> keys, Place.CANVAS::equals)
                .on("pointer", canvas::togglePointer)
                .on("cancel", canvas::cancel)
                .on("undo", edit::undo)
                .on("redo", edit::redo);
        Scene scene = new Scene(pane, 800, 600);
        Themes.dress(scene, true, Locale.ENGLISH);
        stage.setScene(scene);
        stage.show();
        canvas.open(PICTURE);
        image.show(PICTURE);
        canvas.setTool(Optional.of(painting.tool()));
        canvas.sight(new CanvasView.Sight(OptionalDouble.of(1), 200, 150, 0, false));
        canvas.requestFocus();
    }

    private static void chord(FxRobot robot, KeyCode... keys) {
        robot.press(keys).release(keys);
    }

    private boolean painted() {
        return edit.spec().where().current().isPresent();
    }

    private byte[] mask() {
        byte[] values = new byte[PICTURE.width() * PICTURE.height()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) at(i % PICTURE.width(), i / PICTURE.width());
        }
        return values;
    }

    private int at(int x, int y) {
        return edit.spec().where().current().orElseThrow().mask().painted().at(x, y);
    }

    private void mouse(EventType<MouseEvent> type, double pictureX, double pictureY) {
        new Hand(canvas).fire(type, new Point2D(pictureX, pictureY));
    }

    /** The pointer in the middle, pressed, a step right and one down, let go. */
    private void strokeByKeys(FxRobot robot) {
        robot.type(KeyCode.K).type(KeyCode.ENTER).type(KeyCode.RIGHT);
        chord(robot, KeyCode.SHIFT, KeyCode.DOWN);
        chord(robot, KeyCode.CONTROL, KeyCode.LEFT);
        robot.type(KeyCode.SPACE);
    }

    @Test
    void aStrokeByKeysIsTheStrokeByAMouseAndIsUndoneAndDoneAgain(FxRobot robot) {
        strokeByKeys(robot);
        byte[] byKeys = mask();
        assertTrue(at(205, 200) > 250);
        chord(robot, KeyCode.CONTROL, KeyCode.Z);
        assertFalse(painted(), "one stroke is one step of the history");
        chord(robot, KeyCode.CONTROL, KeyCode.Y);
        assertArrayEquals(byKeys, mask());
        chord(robot, KeyCode.CONTROL, KeyCode.Z);
        robot.type(KeyCode.ESCAPE);
        robot.interact(
                () -> {
                    mouse(MouseEvent.MOUSE_PRESSED, 200, 150);
                    mouse(MouseEvent.MOUSE_DRAGGED, 208, 150);
                    mouse(MouseEvent.MOUSE_DRAGGED, 208, 230);
                    mouse(MouseEvent.MOUSE_DRAGGED, 207, 230);
                    mouse(MouseEvent.MOUSE_RELEASED, 207, 230);
                });
        assertArrayEquals(byKeys, mask());
    }

    @Test
    void escapeGivesUpTheStrokeAndThenThePointer(FxRobot robot) {
        robot.type(KeyCode.K).type(KeyCode.ENTER).type(KeyCode.RIGHT).type(KeyCode.ESCAPE);
        assertFalse(painted());
        assertFalse(edit.canUndoProperty().get());
        assertTrue(canvas.pointsByKeys());
        robot.type(KeyCode.ENTER).type(KeyCode.ENTER);
        assertTrue(painted(), "the pointer presses again");
        robot.type(KeyCode.ESCAPE);
        assertFalse(canvas.pointsByKeys());
        assertEquals("The picture", canvas.getAccessibleText());
    }

    @Test
    void theKeyThatBeganEndsAndWhatWasBegunIsGivenUp(FxRobot robot) {
        robot.type(KeyCode.K).type(KeyCode.ENTER).type(KeyCode.RIGHT).type(KeyCode.K);
        assertFalse(canvas.pointsByKeys());
        assertFalse(painted());
    }

    @Test
    void altTakesAwayAndShiftDrawsAStraightStroke(FxRobot robot) {
        robot.type(KeyCode.K).type(KeyCode.ENTER).type(KeyCode.ENTER);
        chord(robot, KeyCode.SHIFT, KeyCode.RIGHT);
        chord(robot, KeyCode.SHIFT, KeyCode.DOWN);
        chord(robot, KeyCode.SHIFT, KeyCode.SPACE);
        assertTrue(at(240, 190) > 250, "on the straight way");
        assertEquals(0, at(279, 150), "but not round the corner");
        chord(robot, KeyCode.ALT, KeyCode.ENTER);
        robot.type(KeyCode.ENTER);
        assertTrue(at(280, 230) < 5);
        assertEquals(60, tools.brush().size(), "no key sized the brush");
    }

    @Test
    void aRectangleGoesFromPressToPressWithSharpEdges(FxRobot robot) {
        robot.type(KeyCode.U).type(KeyCode.K).type(KeyCode.ENTER);
        chord(robot, KeyCode.SHIFT, KeyCode.RIGHT);
        chord(robot, KeyCode.SHIFT, KeyCode.UP);
        robot.type(KeyCode.ENTER);
        assertEquals(255, at(200, 149));
        assertEquals(255, at(279, 70));
        assertEquals(0, at(199, 149));
        assertEquals(0, at(280, 70));
    }

    @Test
    void aLassoGetsACornerByEachPressAndIsClosedAtItsFirst(FxRobot robot) {
        robot.type(KeyCode.L).type(KeyCode.K).type(KeyCode.ENTER);
        chord(robot, KeyCode.SHIFT, KeyCode.RIGHT);
        robot.type(KeyCode.ENTER);
        chord(robot, KeyCode.SHIFT, KeyCode.DOWN);
        robot.type(KeyCode.ENTER);
        chord(robot, KeyCode.SHIFT, KeyCode.LEFT);
        chord(robot, KeyCode.SHIFT, KeyCode.UP);
        assertFalse(painted());
        robot.type(KeyCode.ENTER);
        assertEquals(255, at(260, 170), "inside of the triangle");
        assertEquals(0, at(220, 210), "it went there between corners only");
    }

    @Test
    void theFillTakesOnePressAlsoAtThePicturesEdge(FxRobot robot) {
        robot.type(KeyCode.G).type(KeyCode.K);
        for (int i = 0; i < 5; i++) {
            chord(robot, KeyCode.SHIFT, KeyCode.RIGHT);
            chord(robot, KeyCode.SHIFT, KeyCode.DOWN);
        }
        assertEquals("The picture. Pointer at column 400, row 300", canvas.getAccessibleText());
        robot.type(KeyCode.ENTER);
        assertEquals(255, at(0, 0));
    }

    @Test
    void aScreenReaderIsToldWhereThePointerIsAndThatItPresses(FxRobot robot) {
        robot.type(KeyCode.K);
        assertEquals("The picture. Pointer at column 200, row 150", canvas.getAccessibleText());
        robot.type(KeyCode.LEFT).type(KeyCode.ENTER);
        assertEquals(
                "The picture. Pointer at column 192, row 150, pressed", canvas.getAccessibleText());
    }

    private void enter(FxRobot robot, EventType<KeyEvent> type) {
        robot.interact(
                () ->
                        canvas.fireEvent(
                                new KeyEvent(
                                        type, "", "", KeyCode.ENTER, false, false, false, false)));
    }

    @Test
    void aKeyThatStaysDownPressesOnce(FxRobot robot) {
        robot.type(KeyCode.K);
        for (int i = 0; i < 4; i++) {
            enter(robot, KeyEvent.KEY_PRESSED); // as a keyboard repeats it
        }
        assertFalse(painted(), "the stroke goes on");
        enter(robot, KeyEvent.KEY_RELEASED);
        enter(robot, KeyEvent.KEY_PRESSED);
        assertTrue(painted());
    }

    @Test
    void theCrossIsSeenInBothThemes(FxRobot robot) {
        Node cross = robot.lookup(".key-cross").query();
        assertFalse(cross.isVisible());
        strokeByKeys(robot);
        robot.type(KeyCode.UP).type(KeyCode.ENTER);
        assertTrue(cross.isVisible());
        Point2D at = canvas.viewportProperty().get().toView(207, 222);
        assertEquals(at, new Point2D(cross.getTranslateX(), cross.getTranslateY()));
        robot.interact(() -> Photograph.of(canvas.getScene(), "key-cross-dark"));
        robot.type(KeyCode.ENTER);
        robot.interact(() -> Themes.dress(canvas.getScene(), false, Locale.ENGLISH));
        robot.interact(() -> Photograph.of(canvas.getScene(), "key-cross-light"));
        robot.type(KeyCode.ESCAPE);
        assertFalse(cross.isVisible());
    }

    @Test
    void theViewFollowsThePointerOutOfIt(FxRobot robot) {
        robot.interact(() -> canvas.zoomTo(8));
        robot.type(KeyCode.K);
        Point2D was = canvas.viewportProperty().get().toView(200, 150);
        for (int i = 0; i < 16; i++) { // 1,280 pixels of the view, wherever that ends
            chord(robot, KeyCode.SHIFT, KeyCode.RIGHT);
        }
        Point2D now = canvas.viewportProperty().get().toView(360, 150);
        assertTrue(now.getX() <= canvas.getWidth(), now + " is seen");
        assertNotEquals(was, canvas.viewportProperty().get().toView(200, 150));
    }

    @Test
    void aMouseThatPressesTakesOver(FxRobot robot) {
        robot.type(KeyCode.K);
        robot.interact(
                () -> {
                    mouse(MouseEvent.MOUSE_PRESSED, 50, 50);
                    mouse(MouseEvent.MOUSE_RELEASED, 50, 50);
                });
        assertFalse(canvas.pointsByKeys());
        assertTrue(at(50, 50) > 250);
    }

    @Test
    void aMouseDoesNotDisturbAStrokeByKeys(FxRobot robot) {
        robot.type(KeyCode.K).type(KeyCode.ENTER).type(KeyCode.RIGHT);
        robot.interact(
                () -> {
                    mouse(MouseEvent.MOUSE_PRESSED, 50, 50);
                    mouse(MouseEvent.MOUSE_DRAGGED, 60, 60);
                    mouse(MouseEvent.MOUSE_RELEASED, 60, 60);
                });
        robot.type(KeyCode.ENTER);
        assertEquals(0, at(55, 55));
        assertTrue(at(204, 150) > 250);
    }
}
