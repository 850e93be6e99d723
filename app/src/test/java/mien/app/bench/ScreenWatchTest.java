package mien.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import mien.app.job.ToolkitJobs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ScreenWatchTest {

    private static final int SIDE = 200;

    private final ToolkitJobs jobs = new ToolkitJobs();
    private final Rectangle square = new Rectangle(SIDE, SIDE, Color.WHITE);

    @Start
    void open(Stage stage) {
        stage.setScene(new Scene(new Pane(square), SIDE, SIDE));
        stage.show();
    }

    @AfterEach
    void closeThreads() {
        jobs.close();
    }

    @Test
    void aPixelIsSeenOnceTheScreenHasItAndNotWhenItIsOnlyAskedFor(FxRobot robot)
            throws InterruptedException {
        List<String> order = new ArrayList<>();
        OptionalDouble seen =
                watched(
                        robot,
                        Duration.ofSeconds(30),
                        () -> {
                            square.setFill(Color.RED);
                            square.getScene()
                                    .addPostLayoutPulseListener(() -> order.add("laid out"));
                        },
                        () -> order.add("seen"));
        assertTrue(seen.isPresent());
        assertEquals(List.of("laid out", "seen"), order.subList(0, 2));
    }

    @Test
    void aPixelThatStaysAsItIsIsWaitedForOnlySoLong(FxRobot robot) throws InterruptedException {
        assertFalse(watched(robot, Duration.ofMillis(50), () -> {}, () -> {}).isPresent());
    }

    private OptionalDouble watched(
            FxRobot robot, Duration patience, Runnable action, Runnable whenSeen)
            throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        List<OptionalDouble> seen = new ArrayList<>();
        robot.interact(
                () -> {
                    Point2D middle = square.localToScreen(SIDE / 2.0, SIDE / 2.0);
                    new ScreenWatch(jobs, patience)
                            .time(
                                    middle,
                                    action,
                                    s -> {
                                        whenSeen.run();
                                        seen.add(s);
                                        told.countDown();
                                    });
                });
        assertTrue(told.await(60, TimeUnit.SECONDS));
        return seen.get(0);
    }
}
