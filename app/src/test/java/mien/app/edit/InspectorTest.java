package mien.app.edit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mien.app.keys.KeyMap;
import mien.app.text.Texts;
import mien.app.theme.Themes;
import mien.app.toy.ManualJobs;
import mien.app.toy.ToyWorkshop;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of it are written to the folder {@code -Dmien.screenshots} where that is given. */
@ExtendWith(ApplicationExtension.class)
class InspectorTest {

    @TempDir private Path folder;

    private final List<String> said = new ArrayList<>();
    private final EditViewModel<SidedSpec> edit =
            new EditViewModel<>(
                    new SidedSystem(),
                    SidedSpec.found(new Picture(4, 4, new int[16])),
                    new ToyWorkshop(),
                    new ManualJobs());
    private KeyMap keys = KeyMap.of(FieldKeys.table());
    private Scene scene;

    @Start
    void show(Stage stage) {
        Means means =
                new Means(
                        new ToyWorkshop(),
                        () -> Optional.of(folder.resolve("other.png")),
                        folder.resolve("presets"));
        Inspector<SidedSpec> inspector =
                new Inspector<>(
                        edit,
                        Texts.of(Locale.ENGLISH),
                        () -> keys,
                        FXCollections.observableHashMap(),
                        Optional.of(means),
                        said::add);
        StackPane side = new StackPane(inspector);
        side.getStyleClass().add("side-panel");
        scene = new Scene(side, 360, 900);
        Themes.dress(scene, true, Locale.ENGLISH);
        stage.setScene(scene);
        stage.show();
    }

    private static SliderField field(FxRobot robot, int i) {
        return robot.lookup(".slider-field").nth(i).queryAs(SliderField.class);
    }

    /** A point on a field, a share of its width from the left. */
    private static Point2D on(FxRobot robot, int i, double share) {
        Bounds b = field(robot, i).localToScreen(field(robot, i).getLayoutBounds());
        return new Point2D(b.getMinX() + share * b.getWidth(), b.getCenterY());
    }

    private void assertValues(double... values) {
        assertArrayEquals(values, edit.spec().values(), 1e-9);
    }

    @Test
    void aChoiceSetsWhatItStandsForAndShowsWhatThatIs(FxRobot robot) {
        ChoiceBox<String> box = robot.lookup(".choice-input").query();
        assertEquals("Wide awake", box.getConverter().toString("wide-awake"));
        robot.interact(() -> box.setValue("wide-awake"));
        assertValues(9, 1, 1, 1, 1, 1);
        robot.interact(() -> edit.apply(edit.spec().with(0, 2)));
        assertEquals("calm", box.getValue());
        assertValues(2, 1, 1, 1, 1, 1);
        robot.interact(edit::undo);
        assertEquals("wide-awake", box.getValue());
    }

    @Test
    void goingDownOverFieldsAndTypingSetsThemAll(FxRobot robot) {
        robot.drag(on(robot, 0, 0.5), MouseButton.PRIMARY)
                .moveTo(on(robot, 1, 0.5))
                .moveTo(on(robot, 2, 0.5))
                .release(MouseButton.PRIMARY);
        robot.write("7").type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertValues(7, 7, 7, 1, 1, 1);
        robot.interact(edit::undo);
        assertValues(1, 1, 1, 1, 1, 1);
    }

    @Test
    void goingDownAndThenAsideMovesThemAllByTheSameShare(FxRobot robot) {
        robot.drag(on(robot, 0, 0.5), MouseButton.PRIMARY)
                .moveTo(on(robot, 1, 0.5))
                .moveTo(on(robot, 1, 0.6))
                .moveTo(on(robot, 1, 0.8))
                .release(MouseButton.PRIMARY);
        assertTrue(edit.spec().at(0) > 2);
        assertEquals(edit.spec().at(0), edit.spec().at(1), 0.06);
        assertEquals(1, edit.spec().at(2));
        robot.drag(on(robot, 0, 0.5), MouseButton.PRIMARY)
                .moveTo(on(robot, 0, 0.55))
                .moveTo(on(robot, 0, 0.6))
                .release(MouseButton.PRIMARY);
        assertTrue(edit.spec().at(0) > edit.spec().at(1), "alone again");
    }

    @Test
    void altTakesTheOthersAlongUntilAPressWithoutIt(FxRobot robot) {
        robot.drag(on(robot, 0, 0.5), MouseButton.PRIMARY)
                .moveTo(on(robot, 1, 0.5))
                .release(MouseButton.PRIMARY)
                .type(KeyCode.ESCAPE);
        assertValues(1, 1, 1, 1, 1, 1);
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        assertValues(1.1, 1.1, 1, 1, 1, 1);
        robot.type(KeyCode.RIGHT);
        assertValues(1.2, 1.1, 1, 1, 1, 1);
    }

    @Test
    void theKeysOfFieldsAreThoseOfTheMap(FxRobot robot) {
        robot.interact(() -> edit.apply(edit.spec().with(0, 3).with(1, 3)));
        keys =
                keys.changedBy(
                        Map.of("field.reset", List.of("F8"), "field.more", List.of("Shift+U")));
        robot.interact(field(robot, 0)::requestFocus);
        robot.type(KeyCode.DELETE).type(KeyCode.RIGHT);
        assertValues(3, 3, 1, 1, 1, 1);
        robot.press(KeyCode.SHIFT).type(KeyCode.U).release(KeyCode.SHIFT);
        assertValues(3.1, 3, 1, 1, 1, 1);
        robot.moveTo(on(robot, 1, 0.5)).type(KeyCode.F8);
        assertValues(3.1, 1, 1, 1, 1, 1);
    }

    @Test
    void keysWorkOnTheFieldUnderThePointer(FxRobot robot) {
        robot.interact(() -> edit.apply(edit.spec().with(2, 30)));
        robot.moveTo(on(robot, 2, 0.5)).type(KeyCode.MINUS);
        assertValues(1, 1, -30, 1, 1, 1);
        robot.press(KeyCode.SHORTCUT).type(KeyCode.C).release(KeyCode.SHORTCUT);
        robot.interact(() -> assertEquals("-30", Clipboard.getSystemClipboard().getString()));
        robot.moveTo(on(robot, 3, 0.5));
        robot.press(KeyCode.SHORTCUT).type(KeyCode.V).release(KeyCode.SHORTCUT);
        assertValues(1, 1, -30, -30, 1, 1);
        robot.press(KeyCode.SHORTCUT).scroll(-1).release(KeyCode.SHORTCUT);
        assertEquals(1, Math.abs(edit.spec().at(3) + 30), 1e-9);
        robot.type(KeyCode.BACK_SPACE);
        assertValues(1, 1, -30, 1, 1, 1);
    }

    @Test
    void aLinkedSideFollows(FxRobot robot) {
        assertEquals(4, robot.lookup(".row-link").queryAll().size());
        robot.clickOn(robot.lookup(".row-link").nth(1).<Node>query());
        robot.interact(() -> field(robot, 0).requestFocus());
        robot.type(KeyCode.RIGHT, 3);
        assertValues(1.3, 1.3, 1, 1, 1, 1);
        robot.clickOn(robot.lookup(".row-link").nth(0).<Node>query());
        robot.interact(() -> field(robot, 0).requestFocus());
        robot.type(KeyCode.LEFT);
        assertValues(1.2, 1.3, 1, 1, 1, 1);
    }

    @Test
    void presetsAreKeptAndAppliedFromTheMenu(FxRobot robot) {
        MenuButton menu = robot.lookup(".preset-menu").queryAs(MenuButton.class);
        robot.interact(() -> edit.apply(edit.spec().with(2, 44)));
        robot.interact(menu::show);
        robot.clickOn(".preset-name").write("wide").type(KeyCode.ENTER);
        assertFalse(menu.isShowing());
        robot.interact(edit::resetAll);
        robot.interact(menu::show);
        robot.interact(() -> menu.getItems().get(0).fire());
        robot.interact(menu::hide);
        assertValues(1, 1, 44, 1, 1, 1);
        assertEquals(List.of(), said);
        assertEquals(
                Set.of("wide"), new PresetFolder(folder.resolve("presets/sided")).all().keySet());
    }

    @Test
    void aPictureIsChosenAndPartsAreTakenFromIt(FxRobot robot) {
        new Picture(8, 8, new int[64]).write(folder.resolve("other.png"));
        robot.interact(() -> edit.apply(edit.spec().with(0, 9).with(2, 50)));
        robot.clickOn(".borrow-choose");
        WaitForAsyncUtils.waitForFxEvents();
        Labeled choose = robot.lookup(".borrow-choose").queryAs(Labeled.class);
        assertEquals("other.png", choose.getText());
        assertFalse(choose.isWrapText(), "in one line");
        robot.clickOn(part(robot, "Light"));
        assertValues(1, 1, 50, 1, 1, 1);
        assertEquals(List.of(), said);
    }

    private static Node part(FxRobot robot, String text) {
        return robot.lookup(".borrow-part").queryAllAs(Labeled.class).stream()
                .filter(b -> text.equals(b.getText()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePadMovesTwoValuesAndShowsNineVariations(FxRobot robot) {
        Node pad = robot.lookup(".pad").query();
        robot.interact(pad::requestFocus);
        robot.type(KeyCode.RIGHT, 2).type(KeyCode.DOWN);
        assertValues(1, 1, 1, 1, 3, 0);
        assertEquals("Direction of the gaze: Across 3°, Up 0°", pad.getAccessibleText());
        robot.clickOn("#pad-variations");
        assertEquals(9, robot.lookup(".variation").queryAll().size());
        robot.clickOn("#variation-8");
        assertTrue(edit.spec().at(4) > 3 && edit.spec().at(5) < 0);
        robot.clickOn("#pad-variations");
        assertEquals(0, robot.lookup(".variation").queryAll().size());
    }

    @Test
    void itCanBeLookedAt(FxRobot robot) {
        new Picture(8, 8, new int[64]).write(folder.resolve("other.png"));
        robot.interact(() -> edit.apply(edit.spec().with(1, 4).with(2, -30).with(4, 6)));
        robot.clickOn(robot.lookup(".row-link").nth(0).<Node>query());
        robot.clickOn(".borrow-choose").clickOn("#pad-variations");
        robot.drag(on(robot, 2, 0.5), MouseButton.PRIMARY)
                .moveTo(on(robot, 3, 0.5))
                .release(MouseButton.PRIMARY)
                .type(KeyCode.ESCAPE);
        for (boolean dark : new boolean[] {true, false}) {
            robot.interact(() -> Themes.dress(scene, dark, Locale.ENGLISH));
            Picture seen = photograph(robot);
            assertTrue(
                    Arrays.stream(seen.argb()).distinct().count() > 50,
                    "there is something to see");
            Optional.ofNullable(System.getProperty("mien.screenshots"))
                    .ifPresent(to -> seen.write(Path.of(to, dark + "-inspector.png")));
        }
    }

    private Picture photograph(FxRobot robot) {
        int w = (int) scene.getWidth();
        int h = (int) scene.getHeight();
        int[] argb = new int[w * h];
        robot.interact(
                () -> {
                    WritableImage image = scene.snapshot(null);
                    image.getPixelReader()
                            .getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), argb, 0, w);
                });
        return new Picture(w, h, argb);
    }
}
