package mien.app.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mien.app.edit.EditViewModel;
import mien.app.text.Texts;
import mien.app.theme.Photograph;
import mien.app.theme.Themes;
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
class QueueViewTest {

    private static final Picture PHOTO = Picture.filled(8, 8, 0xff808080);

    private final ManualJobs jobs = new ManualJobs();
    private final ToyWorkshop workshop = new ToyWorkshop();
    private final Ledger ledger = new Ledger(workshop, jobs);
    private final EditViewModel<ToySpec> edit =
            new EditViewModel<>(new ToySystem(), ToySpec.found(PHOTO), ledger, jobs);
    private final List<String> asked = new ArrayList<>();
    private Scene scene;

    @Start
    void show(Stage stage) {
        ledger.setAgain(
                (order, smaller) -> asked.add(order.settings().seed() + (smaller ? " less" : "")));
        Texts texts = Texts.of(Locale.ENGLISH);
        scene = new Scene(new StackPane(new QueueView(ledger, texts, () -> {})), 640, 460);
        Themes.dress(scene, true, Locale.ENGLISH);
        stage.setScene(scene);
        stage.show();
        edit.apply(edit.spec().withJaw(10));
        edit.seeds().make(3);
        jobs.pass();
        workshop.orders().get(0).tell(new JobStatus.Running(1, 4, PHOTO));
        workshop.orders()
                .get(1)
                .tell(new JobStatus.Failed("There is not enough memory.", Reason.MACHINE));
    }

    private static Button named(FxRobot robot, String start) {
        return robot.lookup(".button")
                .match((Button b) -> String.valueOf(b.getAccessibleText()).startsWith(start))
                .queryButton();
    }

    @Test
    void everyRowSaysWhatItIsAndCanBeStoppedByItsName(FxRobot robot) {
        List<Node> rows = List.copyOf(robot.lookup(".job-row").queryAll());
        assertEquals(4, rows.size());
        assertTrue(rows.get(0).getAccessibleText().endsWith("Step 1 of 4"));
        robot.interact(() -> named(robot, "Stop Relight, seed 2").fire());
        assertTrue(workshop.orders().get(2).cancelled());
    }

    @Test
    void whatFailedIsMadeAgainWithLessMemory(FxRobot robot) {
        robot.interact(() -> robot.lookup(".jobs-again-smaller").queryButton().fire());
        assertEquals(List.of("1 less"), asked);
        assertEquals(3, robot.lookup(".job-row").queryAll().size());
    }

    @Test
    void holdingAndStoppingAll(FxRobot robot) {
        ToggleButton hold = robot.lookup(".hold-jobs").queryAs(ToggleButton.class);
        robot.interact(hold::fire);
        assertTrue(ledger.heldProperty().get());
        robot.interact(() -> robot.lookup(".cancel-jobs").queryButton().fire());
        assertTrue(workshop.orders().get(0).cancelled() && workshop.newest().cancelled());
    }

    @Test
    void itIsSeenInBothThemes(FxRobot robot) {
        for (boolean dark : List.of(true, false)) {
            robot.interact(() -> Themes.dress(scene, dark, Locale.ENGLISH));
            robot.interact(() -> Photograph.of(scene, "queue-" + (dark ? "dark" : "light")));
            assertEquals(4, robot.lookup(".job-row").queryAll().size());
        }
    }
}
