package mien.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mien.app.edit.EditViewModel;
import mien.app.edit.Frame;
import mien.app.keys.KeyMap;
import mien.app.text.Texts;
import mien.app.theme.Themes;
import mien.app.theme.Wheel;
import mien.app.toy.ManualJobs;
import mien.app.toy.ToySpec;
import mien.app.toy.ToySystem;
import mien.app.toy.ToyWorkshop;
import mien.engine.job.JobStatus;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A film that is longer than its place. */
@ExtendWith(ApplicationExtension.class)
class FilmStripTest {

    private static final int STEPS = 20;
    private static final Picture PHOTO = Picture.filled(32, 32, 0xff808080);

    private final ToyWorkshop workshop = new ToyWorkshop();
    private final EditViewModel<ToySpec> edit =
            new EditViewModel<>(new ToySystem(), ToySpec.found(PHOTO), workshop, new ManualJobs());
    private Scene scene;

    @Start
    void show(Stage stage) {
        KeyMap keys = KeyMap.of(FilmKeys.table());
        FilmStrip strip = new FilmStrip(edit, Texts.of(Locale.ENGLISH), () -> keys);
        StackPane film = new StackPane(strip);
        film.getStyleClass().add("film-pane");
        scene = new Scene(film, 500, 82);
        Themes.dress(scene, true, Locale.ENGLISH);
        stage.setScene(scene);
        stage.show();
        edit.apply(edit.spec().withJaw(10));
        for (int k = 1; k <= STEPS; k++) {
            workshop.newest().tell(new JobStatus.Running(k, STEPS, PHOTO));
        }
        workshop.newest().tell(new JobStatus.Done(PHOTO));
    }

    private static Node cell(FxRobot robot, int step) {
        return robot.lookup(".film-cell").nth(step - 1).query();
    }

    private boolean inView(FxRobot robot, int step) {
        Bounds seen = robot.lookup(".scroll-pane").query().localToScene(viewport(robot));
        Bounds cell = cell(robot, step).localToScene(cell(robot, step).getLayoutBounds());
        return seen.getMinX() <= cell.getMinX() + 1 && cell.getMaxX() <= seen.getMaxX() + 1;
    }

    private static Bounds viewport(FxRobot robot) {
        return robot.lookup(".scroll-pane").query().getLayoutBounds();
    }

    private int inspected() {
        return edit.film().inspectedProperty().get().map(Frame::step).orElse(0);
    }

    @Test
    void theWheelMovesItSideways(FxRobot robot) {
        assertTrue(inView(robot, STEPS) && !inView(robot, 1), "the newest is in view");
        robot.interact(() -> Wheel.turn(cell(robot, STEPS), 4000));
        assertTrue(inView(robot, 1), "the first is in view");
        robot.interact(() -> Wheel.turn(cell(robot, 1), -4000));
        assertTrue(inView(robot, STEPS), "the last is in view");
    }

    @Test
    void theStepThatIsWalkedToByKeysIsInView(FxRobot robot) {
        robot.clickOn(cell(robot, STEPS));
        robot.type(KeyCode.LEFT, STEPS - 1);
        assertEquals(1, inspected());
        assertTrue(inView(robot, 1));
        robot.type(KeyCode.RIGHT, 12);
        assertEquals(13, inspected());
        assertTrue(inView(robot, 13));
    }

    @Test
    void theStepThatIsShownFromElsewhereIsInView(FxRobot robot) {
        robot.interact(() -> edit.film().inspect(edit.film().frames().get(1)));
        assertTrue(inView(robot, 2));
    }

    @Test
    void drawingAlongItShowsEachStepUnderThePointer(FxRobot robot) {
        List<Integer> shown = new ArrayList<>();
        robot.interact(
                () ->
                        edit.film()
                                .inspectedProperty()
                                .subscribe(f -> f.map(Frame::step).ifPresent(shown::add)));
        robot.moveTo(cell(robot, 19)).press(MouseButton.PRIMARY);
        for (int step = 18; step >= 15; step--) {
            robot.moveTo(cell(robot, step));
        }
        robot.release(MouseButton.PRIMARY);
        assertEquals(15, inspected(), "letting go keeps the step");
        assertTrue(shown.containsAll(IntStream.rangeClosed(15, 18).boxed().toList()), "" + shown);
    }

    @Test
    void drawingOutToTheSideGoesOnBeyondWhatIsInView(FxRobot robot) {
        robot.moveTo(cell(robot, 15)).press(MouseButton.PRIMARY);
        robot.moveTo(cell(robot, 14)).moveBy(-190, 0).moveBy(-100, 0).moveBy(-10, 0);
        int out = inspected();
        assertTrue(out < 14 && inView(robot, out), "step " + out);
        robot.release(MouseButton.PRIMARY);
    }

    @Test
    void aPressThatStaysOnItsStepShowsItAndTheNextOneTheResult(FxRobot robot) {
        robot.clickOn(cell(robot, 18));
        assertEquals(18, inspected());
        robot.clickOn(cell(robot, 18));
        assertEquals(Optional.empty(), edit.film().inspectedProperty().get());
    }
}
