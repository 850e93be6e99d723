package mien.app.canvas;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

/**
 * Drawing the pointer along a row of buttons: each one that is passed is told of, also those out of
 * sight. A press that stays on its button is the button's own.
 */
final class Scrub {

    private final HBox row;
    private final Consumer<Node> passed;
    private Optional<Node> pressed = Optional.empty();
    private Optional<Node> at = Optional.empty();

    private Scrub(HBox row, Consumer<Node> passed) {
        this.row = row;
        this.passed = passed;
    }

    /**
     * @param passed told of each button once the pointer left the one that was pressed
     */
    static void along(HBox row, Consumer<Node> passed) {
        Scrub scrub = new Scrub(row, passed);
        row.addEventFilter(MouseEvent.MOUSE_PRESSED, scrub::press);
        row.addEventFilter(MouseEvent.MOUSE_DRAGGED, scrub::drag);
        row.addEventFilter(MouseEvent.MOUSE_RELEASED, scrub::release);
    }

    private void press(MouseEvent e) {
        pressed = e.getButton() == MouseButton.PRIMARY ? nearest(e) : Optional.empty();
        at = Optional.empty();
    }

    private void drag(MouseEvent e) {
        Optional<Node> now = nearest(e);
        boolean stays = at.isEmpty() && now.equals(pressed);
        if (pressed.isEmpty() || stays) {
            return;
        }
        if (!now.equals(at)) {
            now.ifPresent(passed);
            at = now;
        }
        e.consume();
    }

    private void release(MouseEvent e) {
        if (at.isPresent()) {
            pressed.ifPresent(b -> ((ButtonBase) b).disarm()); // or it would be pressed by this
            e.consume();
        }
        pressed = Optional.empty();
        at = Optional.empty();
    }

    /** The button whose middle is nearest to the pointer along the row. */
    private Optional<Node> nearest(MouseEvent e) {
        double x = row.sceneToLocal(e.getSceneX(), e.getSceneY()).getX();
        return row.getChildren().stream()
                .min(
                        Comparator.comparingDouble(
                                n -> Math.abs(n.getBoundsInParent().getCenterX() - x)));
    }
}
