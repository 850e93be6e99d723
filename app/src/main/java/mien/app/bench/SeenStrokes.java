package mien.app.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;
import mien.app.canvas.CanvasView;
import mien.app.job.Jobs;

/**
 * Paints with long moves and watches the screen: how long after each move the pixel under the
 * pointer has the stroke's colour. A move is made once the one before is seen, at any moment of a
 * frame, as a hand does; it is longer than the brush is wide, so that nothing but its own part of
 * the stroke changes that pixel.
 */
final class SeenStrokes {

    private static final int MOVES = 10; // of 350 pixels each
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int PAUSE = 40; // milliseconds before a move, and at most a frame more
    private static final int FRAME = 17;

    private final Strokes strokes;
    private final CanvasView canvas;
    private final Jobs jobs;
    private final ScreenWatch screen;
    private final int warmUp;
    private final Random random = new Random(7);
    private final List<Double> millis = new ArrayList<>();
    private Consumer<List<Double>> then = m -> {};

    /**
     * @param warmUp strokes that are drawn but not measured
     */
    SeenStrokes(Strokes strokes, CanvasView canvas, Jobs jobs, int warmUp) {
        this.strokes = strokes;
        this.canvas = canvas;
        this.jobs = jobs;
        this.screen = new ScreenWatch(jobs, PATIENCE);
        this.warmUp = warmUp;
    }

    /**
     * Draws all of them where nothing is painted yet.
     *
     * @param done told the milliseconds of all moves; of none if the screen showed nothing
     */
    void draw(Consumer<List<Double>> done) {
        then = done;
        stroke(0);
    }

    private void stroke(int number) {
        if (number == strokes.count()) {
            then.accept(List.copyOf(millis));
            return;
        }
        strokes.fire(MouseEvent.MOUSE_PRESSED, number, 0);
        soon(() -> move(number, 1));
    }

    private void soon(Runnable next) {
        jobs.after(Duration.ofMillis(PAUSE + random.nextInt(FRAME)), next);
    }

    private void move(int number, int move) {
        double part = (double) move / MOVES;
        Point2D inView = canvas.viewportProperty().get().toView(strokes.at(number, part));
        screen.time(
                canvas.localToScreen(inView),
                () -> strokes.fire(MouseEvent.MOUSE_DRAGGED, number, part),
                seen -> moved(number, move, seen));
    }

    private void moved(int number, int move, OptionalDouble seen) {
        if (seen.isEmpty()) {
            then.accept(List.of());
            return;
        }
        if (number >= warmUp) {
            millis.add(seen.getAsDouble());
        }
        if (move < MOVES) {
            soon(() -> move(number, move + 1));
        } else {
            strokes.fire(MouseEvent.MOUSE_RELEASED, number, 1);
            soon(() -> stroke(number + 1));
        }
    }
}
