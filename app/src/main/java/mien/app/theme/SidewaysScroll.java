package mien.app.theme;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/**
 * A row that may be longer than its place: the wheel moves it sideways, and what is revealed comes
 * into view. It has no bars.
 */
public final class SidewaysScroll extends ScrollPane {

    private final Region row;

    public SidewaysScroll(Region row) {
        super(row);
        this.row = row;
        setFitToHeight(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        addEventFilter(ScrollEvent.SCROLL, this::wheel);
    }

    private void wheel(ScrollEvent e) {
        boolean sideways = Math.abs(e.getDeltaX()) > Math.abs(e.getDeltaY());
        moveTo(offset() - (sideways ? e.getDeltaX() : e.getDeltaY()));
        e.consume();
    }

    /** Moves the row as little as shows something that stands in it. */
    public void reveal(Node node) {
        layout(); // where it stands may have changed since the last pulse
        Bounds place = row.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        moveTo(offset(offset(), seen(), place.getMinX(), place.getMaxX()));
    }

    /** Shows the end of the row. */
    public void revealEnd() {
        setHvalue(getHmax());
    }

    /** How far the row is moved to the left so that a part of it is seen. */
    static double offset(double now, double seen, double from, double to) {
        return from < now || to - from > seen ? from : Math.max(now, to - seen);
    }

    private double seen() {
        return getViewportBounds().getWidth();
    }

    private double hidden() {
        return Math.max(0, row.getWidth() - seen());
    }

    private double offset() {
        return getHvalue() * hidden();
    }

    private void moveTo(double offset) {
        if (hidden() > 0) {
            setHvalue(Math.max(0, Math.min(1, offset / hidden())));
        }
    }
}
