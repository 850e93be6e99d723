package mien.app.canvas;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mien.app.pixels.PictureImage;
import mien.app.theme.Themes;
import mien.app.toy.ManualJobs;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A picture of 8192 × 8192 pixels, moved and zoomed from frame to frame. */
@ExtendWith(ApplicationExtension.class)
class LargePictureTest {

    private static final int SIDE = 8192;
    private static final int FRAMES = 40;
    private static final double MOST = 8; // milliseconds

    private final PictureImage image = new PictureImage(new ManualJobs());
    private CanvasView canvas;

    @Start
    void open(Stage stage) {
        canvas = new CanvasView(image, new PictureImage(new ManualJobs()));
        canvas.setAccessibleText("The picture");
        Scene scene = new Scene(new StackPane(canvas), 1100, 800);
        Themes.dress(scene, true, Locale.ENGLISH);
        stage.setScene(scene);
        stage.show();
    }

    private static Picture waves() {
        int[] argb = new int[SIDE * SIDE];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xff000000 | (i * 31 ^ i >> 9) & 0xffffff;
        }
        return new Picture(SIDE, SIDE, argb);
    }

    /** What the window's thread itself spends on each frame, in milliseconds, sorted. */
    private double[] frames(FxRobot robot, IntFunction<Viewport> views) throws Exception {
        CompletableFuture<double[]> all = new CompletableFuture<>();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        robot.interact(
                () ->
                        new AnimationTimer() {
                            private final double[] millis = new double[FRAMES];
                            private int frame = -1;
                            private long last;

                            @Override
                            public void handle(long now) {
                                long spent = threads.getCurrentThreadCpuTime();
                                if (frame >= 0) {
                                    millis[frame] = (spent - last) / 1e6;
                                }
                                last = spent;
                                if (++frame == FRAMES) {
                                    stop();
                                    Arrays.sort(millis);
                                    all.complete(millis);
                                } else {
                                    canvas.place(views.apply(frame));
                                }
                            }
                        }.start());
        return all.get(60, TimeUnit.SECONDS);
    }

    private void within(String what, double[] millis) {
        double p50 = millis[FRAMES / 2];
        double p95 = millis[FRAMES * 95 / 100];
        LoggerFactory.getLogger(LargePictureTest.class)
                .info("{}: p50 {} ms, p95 {} ms, most {} ms", what, p50, p95, millis[FRAMES - 1]);
        assertTrue(p95 <= MOST, what + " takes " + p95 + " ms of the window's thread");
    }

    @Test
    void theWindowsThreadIsFreeWhileALargePictureIsMovedTurnedAndZoomed(FxRobot robot)
            throws Exception {
        Picture waves = waves();
        robot.interact(
                () -> {
                    canvas.open(waves);
                    image.show(waves);
                });
        Viewport.Size view = new Viewport.Size(1100, 800);
        Viewport middle = Viewport.centred(canvas.picture(), view, 1);
        frames(robot, f -> middle.moved(f, f)); // warms up
        within("moving at 100 %", frames(robot, f -> middle.moved(-24.0 * f, 16.0 * f)));
        within(
                "zooming from all of it to 800 %",
                frames(
                        robot,
                        f -> Viewport.centred(canvas.picture(), view, Math.pow(2, f / 5.5 - 4))));
        within("turning", frames(robot, f -> middle.turnedAt(550, 400, 3.0 * f)));
    }
}
