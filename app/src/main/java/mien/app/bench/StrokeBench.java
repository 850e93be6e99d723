package mien.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import mien.app.canvas.CanvasView;
import mien.app.edit.EditViewModel;
import mien.app.shell.Sample;
import mien.app.shell.StudioApp;
import mien.engine.picture.Picture;
import mien.engine.picture.mask.Brush;

/**
 * Opens the studio's window on a picture of 4096 × 4096 pixels, paints strokes with a soft brush of
 * 300 pixels over all of it, takes them back and brings them again, and writes what it measured as
 * JSON: {@code stroke.ui-work} what the window's thread works for a frame while a stroke is drawn,
 * {@code undo.4096} and {@code redo.4096} what it works from the key to the end of the frame that
 * shows it, {@code stroke.to-screen} from the pointer's move until the screen itself shows the
 * stroke there.
 *
 * <p>Arguments: FILE [STROKES]. Exit code 0, or 2 if there is nothing to paint on.
 */
public final class StrokeBench {

    private static final int SIDE = 4096;
    private static final double BRUSH = 300;
    private static final int STROKES = 20;
    private static final int MOVES = 60; // of the pointer, for each stroke
    private static final int WARM_UP = 2; // strokes that are made but not measured
    private static final Duration PAUSE = Duration.ofMillis(250); // between two things
    private static final int BAD = 2;

    private StrokeBench() {}

    public static void main(String[] args) throws IOException {
        WindowBench.awayFromThePerson();
        Application.launch(Measured.class, args);
    }

    /** The studio, and somebody who paints. */
    public static final class Measured extends StudioApp {

        private final FrameWork frames = new FrameWork();
        private final List<Double> work = new ArrayList<>();
        private final List<Double> undos = new ArrayList<>();
        private final List<Double> redos = new ArrayList<>();
        private Report report;
        private int strokes = STROKES;
        private CanvasView canvas;
        private Strokes path;

        @Override
        public void start(Stage stage) {
            List<String> args = getParameters().getUnnamed();
            report = new Report(Path.of(args.get(0)));
            strokes = args.size() > 1 ? Integer.parseInt(args.get(1)) : STROKES;
            super.start(stage);
            studio().editProperty().subscribe(e -> e.ifPresent(this::opened));
            studio().problemProperty().subscribe(p -> p.ifPresent(s -> fail(s.english())));
        }

        private static void fail(String sentence) {
            System.err.println(sentence);
            System.exit(BAD);
        }

        private void opened(EditViewModel<?> edit) {
            if (edit.opened().source().width() == SIDE) {
                studio().jobs().after(PAUSE, () -> begin(edit));
            } else {
                Picture large = Sample.all().get(0).picture().resized(SIDE, SIDE);
                studio().jobs().window().execute(() -> studio().open("large.png", () -> large));
            }
        }

        private void begin(EditViewModel<?> edit) {
            Optional<ToggleButton> grip = Hand.maskGrip(edit, window().scene());
            if (grip.isEmpty()) {
                fail("No system that is installed has masks to paint.");
                return;
            }
            grip.get().fire();
            window().maskTools().brushProperty().set(Brush.DEFAULT.withSize(BRUSH).withHardness(0));
            canvas = (CanvasView) window().scene().lookup(".canvas-view");
            path = new Strokes(new Hand(canvas), SIDE, WARM_UP + strokes);
            stroke(0);
        }

        /** One stroke over the whole picture; the pointer moves in every frame. */
        private void stroke(int number) {
            if (number == WARM_UP + strokes) {
                undo();
                return;
            }
            frames.begin();
            path.fire(MouseEvent.MOUSE_PRESSED, number, 0);
            new Drawn(number, () -> studio().jobs().after(PAUSE, () -> stroke(number + 1)));
        }

        /** Moves the pointer before each frame. */
        private final class Drawn implements Runnable {
            private final int number;
            private final Runnable then;
            private int move;

            Drawn(int number, Runnable then) {
                this.number = number;
                this.then = then;
                window().scene().addPreLayoutPulseListener(this);
                window().scene().addPostLayoutPulseListener(frames);
                studio().jobs().window().execute(canvas::requestLayout);
            }

            @Override
            public void run() {
                if (move == MOVES) {
                    window().scene().removePreLayoutPulseListener(this);
                    window().scene().removePostLayoutPulseListener(frames);
                    if (number >= WARM_UP) {
                        work.addAll(frames.all());
                    }
                    path.fire(MouseEvent.MOUSE_RELEASED, number, 1);
                    then.run();
                    return;
                }
                move++;
                path.fire(MouseEvent.MOUSE_DRAGGED, number, (double) move / MOVES);
                canvas.requestLayout(); // a frame even if nothing was touched
            }
        }

        private void undo() {
            if (undos.size() == strokes) {
                redo();
                return;
            }
            timed(undos, () -> studio().undo(), this::undo);
        }

        private void redo() {
            if (redos.size() == strokes) {
                seen();
                return;
            }
            timed(redos, () -> studio().redo(), this::redo);
        }

        /** The processor time of something together with the frame that shows it. */
        private void timed(List<Double> into, Runnable action, Runnable then) {
            frames.begin();
            action.run();
            Runnable pulsed =
                    new Runnable() {
                        @Override
                        public void run() {
                            window().scene().removePostLayoutPulseListener(this);
                            studio().jobs().window().execute(() -> over()); // after the frame
                        }

                        private void over() {
                            into.add(frames.since());
                            studio().jobs().after(PAUSE, then);
                        }
                    };
            window().scene().addPostLayoutPulseListener(pulsed);
            canvas.requestLayout();
        }

        /** Strokes on an empty mask again, while the screen is watched. */
        private void seen() {
            for (int i = 0; i < WARM_UP + strokes; i++) {
                studio().undo();
            }
            SeenStrokes watched = new SeenStrokes(path, canvas, studio().jobs(), WARM_UP);
            studio().jobs().after(PAUSE, () -> watched.draw(this::ended));
        }

        private void ended(List<Double> toScreen) {
            if (toScreen.isEmpty()) {
                fail("The screen never showed a stroke; is the window covered?");
            }
            report.add("stroke.ui-work", work);
            report.add("stroke.to-screen", toScreen);
            report.add("undo.4096", undos);
            report.add("redo.4096", redos);
            report.write();
            System.exit(0);
        }
    }
}
