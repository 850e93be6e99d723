package mien.app.bench;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import mien.app.canvas.CanvasView;

/** A hand that draws on the canvas, with the events that a mouse makes. */
public final class Hand {

    private final CanvasView canvas;

    public Hand(CanvasView canvas) {
        this.canvas = canvas;
    }

    /**
     * One event of the first button.
     *
     * @param picture where, in the picture's coordinates
     */
    public void fire(EventType<MouseEvent> type, Point2D picture) {
        Point2D p = canvas.viewportProperty().get().toView(picture);
        Point2D scene = canvas.localToScene(p);
        boolean down = type != MouseEvent.MOUSE_RELEASED;
        Event.fireEvent(
                canvas,
                new MouseEvent(
                        type,
                        p.getX(),
                        p.getY(),
                        scene.getX(),
                        scene.getY(),
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
