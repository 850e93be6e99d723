package mien.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import mien.app.canvas.CanvasView;
import mien.app.edit.EditViewModel;
import mien.app.edit.Progress.Phase;
import mien.app.edit.Shown;
import mien.app.edit.SliderField;
import mien.app.prefs.Preferences;
import mien.app.prefs.ThemeChoice;
import mien.app.toy.ToySpec;
import mien.engine.edit.Control;
import mien.engine.edit.EditSpec;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a person does in the window, with the keys and the pointer. */
@ExtendWith(ApplicationExtension.class)
class StudioJourneyTest {

    @TempDir private Path folder;

    private ToyWindow toy;

    @Start
    void open(Stage stage) {
        toy = new ToyWindow(stage, new OneFolder(folder, "mine.png"), folder);
    }

    @AfterEach
    void close() {
        toy.close();
    }

    private ToySpec spec() {
        return (ToySpec) toy.edit().spec();
    }

    private Shown.Kind shown() {
        return toy.edit().shownProperty().get().kind();
    }

    private String badge() {
        return toy.words(".badge");
    }

    private void changeSomething(FxRobot robot) {
        robot.clickOn(toy.slider("Azimuth")).write("70").type(KeyCode.ENTER);
        ToyWindow.eventually(() -> toy.phase() == Phase.DONE);
    }

    private static <S extends EditSpec> void brighter(EditViewModel<S> edit) {
        edit.system().controls().stream()
                .filter(c -> c.id().equals("light.strength"))
                .forEach(c -> edit.apply(((Control.Slider<S>) c).with(edit.spec(), 1)));
    }

    @Test
    void draggingTheLampShowsDraftsThenStepsThenTheResultAndUndoShowsThePhotograph(FxRobot robot) {
        toy.slider("Azimuth");
        Node ball = robot.lookup(".light-ball").query();
        List<Shown.Kind> kinds = new ArrayList<>();
        robot.interact(() -> toy.edit().shownProperty().subscribe(s -> kinds.add(s.kind())));
        robot.moveTo(ball).press(MouseButton.PRIMARY).moveBy(-30, 0).moveBy(-10, 5);
        assertTrue(spec().light().azimuth() < 0, "the light comes from the left now");
        robot.release(MouseButton.PRIMARY);
        ToyWindow.eventually(() -> toy.phase() == Phase.DONE);
        assertTrue(kinds.indexOf(Shown.Kind.PROXY) > 0, kinds::toString);
        assertTrue(
                kinds.indexOf(Shown.Kind.STEP) > kinds.indexOf(Shown.Kind.PROXY), kinds::toString);
        assertEquals(Shown.Kind.RESULT, kinds.get(kinds.size() - 1));
        assertEquals("Result", badge());
        ToyWindow.eventually(() -> robot.lookup(".film-cell").queryAll().size() == 10);

        toy.chord(KeyCode.CONTROL, KeyCode.Z);
        ToyWindow.eventually(() -> shown() == Shown.Kind.ORIGINAL);
        assertEquals(ToySpec.found(ToyWindow.PHOTO), spec());
        toy.chord(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        ToyWindow.eventually(() -> shown() == Shown.Kind.RESULT);
    }

    @Test
    void theOriginalIsSeenForAsLongAsTheKeyIsHeld(FxRobot robot) {
        changeSomething(robot);
        robot.press(KeyCode.BACK_SLASH);
        assertEquals("Original", badge());
        robot.release(KeyCode.BACK_SLASH);
        assertEquals("Result", badge());
        robot.moveTo(".hold-original").press(MouseButton.PRIMARY);
        assertEquals("Original", badge());
        robot.release(MouseButton.PRIMARY);
        assertEquals("Result", badge());
    }

    @Test
    void escapeStopsTheRun(FxRobot robot) {
        toy.workshop().holdAfter(3);
        robot.clickOn(toy.slider("Jaw")).write("20").type(KeyCode.ENTER);
        ToyWindow.eventually(() -> toy.phase() == Phase.RUNNING);
        robot.type(KeyCode.ESCAPE);
        assertEquals(Phase.STOPPING, toy.phase(), "answered at once");
        assertEquals("Stopping …", toy.words(".state"));
        toy.workshop().goOn();
        ToyWindow.eventually(() -> toy.phase() == Phase.STOPPED);
        assertEquals("Stopped", toy.words(".state"));
    }

    @Test
    void theButtonStopsAndStarts(FxRobot robot) {
        toy.workshop().holdAfter(3);
        robot.clickOn(toy.slider("Jaw")).write("20").type(KeyCode.ENTER);
        ToyWindow.eventually(() -> toy.phase() == Phase.RUNNING);
        robot.clickOn(".run-button");
        toy.workshop().goOn();
        ToyWindow.eventually(() -> toy.phase() == Phase.STOPPED);
        robot.clickOn(".run-button");
        ToyWindow.eventually(() -> toy.phase() == Phase.DONE);
    }

    @Test
    void theResultIsExportedAsPng(FxRobot robot) {
        changeSomething(robot);
        toy.chord(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        ToyWindow.eventually(() -> robot.lookup(".export-sheet").tryQuery().isPresent());
        robot.clickOn(robot.lookup(".export-footer .accent").queryButton());
        Path file = folder.resolve("portrait-relight.png");
        ToyWindow.eventually(
                () -> Files.exists(file) && !robot.lookup(".notification").queryAll().isEmpty());
        Picture result = toy.edit().resultProperty().get().orElseThrow();
        assertEquals(Arrays.hashCode(result.argb()), Arrays.hashCode(Picture.read(file).argb()));
    }

    @Test
    void aSliderIsDraggedFineAndResetLikeAField(FxRobot robot) {
        SliderField field = toy.slider("Azimuth");
        robot.moveTo(field).press(MouseButton.PRIMARY).moveBy(20, 0);
        double coarse = spec().light().azimuth();
        assertTrue(coarse > 25, "moved right from 20° to " + coarse);
        robot.press(KeyCode.SHIFT).moveBy(20, 0).release(KeyCode.SHIFT);
        assertTrue(spec().light().azimuth() - coarse < (coarse - 20) / 4, "Shift is finer");
        robot.release(MouseButton.PRIMARY);
        robot.type(KeyCode.BACK_SPACE);
        assertEquals(20, spec().light().azimuth());
        robot.type(KeyCode.RIGHT, 3);
        assertEquals(23, spec().light().azimuth());
        robot.moveTo(field)
                .press(MouseButton.PRIMARY)
                .moveBy(-30, 0)
                .type(KeyCode.ESCAPE)
                .release(MouseButton.PRIMARY);
        assertEquals(23, spec().light().azimuth(), "a drag that is given up changes nothing");
    }

    @Test
    void aStepOfTheFilmIsShownUntilItIsPressedAgain(FxRobot robot) {
        changeSomething(robot);
        ToyWindow.eventually(() -> robot.lookup(".film-cell").queryAll().size() == 10);
        Node third = robot.lookup(".film-cell").nth(2).query();
        robot.clickOn(third);
        assertEquals("Step 3 of 10", badge());
        robot.type(KeyCode.RIGHT);
        assertEquals("Step 4 of 10", badge());
        robot.clickOn(robot.lookup(".film-cell").nth(3).<Node>query());
        assertEquals("Result", badge());
        robot.clickOn(third).type(KeyCode.ESCAPE);
        assertEquals("Result", badge(), "Esc leaves the step as well");
    }

    @Test
    void aPictureThatCannotBeReadIsToldInOneSentence(FxRobot robot) throws Exception {
        toy.edit();
        Files.writeString(folder.resolve("mine.png"), "no picture");
        toy.chord(KeyCode.CONTROL, KeyCode.O);
        ToyWindow.eventually(() -> !robot.lookup(".notification").queryAll().isEmpty());
        assertEquals("portrait.png", toy.studio().documentProperty().get().orElseThrow().name());
    }

    @Test
    void theLampOnTheCanvasIsDraggedToo(FxRobot robot) {
        toy.edit();
        Node canvas = robot.lookup(".canvas-view").query();
        robot.moveTo(canvas);
        double[] to = spec().light().vector();
        var bounds = canvas.localToScreen(canvas.getBoundsInLocal());
        double side = Math.min(bounds.getWidth() - 56, bounds.getHeight() - 92);
        double x = bounds.getMinX() + bounds.getWidth() / 2 + to[0] * 0.36 * side;
        double y = bounds.getMinY() + 28 + (bounds.getHeight() - 92) / 2 - to[1] * 0.36 * side;
        robot.moveTo(x, y).press(MouseButton.PRIMARY).moveBy(-120, 0).release(MouseButton.PRIMARY);
        assertTrue(spec().light().azimuth() < 10, "now at " + spec().light().azimuth());
    }

    @Test
    void wheelAndKeysZoomAndFit(FxRobot robot) {
        toy.edit();
        String fitted = toy.words(".zoom");
        robot.moveTo(".canvas-view").scroll(2, VerticalDirection.UP);
        assertNotEquals(fitted, toy.words(".zoom"));
        toy.chord(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertEquals("100 %", toy.words(".zoom"));
        toy.chord(KeyCode.CONTROL, KeyCode.DIGIT0);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(fitted, toy.words(".zoom"));
    }

    @Test
    void languageAndThemeChangeAtOnceAndAreRemembered(FxRobot robot) {
        changeSomething(robot);
        toy.chord(KeyCode.CONTROL, KeyCode.COMMA);
        robot.interact(
                () -> {
                    toy.window().setLanguage(Locale.KOREAN);
                    toy.window().setTheme(ThemeChoice.LIGHT);
                });
        assertEquals("결과", badge(), "what is shown stays");
        assertFalse(robot.lookup("조명").queryAll().isEmpty());
        assertTrue(robot.lookup(".prefs-page").tryQuery().isPresent(), "the sheet stays too");
        robot.interact(() -> toy.window().leave());
        Preferences kept = ToyWindow.preferences(folder).load();
        assertEquals(Optional.of(Locale.KOREAN), kept.language());
        assertEquals(ThemeChoice.LIGHT, kept.theme());
    }

    @Test
    void howAPictureIsLookedAtStaysInAnotherThemeAndAnotherLanguage(FxRobot robot) {
        changeSomething(robot);
        robot.moveTo(".canvas-view").scroll(3, VerticalDirection.UP);
        toy.chord(KeyCode.C); // compared, split
        robot.type(KeyCode.M); // mirrored
        robot.clickOn(toy.named(".toggle-button", "Every result of this edit"));
        CanvasView.Look look = canvas(robot).look();
        assertTrue(look.compare().on() && look.viewport().mirrored() && !look.fitted());
        robot.interact(() -> toy.window().setTheme(ThemeChoice.LIGHT));
        assertEquals(look, canvas(robot).look());
        robot.interact(() -> toy.window().setLanguage(Locale.KOREAN));
        assertEquals(look, canvas(robot).look());
        assertTrue(toy.there(".versions-strip"), "versions are still shown instead of steps");
    }

    @Test
    void aDocumentIsSeenAgainAsItWasLeft(FxRobot robot) {
        changeSomething(robot);
        robot.moveTo(".canvas-view").scroll(3, VerticalDirection.UP);
        robot.type(KeyCode.M).type(KeyCode.DIGIT6); // mirrored and turned
        CanvasView.Sight left = canvas(robot).sight();
        Path file = folder.resolve("left.mien");
        robot.interact(() -> toy.studio().documents().saveAs(file));
        ToyWindow.eventually(() -> toy.studio().documents().fileProperty().get().isPresent());
        robot.interact(() -> toy.studio().open("other.png", () -> ToyWindow.PHOTO));
        ToyWindow.eventually(() -> canvas(robot).sight().scale().isEmpty());
        robot.interact(() -> toy.studio().open(file));
        ToyWindow.eventually(() -> canvas(robot).sight().scale().isPresent());
        CanvasView.Sight back = canvas(robot).sight();
        assertEquals(left.scale(), back.scale());
        assertEquals(left.x(), back.x(), 1e-6);
        assertEquals(left.y(), back.y(), 1e-6);
        assertEquals(left.angle(), back.angle());
        assertTrue(back.mirrored());
    }

    private static CanvasView canvas(FxRobot robot) {
        return robot.lookup(".canvas-view").queryAs(CanvasView.class);
    }

    @Test
    void whatWasClosedIsForgotten(FxRobot robot) {
        robot.interact(
                () -> brighter(toy.edit())); // without the pointer: the robot keeps its targets
        ToyWindow.eventually(() -> toy.phase() == Phase.DONE);
        WeakReference<Object> firstEdit = new WeakReference<>(toy.edit());
        robot.interact(() -> toy.studio().open("other.png", () -> ToyWindow.PHOTO));
        ToyWindow.eventually(() -> collected(firstEdit));
        WeakReference<Object> firstView = new WeakReference<>(toy.window().scene().getRoot());
        robot.interact(() -> toy.window().setLanguage(Locale.KOREAN));
        ToyWindow.eventually(() -> collected(firstView));
    }

    private static boolean collected(WeakReference<Object> reference) {
        System.gc();
        return reference.get() == null;
    }

    @Test
    void theSheetOfKeysOpensAndShuts(FxRobot robot) {
        toy.edit();
        robot.type(KeyCode.F1);
        ToyWindow.eventually(() -> robot.lookup(".keys-page").tryQuery().isPresent());
        robot.type(KeyCode.ESCAPE);
        ToyWindow.eventually(() -> robot.lookup(".keys-page").tryQuery().isEmpty());
    }

    @Test
    void everythingThatTakesTheFocusHasANameForScreenReaders(FxRobot robot) {
        toy.slider("Azimuth");
        List<String> nameless = new ArrayList<>();
        robot.interact(() -> nameless(toy.window().scene().getRoot(), nameless));
        assertEquals(List.of(), nameless);
    }

    private static void nameless(Node node, List<String> found) {
        boolean named =
                Optional.ofNullable(node.getAccessibleText()).filter(t -> !t.isBlank()).isPresent()
                        || node instanceof Labeled l
                                && l.getText() != null
                                && !l.getText().isBlank();
        if (!node.isVisible()) {
            return;
        }
        if (node.isFocusTraversable() && !named && !(node instanceof ScrollPane)) {
            found.add(node.toString());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> nameless(child, found));
        }
    }
}
