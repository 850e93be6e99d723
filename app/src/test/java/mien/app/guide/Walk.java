package mien.app.guide;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import mien.app.document.DocumentViewModel;
import mien.app.document.journal.StateFolder;
import mien.app.edit.EditViewModel;
import mien.app.edit.Progress.Phase;
import mien.app.edit.RunHabits;
import mien.app.job.EngineWorkshop;
import mien.app.job.ToolkitJobs;
import mien.app.prefs.PreferenceFile;
import mien.app.prefs.Preferences;
import mien.app.shell.Sample;
import mien.app.shell.StudioViewModel;
import mien.app.shell.StudioWindow;
import mien.app.text.Texts;
import mien.app.toy.CountedJobs;
import mien.engine.Engine;
import mien.engine.EngineOptions;
import mien.engine.edit.RunSettings;
import mien.engine.picture.Picture;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A window with the bundled model, and a person who uses it. */
final class Walk {

    private final ToolkitJobs threads = new ToolkitJobs();
    private final CountedJobs jobs = new CountedJobs(threads);
    private final FxRobot robot = new FxRobot();
    private final Texts texts;
    private final StudioViewModel studio;
    private final StudioWindow window;
    private final Answers answers;
    private final Camera camera;

    /**
     * Opens a window; on the window's thread.
     *
     * @param folder where it keeps its settings, documents and unsaved work
     */
    Walk(Stage stage, Path folder, Locale language, Preferences.Window size) {
        texts = Texts.of(language);
        PreferenceFile file = new PreferenceFile(folder.resolve("studio.properties"));
        file.save(Preferences.DEFAULT.withLanguage(language).withWindow(size));
        studio =
                new StudioViewModel(
                        jobs,
                        () -> new EngineWorkshop(Engine.open(EngineOptions.DEFAULT)),
                        new RunHabits(RunSettings.DEFAULT),
                        new DocumentViewModel(jobs, new StateFolder(folder.resolve("state"))));
        answers = new Answers(folder);
        window = new StudioWindow(stage, studio, file, answers, address -> {});
        camera = new Camera(window.scene(), window::setTheme);
        window.show();
    }

    /** A sample is on the canvas and can be edited. */
    void begin(int sample) {
        Sample portrait = Sample.all().get(sample - 1);
        robot.interact(() -> studio.open(portrait.name(), portrait::picture));
        robot.interact(studio::start);
        eventually(() -> studio.editProperty().get().isPresent());
        eventually(() -> !all(".light-ball").isEmpty());
        robot.interact(window::engineStarted);
    }

    /** A picture is on the canvas, and a system has read it. */
    void begin(String system, String name, Picture picture) {
        robot.interact(() -> studio.open(name, () -> picture));
        robot.interact(studio::start);
        eventually(() -> studio.workshopProperty().get().isPresent());
        robot.interact(
                () ->
                        studio.workshopProperty().get().orElseThrow().systems().stream()
                                .filter(s -> s.id().equals(system))
                                .findFirst()
                                .ifPresent(studio::use));
        eventually(
                () ->
                        studio.editProperty()
                                .get()
                                .filter(e -> e.system().id().equals(system))
                                .isPresent());
        robot.interact(window::engineStarted);
    }

    void close() {
        robot.interact(
                () -> {
                    studio.close();
                    window.scene().getWindow().hide();
                });
        threads.close();
    }

    StudioViewModel studio() {
        return studio;
    }

    StudioWindow window() {
        return window;
    }

    Answers answers() {
        return answers;
    }

    EditViewModel<?> edit() {
        return studio.editProperty().get().orElseThrow();
    }

    /** What the bundle of the window's language says. */
    String word(String key, Object... values) {
        return texts.text(key, values);
    }

    void picture(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> camera.take(name));
    }

    /** Waits until what is read and drawn in the background is there. */
    void settle() {
        eventually(jobs::quiet);
    }

    void keys(KeyCode... keys) {
        robot.press(keys).release(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    static void eventually(Callable<Boolean> holds) {
        within(90, holds);
    }

    /** The same for what takes longer. */
    static void within(int seconds, Callable<Boolean> holds) {
        try {
            WaitForAsyncUtils.waitFor(seconds, TimeUnit.SECONDS, holds);
            WaitForAsyncUtils.waitForFxEvents();
        } catch (TimeoutException e) {
            throw new AssertionError("it did not happen in %d seconds".formatted(seconds), e);
        }
    }

    List<Node> all(String selector) {
        return List.copyOf(robot.lookup(selector).queryAll());
    }

    Node one(String selector) {
        return robot.lookup(selector).query();
    }

    /** The first control that is called so. */
    Node named(String selector, String name) {
        return all(selector).stream()
                .filter(n -> name.equals(n.getAccessibleText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + selector + " is called " + name));
    }

    /** Changes something, and waits for what comes of it. */
    void make(Runnable change) {
        Optional<Picture> before = edit().resultProperty().get();
        change.run();
        eventually(
                () ->
                        edit().progressProperty().get().phase() == Phase.DONE
                                && edit().resultProperty().get().isPresent()
                                && !edit().resultProperty().get().equals(before));
    }

    /** Types a value into the field of a name, and waits for what comes of it. */
    void make(String field, String value) {
        make(() -> set(field, value));
    }

    /** Scrolls the inspector until something is at its top. */
    void reveal(Node node) {
        robot.interact(
                () -> {
                    ScrollPane pane = (ScrollPane) one(".inspector");
                    Bounds content = pane.getContent().getLayoutBounds();
                    Bounds seen =
                            pane.getContent()
                                    .sceneToLocal(node.localToScene(node.getLayoutBounds()));
                    double room = content.getHeight() - pane.getViewportBounds().getHeight();
                    pane.setVvalue((seen.getMinY() - 40) / room);
                });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Types a value into the field that a key of the bundle names. */
    void set(String field, String value) {
        robot.clickOn(named(".slider-field", word(field))).write(value).type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /**
     * Drags from the middle of something; the button stays down.
     *
     * @param moves right and down, right and down, …; it is pressed after the first pair
     */
    void drag(Node from, double... moves) {
        robot.moveTo(from).moveBy(moves[0], moves[1]).press(MouseButton.PRIMARY);
        for (int i = 2; i < moves.length; i += 2) {
            robot.moveBy(moves[i], moves[i + 1]);
        }
    }

    void letGo() {
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** The tool of a number, from 0, in the bar below the picture. */
    void grasp(int tool) {
        Node button = ((Parent) one(".canvas-grips")).getChildrenUnmodifiable().get(tool);
        robot.clickOn(button);
        WaitForAsyncUtils.waitForFxEvents();
    }

    Optional<Path> saved() {
        return studio.documents().fileProperty().get();
    }
}
