package mien.app.bench;

import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;

/**
 * Strokes over a whole picture: waves from the left edge to the right one, each at its own height.
 *
 * @param side of the picture, pixels
 * @param count how many
 */
record Strokes(Hand hand, int side, int count) {

    /** Where the pointer is after a part (0 to 1) of a stroke. */
    Point2D at(int number, double part) {
        double y = (number + 0.5) / count;
        double wave = 0.04 * Math.sin(6 * Math.PI * part);
        return new Point2D(side * (0.04 + 0.92 * part), side * (0.05 + 0.9 * y + wave));
    }

    void fire(EventType<MouseEvent> type, int number, double part) {
        hand.fire(type, at(number, part));
    }
}
