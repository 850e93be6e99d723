package mien.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mien.app.canvas.tool.Pointer;
import mien.app.canvas.tool.Tool;
import mien.app.pixels.PictureImage;
import mien.app.theme.Themes;
import mien.app.toy.ManualJobs;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What hands do over the canvas, and what of it the tool is told. */
@ExtendWith(ApplicationExtension.class)
class GesturesTest {

    private static final Picture PICTURE = Picture.filled(400, 300, 0xff808080);

    private final ManualJobs jobs = new ManualJobs();
    private final Witness tool = new Witness();
    private CanvasView canvas;
    private Stage stage;

    /** A tool that writes down what it is told. */
    private static final class Witness implements Tool {
        private final List<String> told = new ArrayList<>();
        private Optional<Pointer> last = Optional.empty();
        private Optional<Surface> surface = Optional.empty();
        private boolean taking = true;
        private boolean takingKeys;

        private void tell(String what, Pointer at) {
            told.add(what);
            last = Optional.of(at);
        }

        @Override
        public void enter(Surface on) {
            surface = Optional.of(on);
        }

        @Override
        public void paint(GraphicsContext g, Frame frame) {
            g.fillRect(0, 0, 1, 1);
        }

        @Override
        public void hover(Pointer at) {
            last = Optional.of(at);
        }

        @Override
        public boolean press(Pointer at) {
            tell("press", at);
            return taking;
        }

        @Override
        public void drag(Pointer at) {
            last = Optional.of(at);
            if (!told.get(told.size() - 1).equals("drag")) {
                told.add("drag");
            }
        }

        @Override
        public void release(Pointer at) {
            tell("release", at);
        }

        @Override
        public boolean cancel() {
            told.add("cancel");
            return true;
        }

        @Override
        public boolean scroll(Pointer at, double notches) {
            tell("scroll " + Math.signum(notches), at);
            return at.alt();
        }

        @Override
        public boolean keyPressed(KeyEvent key) {
            return takingKeys;
        }
    }

    @Start
    void open(Stage opened) {
        stage = opened;
        PictureImage image = new PictureImage(jobs);
        PictureImage before = new PictureImage(jobs);
        canvas = new CanvasView(image, before);
        canvas.setAccessibleText("The picture");
        Scene scene = new Scene(new StackPane(canvas), 800, 600);
        Themes.dress(scene, true, Locale.ENGLISH);
        stage.setMinWidth(0); // another test's window may have had a least size
        stage.setMinHeight(0);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
        canvas.open(PICTURE);
        image.show(PICTURE);
        before.show(PICTURE);
        canvas.setTool(Optional.of(tool));
        tool.told.clear();
    }

    @BeforeEach
    void atFullSize(FxRobot robot) {
        robot.interact(() -> canvas.zoomTo(1));
    }

    private Point2D screen(double viewX, double viewY) {
        return canvas.localToScreen(viewX, viewY);
    }

    /** The screen's point at a point of the picture. */
    private Point2D over(double pictureX, double pictureY) {
        Point2D view = canvas.viewport().toView(pictureX, pictureY);
        return screen(view.getX(), view.getY());
    }

    @Test
    void theToolIsToldThePlaceInThePictureHoweverTheViewLies(FxRobot robot) {
        robot.interact(
                () -> {
                    canvas.turnBy(30);
                    canvas.mirror();
                    canvas.zoomBy(1.7);
                });
        robot.moveTo(over(120, 80)).press(MouseButton.PRIMARY);
        assertEquals(120, tool.last.orElseThrow().x(), 1);
        assertEquals(80, tool.last.orElseThrow().y(), 1);
        robot.moveTo(over(200, 150));
        assertEquals(200, tool.last.orElseThrow().x(), 1);
        assertEquals(150, tool.last.orElseThrow().y(), 1);
        assertEquals(10 / 1.7, tool.last.orElseThrow().inPicture(10), 1e-9);
        robot.release(MouseButton.PRIMARY);
        assertEquals(List.of("press", "drag", "release"), tool.told);
    }

    @Test
    void modifiersAndTheButtonAreTold(FxRobot robot) {
        robot.moveTo(over(50, 50)).press(KeyCode.SHIFT, KeyCode.ALT).press(MouseButton.SECONDARY);
        Pointer at = tool.last.orElseThrow();
        assertTrue(at.secondary() && at.shift() && at.alt() && !at.ctrl() && at.clicks() == 1);
        robot.release(MouseButton.SECONDARY).release(KeyCode.SHIFT, KeyCode.ALT);
    }

    @Test
    void aSecondButtonDoesNotDisturbADrag(FxRobot robot) {
        robot.moveTo(over(50, 50)).press(MouseButton.PRIMARY).moveBy(10, 0);
        robot.press(MouseButton.SECONDARY).release(MouseButton.SECONDARY).moveBy(10, 0);
        robot.release(MouseButton.PRIMARY);
        assertEquals(List.of("press", "drag", "release"), tool.told);
    }

    @Test
    void spaceAndTheMiddleButtonMoveThePictureAndTheToolHearsNothing(FxRobot robot) {
        Viewport was = canvas.viewport();
        robot.interact(() -> canvas.setSpaceHeld(true));
        robot.moveTo(screen(300, 300)).press(MouseButton.PRIMARY).moveBy(40, -25);
        robot.release(MouseButton.PRIMARY).interact(() -> canvas.setSpaceHeld(false));
        assertEquals(was.moved(40, -25), canvas.viewport());
        robot.moveTo(screen(300, 300)).press(MouseButton.MIDDLE).moveBy(-40, 25);
        robot.release(MouseButton.MIDDLE);
        assertEquals(was, canvas.viewport());
        assertEquals(List.of(), tool.told);
    }

    @Test
    void shiftAndSpaceTurnTheViewByTheAngleThePointerGoesRoundItsMiddle(FxRobot robot) {
        robot.interact(() -> canvas.setSpaceHeld(true));
        robot.press(KeyCode.SHIFT).moveTo(screen(600, 300)).press(MouseButton.PRIMARY);
        robot.moveTo(screen(400, 500)).release(MouseButton.PRIMARY).release(KeyCode.SHIFT);
        assertEquals(90, canvas.viewport().angle(), 1);
        Point2D middle = canvas.viewport().toView(200, 150);
        robot.interact(() -> canvas.turnBack());
        assertEquals(0, canvas.viewport().angle(), 1e-9);
        assertEquals(0, canvas.viewport().toView(200, 150).distance(middle), 60);
    }

    @Test
    void controlAndSpaceZoomToAPlaceByAClickAndByADrag(FxRobot robot) {
        robot.interact(() -> canvas.setSpaceHeld(true));
        Point2D there = canvas.viewport().toPicture(500, 200);
        robot.press(KeyCode.CONTROL).moveTo(screen(500, 200)).press(MouseButton.PRIMARY);
        robot.release(MouseButton.PRIMARY);
        assertEquals(2, canvas.viewport().scale(), 1e-9);
        assertEquals(0, canvas.viewport().toView(there).distance(500, 200), 1.5);
        robot.press(MouseButton.PRIMARY).moveBy(-120, 0).release(MouseButton.PRIMARY);
        robot.release(KeyCode.CONTROL);
        assertEquals(1, canvas.viewport().scale(), 0.02);
    }

    private void scroll(FxRobot robot, Point2D at, Point2D by, boolean alt, boolean inertia) {
        Point2D screen = screen(at.getX(), at.getY());
        robot.interact(
                () ->
                        canvas.fireEvent(
                                new ScrollEvent(
                                        ScrollEvent.SCROLL,
                                        at.getX(),
                                        at.getY(),
                                        screen.getX(),
                                        screen.getY(),
                                        false,
                                        false,
                                        alt,
                                        false,
                                        false,
                                        inertia,
                                        by.getX(),
                                        by.getY(),
                                        by.getX(),
                                        by.getY(),
                                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                                        0,
                                        ScrollEvent.VerticalTextScrollUnits.NONE,
                                        0,
                                        0,
                                        null)));
    }

    @Test
    void theWheelZoomsAtThePointerAndWithAKeyItIsTheTools(FxRobot robot) {
        Point2D at = new Point2D(600, 150);
        Point2D there = canvas.viewport().toPicture(600, 150);
        scroll(robot, at, new Point2D(0, 3 * 40), false, false);
        double scale = canvas.viewport().scale();
        assertEquals(Math.pow(1.18, 3), scale, 1e-9);
        assertEquals(0, canvas.viewport().toView(there).distance(at), 1e-6);
        scroll(robot, at, new Point2D(0, -40), true, false);
        assertEquals(scale, canvas.viewport().scale(), "the tool took it");
        assertEquals(List.of("scroll -1.0"), tool.told);
    }

    @Test
    void twoFingersOnATrackpadMoveThePicture(FxRobot robot) {
        Viewport was = canvas.viewport();
        Point2D at = new Point2D(400, 300);
        scroll(robot, at, new Point2D(7, 12), false, false);
        scroll(robot, at, new Point2D(0, 5), false, true);
        assertEquals(was.moved(7, 17), canvas.viewport());
    }

    @Test
    void arrowsMoveThePictureUnlessTheToolWantsThem(FxRobot robot) {
        robot.interact(() -> canvas.requestFocus());
        Viewport was = canvas.viewport();
        robot.type(KeyCode.RIGHT).type(KeyCode.DOWN);
        assertEquals(was.moved(-48, -48), canvas.viewport());
        tool.takingKeys = true;
        robot.type(KeyCode.RIGHT);
        assertEquals(was.moved(-48, -48), canvas.viewport());
    }

    @Test
    void givingUpADragUndoesItAndTheRestOfItIsNotHeard(FxRobot robot) {
        robot.moveTo(over(50, 50)).press(MouseButton.PRIMARY).moveBy(10, 0);
        robot.interact(() -> assertTrue(canvas.cancel()));
        robot.moveBy(10, 0).release(MouseButton.PRIMARY);
        assertEquals(List.of("press", "drag", "cancel"), tool.told);
    }

    @Test
    void givingUpATurnPutsTheViewBack(FxRobot robot) {
        robot.interact(() -> canvas.setTool(Optional.empty()));
        Viewport was = canvas.viewport();
        robot.interact(() -> canvas.setSpaceHeld(true));
        robot.moveTo(screen(600, 300)).press(MouseButton.PRIMARY).moveBy(50, 50);
        robot.interact(() -> assertTrue(canvas.cancel()));
        assertEquals(was, canvas.viewport());
        robot.release(MouseButton.PRIMARY);
        robot.interact(() -> assertFalse(canvas.cancel(), "nothing is left to give up"));
    }

    @Test
    void anotherToolEndsTheDragOfTheOneBefore(FxRobot robot) {
        robot.moveTo(over(50, 50)).press(MouseButton.PRIMARY).moveBy(10, 0);
        robot.interact(() -> canvas.setTool(Optional.empty()));
        robot.release(MouseButton.PRIMARY);
        assertEquals(List.of("press", "drag", "cancel"), tool.told);
    }

    @Test
    void handlesThatAreNotShownCannotBeGrasped(FxRobot robot) {
        robot.interact(() -> canvas.setHandlesWanted(false));
        robot.moveTo(over(50, 50)).press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
        assertEquals(List.of(), tool.told);
    }

    @Test
    void sideBySideTheToolIsToldThePlaceInThePictureOnEitherSide(FxRobot robot) {
        robot.interact(
                () -> canvas.compareProperty().set(Compare.OFF.with(Compare.Mode.SIDE_BY_SIDE)));
        robot.interact(() -> canvas.fit());
        Point2D left = canvas.viewport().toView(100, 60);
        robot.moveTo(screen(left.getX(), left.getY()));
        assertEquals(100, tool.last.orElseThrow().x(), 1);
        robot.moveTo(screen(left.getX() + 400, left.getY()));
        assertEquals(100, tool.last.orElseThrow().x(), 1);
        assertEquals(60, tool.last.orElseThrow().y(), 1);
    }

    @Test
    void theDividerIsDraggedAndMovedWithTheArrowKeys(FxRobot robot) {
        robot.interact(() -> canvas.compareProperty().set(Compare.OFF.next()));
        robot.moveTo(".compare-divider").press(MouseButton.PRIMARY).moveBy(-200, 0);
        robot.release(MouseButton.PRIMARY);
        assertEquals(0.25, canvas.compareProperty().get().at(), 0.01);
        double was = canvas.compareProperty().get().at();
        robot.type(KeyCode.RIGHT);
        assertEquals(was + 0.01, canvas.compareProperty().get().at(), 1e-9);
        robot.type(KeyCode.END).press(KeyCode.SHIFT).type(KeyCode.LEFT).release(KeyCode.SHIFT);
        assertEquals(0.9, canvas.compareProperty().get().at(), 1e-9);
        assertEquals(List.of(), tool.told);
    }

    @Test
    void aSwipeFollowsThePointer(FxRobot robot) {
        robot.interact(() -> canvas.compareProperty().set(Compare.OFF.with(Compare.Mode.SWIPE)));
        robot.moveTo(screen(200, 300));
        assertEquals(0.25, canvas.compareProperty().get().at(), 0.01);
        robot.moveTo(screen(600, 300));
        assertEquals(0.75, canvas.compareProperty().get().at(), 0.01);
    }

    @Test
    void theToolMayAskWhereThePointerIs(FxRobot robot) {
        robot.moveTo(over(70, 90));
        Pointer at = tool.surface.orElseThrow().pointer().orElseThrow();
        assertEquals(70, at.x(), 1);
        assertEquals(90, at.y(), 1);
    }
}
