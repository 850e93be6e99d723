package mien.app.guide;

import static mien.app.guide.Walk.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import mien.app.document.DocumentViewModel;
import mien.app.edit.Shown;
import mien.app.models.SmallCheckpoint;
import mien.app.prefs.Preferences;
import mien.app.shell.Sample;
import mien.engine.model.ModelLibrary;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * The guide's way through the window. With {@code -Dmien.guide=FOLDER} it writes a picture of every
 * station, dark and light; {@code -Dmien.guide.language=ko} and {@code -Dmien.guide.size=1000x640}
 * let it walk in another language and a smaller window.
 */
@ExtendWith(ApplicationExtension.class)
class GuidePicturesTest {

    private static final Locale LANGUAGE =
            Locale.forLanguageTag(System.getProperty("mien.guide.language", "en"));
    private static final Preferences.Window SIZE =
            size(System.getProperty("mien.guide.size", "1280x800"));

    @TempDir private Path folder;

    private Stage stage;
    private Walk walk;

    private static Preferences.Window size(String text) {
        String[] sides = text.split("x");
        return new Preferences.Window(
                Double.parseDouble(sides[0]), Double.parseDouble(sides[1]), false);
    }

    @Start
    void open(Stage opened) {
        stage = opened;
        walk = new Walk(stage, folder, LANGUAGE, SIZE);
    }

    @BeforeEach
    void begin() {
        assumeTrue(
                ModelLibrary.standard().preferred("relight").isPresent(),
                "no model for relighting is installed: see -Dmien.models");
        walk.begin(1);
    }

    @AfterEach
    void close() {
        walk.close();
    }

    @Test
    void aPortraitIsRelitAndItsFilmIsWalked(FxRobot robot) {
        walk.picture("opened");
        robot.interact(walk.window()::welcome);
        robot.type(KeyCode.RIGHT, 2);
        assertEquals(walk.word("tour.light"), text(".callout-title"));
        walk.picture("tour");
        robot.type(KeyCode.ESCAPE);
        assertTrue(walk.all(".callout").isEmpty());

        walk.drag(walk.one(".light-ball"), 0, 0, -35, 5, -13, -27);
        assertEquals(Shown.Kind.PROXY, walk.edit().shownProperty().get().kind());
        walk.picture("light-drag");
        walk.make(
                () -> {
                    walk.letGo();
                    eventually(() -> walk.edit().film().frames().size() > 5);
                    walk.picture("light-forming");
                });
        eventually(() -> walk.all(".film-cell").size() == 20);
        walk.picture("light-result");

        robot.interact(() -> ((ButtonBase) walk.all(".film-cell").get(11)).fire());
        assertEquals(walk.word("badge.step", 12, 20), text(".badge"));
        walk.picture("film-step");
        walk.make("control.light.azimuth", "50");
        assertTrue(walk.one(".film-branch").isVisible());
        walk.picture("film-branch");
        walk.make(() -> fire(robot, ".film-branch"));

        robot.clickOn(walk.named(".icon-button", walk.word("command.compare-next")));
        walk.picture("compare-split");
        robot.clickOn(walk.named(".icon-button", walk.word("command.compare-next")));
        robot.clickOn(walk.named(".icon-button", walk.word("command.compare-next")));
        walk.picture("compare-beside");
        robot.clickOn(walk.named(".icon-button", walk.word("command.compare-next")));

        robot.clickOn(walk.named(".toggle-button", walk.word("film.versions.help")));
        eventually(() -> walk.all(".version-cell").size() >= 3);
        walk.picture("versions");
    }

    @Test
    void aMaskIsPaintedGrownAndFeathered(FxRobot robot) {
        walk.make("control.light.azimuth", "-60");
        Picture everywhere = walk.edit().resultProperty().get().orElseThrow();
        walk.grasp(1);
        walk.set("mask.size", "90");
        walk.drag(walk.one(".canvas-view"), -60, -60, 60, -10, 50, 40, -20, 70, -60, 10, -20, -60);
        walk.picture("mask-painting");
        walk.make(walk::letGo);
        walk.make("mask.grow", "6");
        walk.make("mask.feather", "12");
        Picture within = walk.edit().resultProperty().get().orElseThrow();
        assertNotEquals(everywhere.argb()[0], within.argb()[0], "the corner is the photograph");
        walk.picture("mask-feathered");
        fire(robot, "#mask-quick");
        walk.picture("mask-quick");
        fire(robot, "#mask-quick");
        fire(robot, "#mask-fill");
        walk.picture("mask-fill");
    }

    @Test
    void jobsWaitInOneListAndVariationsBecomeVersions(FxRobot robot) {
        walk.make("control.light.azimuth", "-60");
        walk.keys(KeyCode.CONTROL, KeyCode.J);
        eventually(() -> !walk.all(".queue-view").isEmpty());
        fire(robot, ".hold-jobs");
        robot.type(KeyCode.ESCAPE);
        fire(robot, ".seeds-bar > .seeds-button");
        walk.keys(KeyCode.CONTROL, KeyCode.J);
        eventually(() -> walk.all(".job-row").size() >= 4);
        walk.settle();
        walk.picture("jobs");
        fire(robot, ".hold-jobs");
        robot.type(KeyCode.ESCAPE);
        robot.clickOn(walk.named(".toggle-button", walk.word("film.versions.help")));
        eventually(() -> walk.all(".version-cell").size() >= 5);
        walk.settle();
        walk.picture("variations");
    }

    @Test
    void whatWasChangedIsKeptAndTakenAndVaried(FxRobot robot) {
        walk.make("control.light.azimuth", "-60");
        MenuButton presets = (MenuButton) walk.one(".preset-menu");
        keep(robot, presets, "Window left");
        walk.set("control.light.strength", "1.2");
        keep(robot, presets, "Hard light");
        robot.interact(presets::show);
        assertEquals("Hard light", presets.getItems().get(0).getText());
        walk.picture("presets");
        robot.interact(presets::hide);

        walk.reveal(walk.one(".pad-box"));
        robot.clickOn("#pad-variations");
        walk.reveal(walk.one(".pad-box"));
        fire(robot, ".pad-box > .borrow-part");
        eventually(() -> text(".pad-box > .borrow-part").equals(walk.word("pad.make")));
        walk.picture("gaze");

        Path other = folder.resolve("other.png");
        Sample.all().get(5).picture().write(other);
        walk.answers().want(other);
        Node borrow = walk.one(".borrow-field");
        walk.reveal(borrow);
        fire(robot, ".borrow-choose");
        eventually(() -> !walk.one(".borrow-parts").isDisabled());
        walk.make(() -> fire(robot, ".borrow-field .borrow-part"));
        walk.picture("borrow");
    }

    private void keep(FxRobot robot, MenuButton presets, String name) {
        robot.interact(presets::show);
        robot.clickOn(".preset-name").write(name).type(KeyCode.ENTER);
        eventually(() -> !presets.isShowing());
    }

    @Test
    void editsAreStackedSavedAndFoundAgain(FxRobot robot) throws Exception {
        walk.make("control.light.azimuth", "-60");
        walk.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        eventually(() -> walk.studio().place() == 1 && !walk.studio().readingProperty().get());
        eventually(() -> walk.studio().editProperty().get().isPresent());
        walk.make("control.head.yaw", "20");
        eventually(() -> walk.all(".stack-edit").size() == 2);
        walk.picture("stack");

        DocumentViewModel documents = walk.studio().documents();
        eventually(() -> documents.keptProperty().get() == documents.revision());
        Path killed = folder.resolve("killed");
        copy(folder.resolve("state"), killed.resolve("state")); // as a killed window leaves it
        walk.close();
        robot.interact(() -> walk = new Walk(new Stage(), killed, LANGUAGE, SIZE));
        walk.begin(2);
        eventually(() -> !walk.all(".recovery-row").isEmpty());
        walk.picture("unsaved");
        fire(robot, ".recovery-row .accent");
        eventually(() -> walk.all(".stack-edit").size() == 2);
        walk.keys(KeyCode.CONTROL, KeyCode.S);
        eventually(() -> walk.saved().filter(Files::exists).isPresent());
        eventually(() -> !walk.studio().documents().dirtyProperty().get());
        walk.picture("saved");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.createDirectories(to.resolve(from.relativize(file)).getParent());
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    @Test
    void thePagesLieOverTheWindowAndGoWithEscape(FxRobot robot) throws Exception {
        walk.make("control.light.azimuth", "-60");
        page(robot, "export", ".export-sheet", KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        page(robot, "keys", ".keys-page", KeyCode.F1);
        page(robot, "preferences", ".prefs-page", KeyCode.CONTROL, KeyCode.COMMA);
        page(robot, "engine", ".engine-page", KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.I);
        page(robot, "models", ".models-page", KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);

        fire(robot, ".status-bar > .model");
        walk.picture("model-card");
        robot.type(KeyCode.ESCAPE);
        Path broken = folder.resolve("holiday.png");
        Files.writeString(broken, "no picture");
        walk.answers().want(broken);
        walk.keys(KeyCode.CONTROL, KeyCode.O);
        eventually(() -> !walk.all(".notification").isEmpty());
        walk.picture("problem");
    }

    private void page(FxRobot robot, String name, String style, KeyCode... keys) {
        walk.keys(keys);
        eventually(() -> !walk.all(style).isEmpty());
        walk.settle();
        walk.picture(name);
        robot.type(KeyCode.ESCAPE);
        eventually(() -> walk.all(style).isEmpty());
    }

    @Test
    void filesOfWeightsAreRecognisedUnknownOrBroken(FxRobot robot) {
        walk.answers()
                .wantWeights(
                        List.of(
                                SmallCheckpoint.ofSomethingElse(folder.resolve("pets.safetensors")),
                                SmallCheckpoint.cutOff(folder.resolve("half.safetensors")),
                                SmallCheckpoint.whole(folder.resolve("lpips.safetensors"))));
        walk.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
        eventually(() -> !walk.all(".models-page .drop-zone").isEmpty());
        fire(robot, ".drop-zone .button");
        eventually(() -> walk.all(".import-card .model-facts").size() >= 3);
        assertFalse(walk.all(".import-card .model-good").isEmpty(), "one is recognised");
        walk.picture("import");
    }

    private void fire(FxRobot robot, String button) {
        robot.interact(() -> ((ButtonBase) walk.one(button)).fire());
    }

    private String text(String selector) {
        return ((Labeled) walk.one(selector)).getText();
    }
}
