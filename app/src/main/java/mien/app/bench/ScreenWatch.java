package mien.app.bench;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import mien.app.job.Jobs;

/**
 * Looks at the screen itself, not at what the toolkit says of it. Belongs to the window's thread,
 * which it asks for a pixel about once a millisecond, so what that thread works is not to be
 * measured at the same time.
 */
final class ScreenWatch {

    private static final Duration LOOK = Duration.ofMillis(1);

    private final Robot robot = new Robot();
    private final Jobs jobs;
    private final Duration patience;

    /**
     * @param patience how long a pixel is waited for
     */
    ScreenWatch(Jobs jobs, Duration patience) {
        this.jobs = jobs;
        this.patience = patience;
    }

    /**
     * Does something and waits until a pixel of the screen differs from before.
     *
     * @param at the pixel, in the coordinates of the screen
     * @param seen told how many milliseconds after the action began; nothing if it never changed
     */
    void time(Point2D at, Runnable action, Consumer<OptionalDouble> seen) {
        Color before = robot.getPixelColor(at);
        long begun = System.nanoTime();
        action.run();
        look(at, before, begun, seen);
    }

    private void look(Point2D at, Color before, long begun, Consumer<OptionalDouble> seen) {
        boolean changed = !robot.getPixelColor(at).equals(before);
        long waited = System.nanoTime() - begun;
        if (changed) {
            seen.accept(OptionalDouble.of(waited / 1e6));
        } else if (waited > patience.toNanos()) {
            seen.accept(OptionalDouble.empty());
        } else {
            jobs.after(LOOK, () -> look(at, before, begun, seen));
        }
    }
}
