package mien.app.soak;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javafx.geometry.Point2D;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseEvent;
import mien.app.bench.Hand;
import mien.app.canvas.CanvasView;
import mien.app.edit.EditViewModel;
import mien.app.shell.StudioApp;
import mien.engine.edit.Control;
import mien.engine.edit.EditSpec;
import mien.engine.picture.Picture;

/** A hand in the window that moves sliders and paints, a little in every frame. */
final class WindowHand {

    private static final Duration FRAME = Duration.ofMillis(16);
    private static final int MOVES = 12; // of one drag

    private final StudioApp app;
    private final Random random;
    private final Deque<Runnable> moves = new ArrayDeque<>();

    WindowHand(StudioApp app, Random random) {
        this.app = app;
        this.random = random;
    }

    /** Whether it is in the middle of something. */
    boolean busy() {
        return !moves.isEmpty();
    }

    /** Drags one of the sliders somewhere else, and lets it go. */
    <S extends EditSpec> void slide(EditViewModel<S> edit) {
        List<Control.Slider<S>> sliders =
                edit.system().controls().stream()
                        .filter(Control.Slider.class::isInstance)
                        .map(c -> (Control.Slider<S>) c)
                        .toList();
        Control.Slider<S> slider = sliders.get(random.nextInt(sliders.size()));
        Control.Scale scale = slider.scale();
        double from = slider.value(edit.spec());
        double to = scale.min() + random.nextDouble() * (scale.max() - scale.min());
        for (int i = 1; i <= MOVES; i++) {
            double at = from + (to - from) * i / MOVES;
            moves.add(() -> edit.preview(slider.with(edit.spec(), at)));
        }
        moves.add(edit::settle);
        move();
    }

    /** One stroke across the picture, if the system has masks. */
    void paint(EditViewModel<?> edit) {
        Optional<ToggleButton> grip = Hand.maskGrip(edit, app.window().scene());
        if (grip.isEmpty()) {
            return;
        }
        if (!grip.get().isSelected()) {
            grip.get().fire();
        }
        CanvasView canvas = (CanvasView) app.window().scene().lookup(".canvas-view");
        Picture picture = edit.spec().source();
        Point2D from = somewhere(picture);
        Point2D to = somewhere(picture);
        Hand hand = new Hand(canvas);
        moves.add(() -> hand.fire(MouseEvent.MOUSE_PRESSED, from));
        for (int i = 1; i <= MOVES; i++) {
            Point2D at = from.interpolate(to, (double) i / MOVES);
            moves.add(() -> hand.fire(MouseEvent.MOUSE_DRAGGED, at));
        }
        moves.add(() -> hand.fire(MouseEvent.MOUSE_RELEASED, to));
        move();
    }

    private Point2D somewhere(Picture picture) {
        return new Point2D(
                random.nextDouble() * picture.width(), random.nextDouble() * picture.height());
    }

    /** One move a frame, until it is done. */
    private void move() {
        Runnable next = moves.peek();
        if (next != null) {
            next.run();
            moves.poll(); // only now: it is busy while it moves
            app.studio().jobs().after(FRAME, this::move);
        }
    }
}
