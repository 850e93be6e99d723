package mien.app.canvas.tool.pose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import mien.app.canvas.Viewport;
import mien.app.canvas.tool.Pointer;
import mien.app.canvas.tool.PointerSample;
import mien.app.canvas.tool.Tool;
import mien.app.keys.KeyMap;
import mien.app.text.Texts;
import mien.app.theme.Themes;
import mien.engine.picture.Picture;
import mien.engine.picture.pose.Joint;
import mien.engine.picture.pose.Notation;
import mien.engine.picture.pose.PoseFile;
import mien.engine.picture.pose.PoseShelf;
import mien.engine.picture.pose.Poses;
import mien.engine.picture.pose.Skeleton;
import mien.engine.picture.pose.Spot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Pictures of it are written to the folder {@code -Dmien.screenshots} where that is given. */
@ExtendWith(ApplicationExtension.class)
class PosePanelTest {

    private static final int SIZE = 512;

    @TempDir private Path folder;

    private final Texts texts = Texts.of(Locale.ENGLISH);
    private final LooseLens lens = new LooseLens(Poses.standing(SIZE, SIZE));
    private final PoseModel pose = new PoseModel(lens, SIZE, SIZE);
    private final List<String> said = new ArrayList<>();
    private final PoseStudio studio =
            new PoseStudio(() -> KeyMap.of(PoseKeys.table()), texts, said::add);
    private final Canvas canvas = new Canvas(SIZE, SIZE);
    private PoseTool tool;
    private PosePanel panel;
    private PoseForm proposed;
    private Optional<PoseForm> wanted = Optional.empty();
    private Scene scene;

    @Start
    void show(Stage stage) {
        PosePanel.Ask ask =
                new PosePanel.Ask() {
                    @Override
                    public Optional<Path> toOpen() {
                        return Optional.of(folder.resolve("pose.json"));
                    }

                    @Override
                    public Optional<PosePanel.Target> toSave(String proposedName, PoseForm first) {
                        proposed = first;
                        return Optional.of(
                                new PosePanel.Target(
                                        folder.resolve(proposedName), wanted.orElse(first)));
                    }
                };
        panel = new PosePanel(pose, new PoseShelf(folder.resolve("shelf")), ask, studio);
        panel.setPrefWidth(300);
        tool = new PoseTool(pose, studio);
        StackPane side = new StackPane(panel);
        side.getStyleClass().add("side-panel");
        scene = new Scene(new HBox(canvas, side));
        Themes.dress(scene, true, Locale.ENGLISH);
        stage.setScene(scene);
        stage.show();
    }

    private Node line(FxRobot robot, Joint joint) {
        return robot.from(panel).lookup(".joint-line").nth(joint.ordinal()).query();
    }

    @Test
    void theKeyboardAloneMovesAJoint(FxRobot robot) {
        robot.interact(() -> line(robot, Joint.NOSE).requestFocus());
        robot.type(KeyCode.TAB, 2);
        assertTrue(line(robot, Joint.RIGHT_SHOULDER).isFocused());
        robot.type(KeyCode.DOWN);
        assertEquals(Set.of(Joint.RIGHT_ELBOW), pose.chosen());
        Spot was = pose.figure().at(Joint.RIGHT_ELBOW);

        robot.type(KeyCode.ENTER).type(KeyCode.LEFT, 3).push(KeyCode.SHIFT, KeyCode.UP);
        robot.type(KeyCode.ENTER);
        Spot now = pose.figure().at(Joint.RIGHT_ELBOW);
        assertEquals(was.x() - 3, now.x(), 1e-9);
        assertEquals(was.y() - 10, now.y(), 1e-9);
        assertEquals(now, lens.steps().get(lens.steps().size() - 1).at(Joint.RIGHT_ELBOW));
        robot.type(KeyCode.DOWN);
        assertTrue(line(robot, Joint.RIGHT_WRIST).isFocused());

        Skeleton before = pose.figure();
        robot.type(KeyCode.ENTER).type(KeyCode.RIGHT, 2).type(KeyCode.ESCAPE);
        assertEquals(before, pose.figure());
        robot.type(KeyCode.SPACE);
        assertFalse(pose.figure().visible(Joint.RIGHT_WRIST));
    }

    @Test
    void everyJointSaysItsNamePlaceAndState(FxRobot robot) {
        robot.interact(
                () -> pose.apply(pose.figure().with(Joint.LEFT_EAR, Spot.hidden(100.4, 20))));
        assertEquals("Left ear, 100 × 20, hidden", line(robot, Joint.LEFT_EAR).getAccessibleText());
        robot.interact(() -> pose.apply(pose.figure().with(Joint.LEFT_EAR, Spot.ABSENT)));
        assertEquals(
                "Left ear, no place yet, no place yet",
                line(robot, Joint.LEFT_EAR).getAccessibleText());
        assertEquals(18, robot.from(panel).lookup(".joint-line").queryAll().size());
    }

    @Test
    void posesComeFromTheShelfAndGoThere(FxRobot robot) {
        MenuButton shelf = robot.lookup("#pose-shelf").queryAs(MenuButton.class);
        MenuItem up =
                shelf.getItems().stream()
                        .filter(i -> "Arms up".equals(i.getText()))
                        .findFirst()
                        .orElseThrow();
        robot.interact(up::fire);
        assertTrue(pose.figure().at(Joint.LEFT_WRIST).y() < pose.figure().at(Joint.LEFT_EYE).y());
        robot.interact(() -> shelf.show());
        robot.clickOn(".shelf-menu-name").write("mine").type(KeyCode.ENTER);
        assertEquals(pose.figure(), new PoseShelf(folder.resolve("shelf")).poses().get("mine"));
    }

    @Test
    void filesAreReadAndWrittenAndBadOnesSayWhy(FxRobot robot) throws IOException {
        robot.clickOn("#pose-save").clickOn("#pose-mirror");
        Skeleton mirrored = pose.figure();
        robot.clickOn("#pose-default").clickOn("#pose-open");
        assertEquals("Read as OpenPose COCO-18: one person.", said.get(1));
        assertEquals(Poses.standing(SIZE, SIZE), pose.figure());
        assertEquals(
                mirrored.at(Joint.LEFT_WRIST).x(),
                pose.figure().at(Joint.LEFT_WRIST).x(),
                1e-6,
                "who stands straight looks the same in the mirror");
        Files.writeString(folder.resolve("pose.json"), "no");
        robot.clickOn("#pose-open");
        assertTrue(said.get(2).contains("is not JSON"), said.get(2));
    }

    @Test
    void aPoseIsSavedInEitherFormAndWhatItCameFromIsProposed(FxRobot robot) {
        robot.clickOn("#pose-save");
        assertEquals(PoseForm.OPENPOSE, proposed);
        assertEquals(Notation.BODY_18, saved());
        wanted = Optional.of(PoseForm.COCO);
        robot.clickOn("#pose-save");
        assertEquals(Notation.COCO_17, saved());
        wanted = Optional.empty();
        robot.clickOn("#pose-open").clickOn("#pose-save");
        assertEquals(PoseForm.COCO, proposed);
        assertEquals(Notation.COCO_17, saved());
        wanted = Optional.of(PoseForm.OPENPOSE);
        robot.clickOn("#pose-save");
        assertEquals(Notation.BODY_18, saved());
    }

    private Notation saved() {
        return PoseFile.read(folder.resolve("pose.json")).notation(0);
    }

    @Test
    void itCanBeLookedAt(FxRobot robot) {
        robot.interact(
                () -> {
                    pose.apply(
                            Poses.fitted(SIZE, SIZE)
                                    .get("walking")
                                    .shown(Set.of(Joint.LEFT_EAR, Joint.LEFT_WRIST), false));
                    pose.choose(Set.of(Joint.RIGHT_KNEE, Joint.RIGHT_ANKLE));
                    line(robot, Joint.RIGHT_KNEE).requestFocus();
                });
        for (boolean dark : new boolean[] {true, false}) {
            robot.interact(() -> Themes.dress(scene, dark, Locale.ENGLISH));
            robot.interact(() -> paint(dark));
            int[] seen = pixels(robot);
            assertTrue(count(seen, 0xffffaa00) > 10, "the right shoulder's colour is there");
            Optional.ofNullable(System.getProperty("mien.screenshots"))
                    .ifPresent(
                            to ->
                                    new Picture(
                                                    (int) scene.getWidth(),
                                                    (int) scene.getHeight(),
                                                    seen)
                                            .write(Path.of(to, dark + "-pose.png")));
        }
    }

    private void paint(boolean dark) {
        Viewport viewport = new Viewport(1, 0, 0);
        Viewport.Size picture = new Viewport.Size(SIZE, SIZE);
        Spot knee = pose.figure().at(Joint.RIGHT_KNEE);
        tool.hover(
                new Pointer(
                        PointerSample.of(knee.x(), knee.y(), 0),
                        viewport,
                        picture,
                        MouseButton.NONE,
                        0,
                        Pointer.Held.NOTHING));
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.setFill(dark ? Color.gray(0.25) : Color.gray(0.8));
        g.fillRect(0, 0, SIZE, SIZE);
        Tool.Inks inks = new Tool.Inks(Color.ORANGE, Color.WHITE, Color.gray(0, 0.6));
        tool.paint(g, new Tool.Frame(viewport, picture, inks));
    }

    private int[] pixels(FxRobot robot) {
        int w = (int) scene.getWidth();
        int h = (int) scene.getHeight();
        int[] argb = new int[w * h];
        robot.interact(
                () -> {
                    WritableImage image = scene.snapshot(null);
                    image.getPixelReader()
                            .getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), argb, 0, w);
                });
        return argb;
    }

    private static long count(int[] argb, int colour) {
        return Arrays.stream(argb).filter(p -> p == colour).count();
    }
}
