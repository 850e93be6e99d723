package mien.app.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import mien.app.edit.EditViewModel;
import mien.app.edit.Frame;
import mien.app.edit.RunPanel;
import mien.app.keys.KeyMap;
import mien.app.text.Texts;
import mien.app.theme.Photograph;
import mien.app.theme.Themes;
import mien.app.theme.Wheel;
import mien.app.toy.ManualJobs;
import mien.app.toy.ToySpec;
import mien.app.toy.ToySystem;
import mien.app.toy.ToyWorkshop;
import mien.engine.edit.EditException.Reason;
import mien.engine.job.JobStatus;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class VersionsStripTest {

    private static final Picture PHOTO = Picture.filled(32, 32, 0xff808080);

    private final Texts texts = Texts.of(Locale.ENGLISH);
    private final ToyWorkshop workshop = new ToyWorkshop();
    private final List<Comparison> compared = new ArrayList<>();
    private final EditViewModel<ToySpec> edit =
            new EditViewModel<>(new ToySystem(), ToySpec.found(PHOTO), workshop, new ManualJobs());
    private Scene scene;

    @Start
    void show(Stage stage) {
        KeyMap keys = KeyMap.of(VersionKeys.table());
        StackPane film = new StackPane(new VersionsStrip<>(edit, texts, () -> keys, compared::add));
        film.getStyleClass().add("film-pane");
        RunPanel panel = new RunPanel(edit, texts);
        panel.setMaxWidth(360);
        scene = new Scene(new VBox(20, film, panel), 700, 320);
        Themes.dress(scene, true, Locale.ENGLISH);
        stage.setScene(scene);
        stage.show();
        make(10, 0xffc04040);
        make(20, 0xff40c040);
        make(30, 0xff4040c0);
    }

    private void make(double jaw, int colour) {
        edit.apply(edit.spec().withJaw(jaw));
        workshop.newest().tell(new JobStatus.Done(Picture.filled(32, 32, colour)));
    }

    private static VersionCell<?> cell(FxRobot robot, int i) {
        return robot.lookup(".version-cell").nth(i).queryAs(VersionCell.class);
    }

    @Test
    void pressingAVersionGoesToIt(FxRobot robot) {
        assertTrue(cell(robot, 0).isSelected());
        robot.clickOn(cell(robot, 2));
        assertEquals(10, edit.spec().jaw());
        assertTrue(cell(robot, 2).isSelected());
        assertFalse(cell(robot, 0).isSelected());
    }

    @Test
    void eachHasItsNumberAndABranchItsStep(FxRobot robot) {
        robot.interact(() -> edit.film().inspect(new Frame(2, 4, PHOTO)));
        robot.interact(() -> make(40, 0xff404040));
        assertEquals(List.of("#4 · 2", "#3", "#2", "#1"), words(robot, ".film-number"));
        assertEquals(
                1,
                robot.lookup(".version-cell").queryAll().stream()
                        .filter(c -> ((VersionCell<?>) c).isSelected())
                        .count());
        assertTrue(cell(robot, 0).getAccessibleText().contains("from step 2"));
    }

    private static List<String> words(FxRobot robot, String selector) {
        return robot.lookup(selector).queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    @Test
    void theWheelAndTheFocusMoveALongRow(FxRobot robot) {
        robot.interact(
                () -> {
                    for (int i = 4; i <= 16; i++) {
                        make(i + 10.25, 0xff000000 | i * 0x0a0a0a);
                    }
                });
        assertTrue(inView(robot, 0) && !inView(robot, 15), "the newest is in view");
        robot.interact(() -> Wheel.turn(cell(robot, 0), -4000));
        assertTrue(inView(robot, 15));
        robot.interact(() -> cell(robot, 0).requestFocus());
        assertTrue(inView(robot, 0));
        robot.type(KeyCode.RIGHT, 14);
        assertTrue(inView(robot, 14));
    }

    private static boolean inView(FxRobot robot, int i) {
        Node scroll = robot.lookup(".versions-strip .scroll-pane").query();
        Bounds seen = scroll.localToScene(scroll.getLayoutBounds());
        Bounds cell = cell(robot, i).localToScene(cell(robot, i).getLayoutBounds());
        return seen.getMinX() <= cell.getMinX() + 1 && cell.getMaxX() <= seen.getMaxX() + 1;
    }

    @Test
    void arrowsWalkPeriodStarsAndDeleteLetsGo(FxRobot robot) {
        robot.interact(() -> cell(robot, 0).requestFocus());
        robot.push(KeyCode.RIGHT).push(KeyCode.PERIOD);
        assertTrue(edit.versions().all().get(1).starred());
        assertTrue(cell(robot, 1).getAccessibleText().contains("starred"));
        assertTrue(cell(robot, 1).isFocused(), "the focus stays where it was");
        robot.push(KeyCode.LEFT).push(KeyCode.DELETE);
        assertEquals(
                List.of(20.0, 10.0),
                edit.versions().all().stream().map(v -> v.spec().jaw()).toList());
        robot.push(KeyCode.SPACE);
        assertEquals(20, edit.spec().jaw());
    }

    @Test
    void oneIsComparedWithWhatIsShownTwoWithEachOther(FxRobot robot) {
        robot.interact(() -> cell(robot, 2).requestFocus());
        robot.push(KeyCode.V);
        assertEquals(0xffc04040, compared.get(0).before().picture().argb()[0]);
        assertTrue(compared.get(0).after().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.SPACE).push(KeyCode.LEFT);
        robot.push(KeyCode.CONTROL, KeyCode.SPACE).push(KeyCode.V);
        assertEquals(0xffc04040, compared.get(1).before().picture().argb()[0]);
        assertEquals(0xff40c040, compared.get(1).after().orElseThrow().picture().argb()[0]);
        assertEquals(30, edit.spec().jaw(), "the edit stays as it is");
    }

    @Test
    void itIsSeenInBothThemes(FxRobot robot) {
        robot.interact(() -> edit.versions().star(edit.versions().all().get(1)));
        robot.interact(() -> edit.apply(edit.spec().withJaw(5)));
        robot.interact(
                () ->
                        workshop.newest()
                                .tell(
                                        new JobStatus.Failed(
                                                "There is not enough memory.", Reason.MACHINE)));
        List<Node> again = List.copyOf(robot.lookup(".again-bar .button").queryAll());
        assertEquals(2, again.stream().filter(Node::isVisible).count());
        for (boolean dark : List.of(true, false)) {
            robot.interact(() -> Themes.dress(scene, dark, Locale.ENGLISH));
            robot.interact(() -> Photograph.of(scene, "versions-" + (dark ? "dark" : "light")));
        }
    }
}
