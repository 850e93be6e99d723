package mien.app.canvas;

import java.util.function.DoubleConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** What stands between two pictures that are compared; dragged, or moved with the arrow keys. */
final class Divider extends StackPane {

    private static final PseudoClass ROWS = PseudoClass.getPseudoClass("rows");
    private static final double GRASP = 14; // how wide it can be grasped
    private static final double STEP = 0.01;
    private static final double LARGE_STEP = 0.1;

    private final DoubleConsumer moved;
    private Compare compare = Compare.OFF;

    /**
     * @param moved told of the place it was moved to, from 0 to 1
     */
    Divider(DoubleConsumer moved) {
        this.moved = moved;
        getStyleClass().add("compare-divider");
        setAccessibleRole(AccessibleRole.SLIDER);
        setFocusTraversable(true);
        Region line = new Region();
        line.getStyleClass().add("line");
        Region knob = new Region();
        knob.getStyleClass().add("knob");
        getChildren().addAll(line, knob);
        setOnMousePressed(
                e -> {
                    requestFocus();
                    e.consume();
                });
        setOnMouseDragged(
                e -> {
                    var at = localToParent(e.getX(), e.getY());
                    Region view = (Region) getParent();
                    moved.accept(
                            compare.rows()
                                    ? at.getY() / view.getHeight()
                                    : at.getX() / view.getWidth());
                    e.consume();
                });
        setOnKeyPressed(this::keyed);
    }

    private void keyed(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        double step = e.isShiftDown() ? LARGE_STEP : STEP;
        switch (e.getCode()) {
            case LEFT, UP -> moved.accept(compare.at() - step);
            case RIGHT, DOWN -> moved.accept(compare.at() + step);
            case HOME -> moved.accept(0);
            case END -> moved.accept(1);
            default -> {
                return;
            }
        }
        e.consume();
    }

    /** Stands where the pictures meet. */
    void lay(Compare now, double width, double height) {
        boolean other = now.at() != compare.at();
        compare = now;
        setVisible(now.divided());
        setMouseTransparent(now.mode() == Compare.Mode.SWIPE);
        pseudoClassStateChanged(ROWS, now.rows());
        setCursor(now.rows() ? Cursor.V_RESIZE : Cursor.H_RESIZE);
        if (now.rows()) {
            resizeRelocate(0, now.at() * height - GRASP / 2, width, GRASP);
        } else {
            resizeRelocate(now.at() * width - GRASP / 2, 0, GRASP, height);
        }
        if (other) {
            notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> compare.at();
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> 1.0;
            case ORIENTATION -> compare.rows() ? Orientation.VERTICAL : Orientation.HORIZONTAL;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        switch (action) {
            case INCREMENT -> moved.accept(compare.at() + STEP);
            case DECREMENT -> moved.accept(compare.at() - STEP);
            case SET_VALUE -> moved.accept(((Number) parameters[0]).doubleValue());
            default -> super.executeAccessibleAction(action, parameters);
        }
    }
}
