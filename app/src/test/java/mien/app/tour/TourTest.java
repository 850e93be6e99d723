package mien.app.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mien.app.text.Texts;
import mien.app.theme.Photograph;
import mien.app.theme.Themes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TourTest {

    private static final List<Stop> STOPS =
            List.of(
                    new Stop("portraits", ".left"),
                    new Stop("values", ".right"),
                    new Stop("run", ".gone"));

    private final AtomicInteger seen = new AtomicInteger();
    private TourViewModel tour;
    private Scene scene;
    private TextField field;

    @Start
    void open(Stage stage) {
        tour = new TourViewModel(STOPS, seen::incrementAndGet);
        scene = new Scene(new StackPane(), 900, 600);
        furnish(Locale.ENGLISH, true);
        stage.setScene(scene);
        stage.show();
    }

    private void furnish(Locale language, boolean dark) {
        Button left = new Button("left");
        left.getStyleClass().add("left");
        field = new TextField();
        field.getStyleClass().add("right");
        BorderPane window = new BorderPane();
        window.setLeft(left);
        window.setRight(field);
        scene.setRoot(new StackPane(window, new TourLayer(tour, Texts.of(language), window)));
        Themes.dress(scene, dark, language);
    }

    private Bounds bounds(FxRobot robot, String of) {
        layOut(robot);
        Node node = robot.lookup(of).query();
        return node.localToScene(node.getLayoutBounds());
    }

    /** At once, instead of with the next frame. */
    private void layOut(FxRobot robot) {
        robot.interact(
                () -> {
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                });
    }

    private static String title(FxRobot robot) {
        return robot.lookup(".callout-title").queryAs(Labeled.class).getText();
    }

    @Test
    void theTourIsWalkedByKeyboardAndGivesTheFocusBack(FxRobot robot) {
        robot.interact(field::requestFocus);
        robot.interact(tour::start);
        assertEquals("Begin with a portrait", title(robot));
        robot.type(KeyCode.RIGHT);
        assertEquals("Change a value", title(robot));
        robot.type(KeyCode.LEFT);
        assertEquals("Begin with a portrait", title(robot));
        robot.type(KeyCode.SPACE).type(KeyCode.SPACE);
        assertEquals("Render and stop", title(robot), "a stop whose control is not there");
        assertFalse(robot.lookup(".tour-ring").query().isVisible());
        assertEquals(0, seen.get());
        robot.type(KeyCode.SPACE);
        assertEquals(Optional.empty(), tour.stopProperty().get());
        assertEquals(1, seen.get());
        assertTrue(field.isFocused());
    }

    @Test
    void escapeLeavesAtAnyStopAndOnce(FxRobot robot) {
        robot.interact(tour::start);
        robot.type(KeyCode.RIGHT).type(KeyCode.ESCAPE);
        assertTrue(robot.lookup(".callout").queryAll().isEmpty());
        robot.interact(tour::leave);
        assertEquals(1, seen.get());
    }

    @Test
    void theCalloutStandsBesideItsControlAndWithinTheWindow(FxRobot robot) {
        robot.interact(tour::start);
        assertTrue(bounds(robot, ".callout").getMinX() > bounds(robot, ".left").getMaxX());
        robot.interact(() -> Photograph.of(scene, "tour-dark-en"));
        robot.interact(tour::next);
        Bounds callout = bounds(robot, ".callout");
        assertTrue(callout.getMaxX() < bounds(robot, ".right").getMinX());
        assertTrue(callout.getMinY() >= 0 && callout.getMaxY() <= scene.getHeight());
        assertTrue(bounds(robot, ".tour-ring").contains(bounds(robot, ".right")));
        robot.interact(() -> furnish(Locale.KOREAN, false));
        layOut(robot);
        assertEquals("값 바꾸기", title(robot), "in another language it goes on where it was");
        robot.interact(() -> Photograph.of(scene, "tour-light-ko"));
    }

    @Test
    void theWindowStaysUsableWhileTheTourStands(FxRobot robot) {
        robot.interact(tour::start);
        robot.clickOn(field).write("typed");
        assertEquals("typed", field.getText());
        assertEquals(1, tour.number());
    }

    @Test
    void everyStopOfTheWindowHasItsWordsInBothLanguages() {
        for (Locale language : Texts.LANGUAGES) {
            for (Stop stop : Stop.standard()) {
                assertTrue(Texts.of(language).optional("tour." + stop.id()).isPresent(), stop.id());
                assertTrue(
                        Texts.of(language).optional("tour." + stop.id() + ".text").isPresent(),
                        stop.id());
            }
        }
    }
}
