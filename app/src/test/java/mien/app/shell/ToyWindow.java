package mien.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import mien.app.document.DocumentViewModel;
import mien.app.document.journal.StateFolder;
import mien.app.edit.EditViewModel;
import mien.app.edit.Progress.Phase;
import mien.app.edit.RunHabits;
import mien.app.edit.SliderField;
import mien.app.guide.Camera;
import mien.app.job.ToolkitJobs;
import mien.app.prefs.PreferenceFile;
import mien.app.prefs.Preferences;
import mien.app.toy.PacedWorkshop;
import mien.app.toy.ToySystem;
import mien.engine.edit.EditSystem;
import mien.engine.edit.RunSettings;
import mien.engine.picture.Picture;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A window of the studio on a workshop without networks, and what a person does with it. */
final class ToyWindow {

    static final Picture PHOTO = Sample.all().get(0).picture();

    private static final int MOST_TABS = 160;

    private final ToolkitJobs jobs = new ToolkitJobs();
    private final FxRobot robot = new FxRobot();
    private final Stage stage;
    private final PacedWorkshop workshop;
    private final StudioViewModel studio;
    private final StudioWindow window;

    /** Opens it on the window's thread, with a portrait. */
    ToyWindow(Stage stage, FileAsk files, Path folder) {
        this(stage, files, folder, List.of(new ToySystem()), PHOTO);
    }

    ToyWindow(Stage stage, FileAsk files, Path folder, List<EditSystem<?>> systems, Picture photo) {
        this.stage = stage;
        workshop = new PacedWorkshop(jobs, systems);
        PreferenceFile file = preferences(folder);
        file.save(Preferences.DEFAULT.withTourSeen(true).withLanguage(Locale.ENGLISH));
        studio =
                new StudioViewModel(
                        jobs,
                        () -> workshop,
                        new RunHabits(RunSettings.DEFAULT.withSteps(10)),
                        new DocumentViewModel(jobs, new StateFolder(folder.resolve("state"))));
        window = new StudioWindow(stage, studio, file, files, address -> {});
        window.show();
        studio.open("portrait.png", () -> photo);
        studio.start();
    }

    /** Where the window keeps what a person prefers. */
    static PreferenceFile preferences(Path folder) {
        return new PreferenceFile(folder.resolve("preferences.json"));
    }

    void close() {
        workshop.goOn();
        robot.interact(
                () -> {
                    studio.close();
                    stage.hide();
                });
        jobs.close();
    }

    PacedWorkshop workshop() {
        return workshop;
    }

    StudioViewModel studio() {
        return studio;
    }

    StudioWindow window() {
        return window;
    }

    /** Waits until it holds, and then until the window has shown what else that change brings. */
    static void eventually(Callable<Boolean> holds) {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, holds);
            WaitForAsyncUtils.waitForFxEvents();
        } catch (TimeoutException e) {
            throw new AssertionError("it did not happen in a minute", e);
        }
    }

    EditViewModel<?> edit() {
        eventually(() -> studio.editProperty().get().isPresent());
        return studio.editProperty().get().orElseThrow();
    }

    Phase phase() {
        return edit().progressProperty().get().phase();
    }

    /** A picture of the window, where pictures are wanted. */
    void picture(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> new Camera(window.scene(), window::setTheme).take(name));
    }

    /** The words of the first label of a style. */
    String words(String selector) {
        return robot.lookup(selector).queryAllAs(Labeled.class).iterator().next().getText();
    }

    boolean there(String selector) {
        return robot.lookup(selector).tryQuery().isPresent();
    }

    /** The first thing of a style that a screen reader calls so, once it is there. */
    Node named(String selector, String name) {
        eventually(() -> find(selector, name).isPresent());
        return find(selector, name).orElseThrow();
    }

    private Optional<Node> find(String selector, String name) {
        return robot.lookup(selector).queryAll().stream()
                .filter(n -> name.equals(n.getAccessibleText()))
                .findFirst();
    }

    SliderField slider(String name) {
        edit();
        return (SliderField) named(".slider-field", name);
    }

    /** Keys pressed together. */
    void chord(KeyCode... keys) {
        robot.press(keys).release(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Tab, until what has the focus is called so. */
    void tabTo(String name) {
        for (int i = 0; i < MOST_TABS; i++) {
            if (name.equals(focused())) {
                return;
            }
            robot.type(KeyCode.TAB);
        }
        throw new AssertionError("Tab does not lead to '" + name + "'");
    }

    /** What a screen reader calls what has the focus. */
    String focused() {
        Node owner = window.scene().getFocusOwner();
        if (owner == null) {
            return "";
        }
        String spoken = Optional.ofNullable(owner.getAccessibleText()).orElse("");
        return spoken.isEmpty() && owner instanceof Labeled l ? l.getText() : spoken;
    }
}
