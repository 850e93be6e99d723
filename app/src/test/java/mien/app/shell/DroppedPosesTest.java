package mien.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.Notification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import mien.app.toy.DrawnSpec;
import mien.app.toy.ToyDrawing;
import mien.app.toy.ToySystem;
import mien.engine.edit.EditSystem;
import mien.engine.picture.pose.PoseFile;
import mien.engine.picture.pose.Poses;
import mien.engine.picture.pose.Skeleton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A pose file that is dropped anywhere on the window. */
@ExtendWith(ApplicationExtension.class)
class DroppedPosesTest {

    private static final int SIDE = ToyWindow.PHOTO.width();
    private static final Skeleton STANDING = Poses.standing(SIDE, SIDE);

    @TempDir private Path folder;

    private Stage stage;
    private ToyWindow toy;

    @Start
    void begin(Stage shown) {
        stage = shown;
    }

    @AfterEach
    void close() {
        toy.close();
    }

    private void open(FxRobot robot, EditSystem<?> system) {
        OneFolder files = new OneFolder(folder, "mine.mien");
        robot.interact(
                () -> toy = new ToyWindow(stage, files, folder, List.of(system), ToyWindow.PHOTO));
        toy.edit();
    }

    private void drop(FxRobot robot, Path... files) {
        robot.interact(() -> ((StudioView) toy.window().scene().getRoot()).take(List.of(files)));
    }

    private Path pose() {
        Path file = folder.resolve("pose.json");
        PoseFile.coco(List.of(STANDING), SIDE, SIDE).write(file);
        return file;
    }

    @Test
    void theFigureTakesItAndItsToolIsTakenUp(FxRobot robot) throws Exception {
        open(robot, new ToyDrawing());
        drop(robot, pose());
        Skeleton figure = ((DrawnSpec) toy.edit().spec()).figure();
        assertEquals(STANDING.placed(), figure.placed());
        assertTrue(robot.lookup("#grip-figure").queryAs(ToggleButton.class).isSelected());
        assertTrue(toy.there(".pose-panel"));
        Path broken = Files.writeString(folder.resolve("broken.json"), "no");
        drop(robot, broken);
        ToyWindow.eventually(() -> said().contains("is not JSON"));
        assertEquals(figure, ((DrawnSpec) toy.edit().spec()).figure());
    }

    private String said() {
        return new FxRobot()
                .lookup(".notification").queryAllAs(Notification.class).stream()
                        .map(Notification::getMessage)
                        .collect(Collectors.joining(" "));
    }

    @Test
    void whereThereIsNoFigureASentenceSaysSo(FxRobot robot) {
        open(robot, new ToySystem());
        drop(robot, pose());
        ToyWindow.eventually(() -> said().contains("pose.json is a pose file"));
    }
}
