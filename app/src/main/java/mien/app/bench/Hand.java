package mien.app.bench;

import java.util.Optional;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import mien.app.canvas.CanvasView;
import mien.app.edit.EditViewModel;
import mien.engine.edit.Handle;

/** A hand that draws on the canvas, with the events that a mouse makes. */
public final class Hand {

    private final CanvasView canvas;

    public Hand(CanvasView canvas) {
        this.canvas = canvas;
    }

    /** The button of the first mask that an edit has; empty if its system has none. */
    public static Optional<ToggleButton> maskGrip(EditViewModel<?> edit, Scene scene) {
        return edit.system().handles().stream()
                .filter(Handle.Mask.class::isInstance)
                .findFirst()
                .map(h -> scene.lookup("#grip-" + h.id()))
                .filter(ToggleButton.class::isInstance)
                .map(ToggleButton.class::cast);
    }

    /**
     * One event of the first button.
     *
     * @param picture where, in the picture's coordinates
     */
    public void fire(EventType<MouseEvent> type, Point2D picture) {
        Point2D p = canvas.viewportProperty().get().toView(picture);
        Point2D scene = canvas.localToScene(p); // what has no source yet is in the scene
        Point2D screen = canvas.localToScreen(p);
        boolean down = type != MouseEvent.MOUSE_RELEASED;
        Event.fireEvent(
                canvas,
                new MouseEvent(
                        type,
                        scene.getX(),
                        scene.getY(),
                        screen.getX(),
                        screen.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        down,
                        false,
                        false,
                        true,
                        false,
                        false,
                        null));
    }
}
