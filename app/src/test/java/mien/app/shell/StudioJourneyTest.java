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
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import mien.app.document.DocumentViewModel;
import mien.app.document.journal.StateFolder;
import mien.app.edit.EditViewModel;
import mien.app.edit.Progress.Phase;
import mien.app.edit.Shown;
import mien.app.edit.SliderField;
import mien.app.job.ToolkitJobs;
import mien.app.prefs.PreferenceFile;
import mien.app.prefs.Preferences;
import mien.app.prefs.ThemeChoice;
import mien.app.text.Texts;
import mien.app.toy.PacedWorkshop;
import mien.app.toy.ToySpec;
import mien.engine.edit.Control;
import mien.engine.edit.EditSpec;
import mien.engine.edit.RunSettings;
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

    private static final Picture PHOTO = Sample.all().get(0).picture();

    @TempDir private Path folder;

    private final ToolkitJobs jobs = new ToolkitJobs();
    private final PacedWorkshop workshop = new PacedWorkshop(5);
    private StudioViewModel studio;
    private StudioWindow window;
    private Stage stage;

    @Start
    void open(Stage opened) throws Exception {
        stage = opened;
        PreferenceFile file = new PreferenceFile(folder.resolve("studio.properties"));
        file.save(Preferences.DEFAULT.withTourSeen(true).withLanguage(Locale.ENGLISH));
        studio =
                new StudioViewModel(
                        jobs,
                        () -> workshop,
                        RunSettings.DEFAULT.withSteps(10),
                        new DocumentViewModel(jobs, new StateFolder(folder.resolve("state"))));
        window = new StudioWindow(stage, studio, file, new Answers(), address -> {});
        window.show();
        studio.open("portrait.png", () -> PHOTO);
        studio.start();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(
                () -> {
                    studio.close();
                    stage.hide();
                });
        jobs.close();
    }

    /** A person who always has the same file in mind. */
    private final class Answers implements FileAsk {
        @Override
        public Optional<Path> toOpen(Texts texts) {
            return Optional.of(folder.resolve("mine.png"));
        }

        @Override
        public List<Path> toWeights(Texts texts) {
            return List.of();
        }

        @Override
        public Optional<Path> toFolder(Texts texts) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> toSaveDocument(Texts texts, String proposed) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> toSave(Texts texts, String proposed) {
            return Optional.of(folder.resolve(proposed));
        }
    }

    /** Waits until it holds, and then until the window has shown what else that change brings. */
    private static void eventually(Callable<Boolean> holds) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, holds);
            WaitForAsyncUtils.waitForFxEvents();
        } catch (TimeoutException e) {
            throw new AssertionError("it did not happen in 20 seconds", e);
        }
    }

    private EditViewModel<?> edit() {
        eventually(() -> studio.editProperty().get().isPresent());
        return studio.editProperty().get().orElseThrow();
    }

    private ToySpec spec() {
        return (ToySpec) edit().spec();
    }

    private Phase phase() {
        return edit().progressProperty().get().phase();
    }

    private Shown.Kind shown() {
        return edit().shownProperty().get().kind();
    }

    private String badge(FxRobot robot) {
        return robot.lookup(".badge").queryLabeled().getText();
    }

    private SliderField slider(FxRobot robot, String name) {
        edit();
        eventually(
                () ->
                        robot.lookup(".slider-field").queryAll().stream()
                                .anyMatch(n -> name.equals(n.getAccessibleText())));
        return robot.lookup(".slider-field").queryAllAs(SliderField.class).stream()
                .filter(n -> name.equals(n.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    private void changeSomething(FxRobot robot) {
        robot.clickOn(slider(robot, "Azimuth")).write("70").type(KeyCode.ENTER);
        eventually(() -> phase() == Phase.DONE);
    }

    private static <S extends EditSpec> void brighter(EditViewModel<S> edit) {
        edit.system().controls().stream()
                .filter(c -> c.id().equals("light.strength"))
                .forEach(c -> edit.apply(((Control.Slider<S>) c).with(edit.spec(), 1)));
    }

    @Test
    void draggingTheLampShowsDraftsThenStepsThenTheResultAndUndoShowsThePhotograph(FxRobot robot) {
        slider(robot, "Azimuth");
        Node ball = robot.lookup(".light-ball").query();
        List<Shown.Kind> kinds = new ArrayList<>();
        robot.interact(() -> edit().shownProperty().subscribe(s -> kinds.add(s.kind())));
        robot.moveTo(ball).press(MouseButton.PRIMARY).moveBy(-30, 0).moveBy(-10, 5);
        assertTrue(spec().light().azimuth() < 0, "the light comes from the left now");
        robot.release(MouseButton.PRIMARY);
        eventually(() -> phase() == Phase.DONE);
        assertTrue(kinds.indexOf(Shown.Kind.PROXY) > 0, kinds::toString);
        assertTrue(
                kinds.indexOf(Shown.Kind.STEP) > kinds.indexOf(Shown.Kind.PROXY), kinds::toString);
        assertEquals(Shown.Kind.RESULT, kinds.get(kinds.size() - 1));
        assertEquals("Result", badge(robot));
        eventually(() -> robot.lookup(".film-cell").queryAll().size() == 10);

        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        eventually(() -> shown() == Shown.Kind.ORIGINAL);
        assertEquals(ToySpec.found(PHOTO), spec());
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT)
                .type(KeyCode.Z)
                .release(KeyCode.CONTROL, KeyCode.SHIFT);
        eventually(() -> shown() == Shown.Kind.RESULT);
    }

    @Test
    void theOriginalIsSeenForAsLongAsTheKeyIsHeld(FxRobot robot) {
        changeSomething(robot);
        robot.press(KeyCode.BACK_SLASH);
        assertEquals("Original", badge(robot));
        robot.release(KeyCode.BACK_SLASH);
        assertEquals("Result", badge(robot));
        robot.moveTo(".hold-original").press(MouseButton.PRIMARY);
        assertEquals("Original", badge(robot));
        robot.release(MouseButton.PRIMARY);
        assertEquals("Result", badge(robot));
    }

    @Test
    void escapeStopsTheRun(FxRobot robot) {
        workshop.setStepMillis(300);
        robot.clickOn(slider(robot, "Jaw")).write("20").type(KeyCode.ENTER);
        eventually(() -> phase() == Phase.RUNNING);
        robot.type(KeyCode.ESCAPE);
        assertEquals(Phase.STOPPING, phase(), "answered at once");
        assertEquals("Stopping …", robot.lookup(".state").queryLabeled().getText());
        eventually(() -> phase() == Phase.STOPPED);
        assertEquals("Stopped", robot.lookup(".state").queryLabeled().getText());
    }

    @Test
    void theButtonStopsAndStarts(FxRobot robot) {
        workshop.setStepMillis(300);
        robot.clickOn(slider(robot, "Jaw")).write("20").type(KeyCode.ENTER);
        eventually(() -> phase() == Phase.RUNNING);
        robot.clickOn(".run-button");
        eventually(() -> phase() == Phase.STOPPED);
        workshop.setStepMillis(2);
        robot.clickOn(".run-button");
        eventually(() -> phase() == Phase.DONE);
    }

    @Test
    void theResultIsExportedAsPng(FxRobot robot) {
        changeSomething(robot);
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT)
                .type(KeyCode.E)
                .release(KeyCode.CONTROL, KeyCode.SHIFT);
        eventually(() -> robot.lookup(".export-sheet").tryQuery().isPresent());
        robot.clickOn(robot.lookup(".export-footer .accent").queryButton());
        Path file = folder.resolve("portrait-relight.png");
        eventually(() -> Files.exists(file) && !robot.lookup(".notification").queryAll().isEmpty());
        Picture result = edit().resultProperty().get().orElseThrow();
        assertEquals(Arrays.hashCode(result.argb()), Arrays.hashCode(Picture.read(file).argb()));
    }

    @Test
    void aSliderIsDraggedFineAndResetLikeAField(FxRobot robot) {
        SliderField field = slider(robot, "Azimuth");
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
        eventually(() -> robot.lookup(".film-cell").queryAll().size() == 10);
        Node third = robot.lookup(".film-cell").nth(2).query();
        robot.clickOn(third);
        assertEquals("Step 3 of 10", badge(robot));
        robot.type(KeyCode.RIGHT);
        assertEquals("Step 4 of 10", badge(robot));
        robot.clickOn(robot.lookup(".film-cell").nth(3).<Node>query());
        assertEquals("Result", badge(robot));
        robot.clickOn(third).type(KeyCode.ESCAPE);
        assertEquals("Result", badge(robot), "Esc leaves the step as well");
    }

    @Test
    void aPictureThatCannotBeReadIsToldInOneSentence(FxRobot robot) throws Exception {
        edit();
        Files.writeString(folder.resolve("mine.png"), "no picture");
        robot.press(KeyCode.CONTROL).type(KeyCode.O).release(KeyCode.CONTROL);
        eventually(() -> !robot.lookup(".notification").queryAll().isEmpty());
        assertEquals("portrait.png", studio.documentProperty().get().orElseThrow().name());
    }

    @Test
    void theLampOnTheCanvasIsDraggedToo(FxRobot robot) {
        edit();
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
        edit();
        String fitted = robot.lookup(".zoom").queryLabeled().getText();
        robot.moveTo(".canvas-view").scroll(2, VerticalDirection.UP);
        assertNotEquals(fitted, robot.lookup(".zoom").queryLabeled().getText());
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT1).release(KeyCode.CONTROL);
        assertEquals("100 %", robot.lookup(".zoom").queryLabeled().getText());
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(fitted, robot.lookup(".zoom").queryLabeled().getText());
    }

    @Test
    void languageAndThemeChangeAtOnceAndAreRemembered(FxRobot robot) {
        changeSomething(robot);
        robot.press(KeyCode.CONTROL).type(KeyCode.COMMA).release(KeyCode.CONTROL);
        robot.interact(
                () -> {
                    window.setLanguage(Locale.KOREAN);
                    window.setTheme(ThemeChoice.LIGHT);
                });
        assertEquals("결과", badge(robot), "what is shown stays");
        assertFalse(robot.lookup("조명").queryAll().isEmpty());
        assertTrue(robot.lookup(".prefs-page").tryQuery().isPresent(), "the sheet stays too");
        robot.interact(() -> window.remember());
        Preferences kept = new PreferenceFile(folder.resolve("studio.properties")).load();
        assertEquals(Optional.of(Locale.KOREAN), kept.language());
        assertEquals(ThemeChoice.LIGHT, kept.theme());
    }

    @Test
    void whatWasClosedIsForgotten(FxRobot robot) {
        robot.interact(() -> brighter(edit())); // without the pointer: the robot keeps its targets
        eventually(() -> phase() == Phase.DONE);
        WeakReference<Object> firstEdit = new WeakReference<>(edit());
        robot.interact(() -> studio.open("other.png", () -> PHOTO));
        eventually(() -> collected(firstEdit));
        WeakReference<Object> firstView = new WeakReference<>(window.scene().getRoot());
        robot.interact(() -> window.setLanguage(Locale.KOREAN));
        eventually(() -> collected(firstView));
    }

    private static boolean collected(WeakReference<Object> reference) {
        System.gc();
        return reference.get() == null;
    }

    @Test
    void theSheetOfKeysOpensAndShuts(FxRobot robot) {
        edit();
        robot.type(KeyCode.F1);
        eventually(() -> robot.lookup(".keys-page").tryQuery().isPresent());
        robot.type(KeyCode.ESCAPE);
        eventually(() -> robot.lookup(".keys-page").tryQuery().isEmpty());
    }

    @Test
    void everythingThatTakesTheFocusHasANameForScreenReaders(FxRobot robot) {
        slider(robot, "Azimuth");
        List<String> nameless = new ArrayList<>();
        robot.interact(() -> nameless(window.scene().getRoot(), nameless));
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
