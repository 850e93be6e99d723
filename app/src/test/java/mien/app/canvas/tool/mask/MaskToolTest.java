package mien.app.canvas.tool.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import mien.app.canvas.CanvasView;
import mien.app.edit.EditViewModel;
import mien.app.keys.KeyMap;
import mien.app.pixels.PictureImage;
import mien.app.text.Texts;
import mien.app.theme.Photograph;
import mien.app.theme.Themes;
import mien.app.toy.ManualJobs;
import mien.app.toy.ToyWorkshop;
import mien.engine.picture.Picture;
import mien.engine.picture.mask.EditableMask;
import mien.engine.picture.mask.MaskSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Painting with mouse and keys on the real canvas. */
@ExtendWith(ApplicationExtension.class)
class MaskToolTest {

    private static final int WIDTH = 1180;
    private static final int HEIGHT = 760;
    private static final int SIDE = 512;

    private final ManualJobs jobs = new ManualJobs();
    private final MaskTools tools = new MaskTools();
    private EditViewModel<ToyMasks.Spec> edit;
    private CanvasView canvas;
    private Scene scene;

    @Start
    void open(Stage stage) throws IOException {
        Picture portrait =
                Picture.decode(
                                MaskToolTest.class
                                        .getResourceAsStream("/mien/ui/samples/portrait-1.png")
                                        .readAllBytes())
                        .resized(SIDE, SIDE);
        PictureImage image = new PictureImage(jobs);
        canvas = new CanvasView(image, new PictureImage(jobs));
        edit =
                new EditViewModel<>(
                        new ToyMasks(), ToyMasks.Spec.of(portrait), new ToyWorkshop(), jobs);
        KeyMap keys = KeyMap.of(MaskKeys.table());
        Painting painting =
                Painting.of(
                        edit,
                        ToyMasks.HANDLE,
                        new Painting.Studio(tools, Texts.of(Locale.ENGLISH), () -> keys));
        BorderPane pane = new BorderPane(canvas);
        pane.setTop(painting.options());
        scene = new Scene(pane, WIDTH, HEIGHT);
        Themes.dress(scene, true, Locale.ENGLISH);
        stage.setScene(scene);
        stage.show();
        canvas.open(portrait);
        image.show(portrait);
        canvas.setTool(Optional.of(painting.tool()));
        canvas.requestFocus();
    }

    private Point2D on(double x, double y) {
        return canvas.localToScreen(canvas.viewportProperty().get().toView(x, y));
    }

    private void drag(FxRobot robot, MouseButton button, double... xy) {
        robot.moveTo(on(xy[0], xy[1])).press(button);
        for (int i = 2; i < xy.length; i += 2) {
            robot.moveTo(on(xy[i], xy[i + 1]));
        }
        robot.release(button);
    }

    private void drag(FxRobot robot, double... xy) {
        drag(robot, MouseButton.PRIMARY, xy);
    }

    private EditableMask mask() {
        return edit.spec().where().current().orElseThrow().mask();
    }

    private int at(int x, int y) {
        return mask().painted().at(x, y);
    }

    @Test
    void whileVIsHeldADragDrawsALine(FxRobot robot) {
        robot.press(KeyCode.V);
        drag(robot, 150, 250, 250, 400, 350, 250);
        robot.release(KeyCode.V);
        assertTrue(at(250, 250) > 250);
        assertEquals(0, at(250, 400));
        drag(robot, 150, 150, 250, 400, 350, 150);
        assertTrue(at(250, 400) > 250);
    }

    @Test
    void aMouseAndKeysPaintAndUndoTakesItBack(FxRobot robot) {
        drag(robot, 150, 250, 350, 250);
        assertTrue(at(250, 250) > 250);
        robot.press(KeyCode.ALT);
        drag(robot, 250, 250, 260, 250);
        robot.release(KeyCode.ALT);
        assertTrue(at(255, 250) < 5);
        robot.interact(edit::undo);
        assertTrue(at(255, 250) > 250);
        robot.interact(edit::undo);
        assertTrue(edit.spec().where().masks().isEmpty());
        robot.interact(edit::redo);
        assertTrue(at(250, 250) > 250);
    }

    @Test
    void shiftAndAClickDrawsAStraightStroke(FxRobot robot) {
        robot.clickOn(on(100, 100));
        robot.press(KeyCode.SHIFT).clickOn(on(400, 300)).release(KeyCode.SHIFT);
        assertTrue(at(250, 200) > 250);
    }

    @Test
    void shiftAndADragSizesTheBrush(FxRobot robot) {
        robot.press(KeyCode.SHIFT);
        drag(robot, 200, 200, 220, 200, 240, 200);
        robot.release(KeyCode.SHIFT);
        assertEquals(140, tools.brush().size(), 4);
        assertTrue(edit.spec().where().masks().isEmpty());
    }

    @Test
    void altAndTheOtherButtonChangeSizeAndHardness(FxRobot robot) {
        double hardness = tools.brush().hardness();
        robot.press(KeyCode.ALT);
        drag(robot, MouseButton.SECONDARY, 200, 200, 220, 180, 230, 150);
        robot.release(KeyCode.ALT);
        assertEquals(120, tools.brush().size(), 4);
        assertTrue(tools.brush().hardness() > hardness);
    }

    @Test
    void escGivesUpAStroke(FxRobot robot) {
        robot.moveTo(on(100, 100)).press(MouseButton.PRIMARY).moveTo(on(200, 200));
        robot.interact(() -> assertTrue(canvas.cancel()));
        robot.release(MouseButton.PRIMARY);
        assertTrue(edit.spec().where().masks().isEmpty());
        assertFalse(edit.canUndoProperty().get());
    }

    @Test
    void everyToolHasItsKey(FxRobot robot) {
        robot.type(KeyCode.E);
        assertEquals(MaskKind.ERASER, tools.kind());
        robot.type(KeyCode.X);
        assertEquals(MaskKind.BRUSH, tools.kind());
        robot.type(KeyCode.L);
        assertEquals(MaskKind.LASSO, tools.kind());
        robot.type(KeyCode.U);
        assertEquals(MaskKind.RECTANGLE, tools.kind());
        robot.type(KeyCode.G);
        assertEquals(MaskKind.FILL, tools.kind());
        robot.type(KeyCode.B);
        assertEquals(MaskKind.BRUSH, tools.kind());
        robot.type(KeyCode.CLOSE_BRACKET);
        assertEquals(66, tools.brush().size());
        robot.press(KeyCode.SHIFT).type(KeyCode.OPEN_BRACKET).release(KeyCode.SHIFT);
        assertTrue(tools.brush().size() < 30);
        robot.type(KeyCode.D);
        assertEquals(60, tools.brush().size());
        robot.type(KeyCode.O);
        assertFalse(tools.veiledProperty().get());
        robot.press(KeyCode.SHIFT).type(KeyCode.Q).release(KeyCode.SHIFT);
        assertTrue(tools.quickProperty().get());
    }

    @Test
    void theStripSetsAndShowsWhatIsDoneToTheMask(FxRobot robot) {
        drag(robot, 150, 250, 350, 250);
        robot.clickOn("#mask-invert");
        assertTrue(mask().inverted());
        robot.interact(canvas::requestFocus);
        robot.press(KeyCode.SHIFT).type(KeyCode.V).release(KeyCode.SHIFT);
        assertFalse(mask().inverted());
        robot.clickOn("#mask-lasso");
        assertEquals(MaskKind.LASSO, tools.kind());
        ComboBox<?> names = robot.lookup(".mask-list > .combo-box").queryAs(ComboBox.class);
        assertEquals("Mask", names.getValue());
    }

    @Test
    void theVeilIsSeenWhereTheMaskIs(FxRobot robot) {
        int before = pixel(robot, 250, 250);
        int outside = pixel(robot, 250, 420);
        drag(robot, 150, 250, 350, 250);
        robot.moveTo(on(500, 20));
        assertNotEquals(before, pixel(robot, 250, 250));
        assertEquals(outside, pixel(robot, 250, 420));
        robot.interact(() -> tools.quickProperty().set(true));
        assertEquals(before, pixel(robot, 250, 250));
        assertNotEquals(outside, pixel(robot, 250, 420));
        robot.interact(() -> tools.veiledProperty().set(false));
        assertEquals(outside, pixel(robot, 250, 420));
    }

    private int pixel(FxRobot robot, double x, double y) {
        int[] argb = new int[1];
        robot.interact(
                () -> {
                    Point2D p = canvas.localToScene(canvas.viewportProperty().get().toView(x, y));
                    argb[0] =
                            scene.snapshot(null)
                                    .getPixelReader()
                                    .getArgb((int) p.getX(), (int) p.getY());
                });
        return argb[0];
    }

    @Test
    void aPaintedPortraitLooksAsItShouldInBothThemes(FxRobot robot) {
        robot.interact(
                () -> tools.brushProperty().set(tools.brush().withHardness(0.1).withSize(130)));
        drag(robot, 190, 190, 256, 150, 320, 190, 330, 260, 290, 320, 256, 340, 215, 310, 190, 240);
        robot.press(KeyCode.ALT);
        drag(robot, 256, 240, 258, 242);
        robot.release(KeyCode.ALT);
        MaskSet set = edit.spec().where();
        robot.interact(
                () ->
                        edit.apply(
                                new ToyMasks.Spec(
                                        edit.spec().source(),
                                        set.renamed(0, "Face")
                                                .withCurrent(
                                                        "",
                                                        set.current()
                                                                .orElseThrow()
                                                                .mask()
                                                                .withGrow(6)))));
        robot.moveTo(on(400, 380));
        robot.interact(() -> Photograph.of(scene, "mask-dark"));
        robot.interact(() -> tools.quickProperty().set(true));
        robot.interact(() -> Photograph.of(scene, "mask-quick-dark"));
        robot.interact(() -> Themes.dress(scene, false, Locale.ENGLISH));
        robot.interact(() -> tools.quickProperty().set(false));
        robot.interact(() -> Photograph.of(scene, "mask-light"));
        robot.interact(() -> tools.kindProperty().set(MaskKind.FILL));
        robot.interact(() -> Photograph.of(scene, "mask-fill-light"));
        assertEquals(6, mask().grow());
    }
}
