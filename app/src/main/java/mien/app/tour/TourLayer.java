package mien.app.tour;

import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import mien.app.text.Texts;
import mien.app.theme.WhileShown;

/**
 * Lies over the window while there is a tour: a ring around a control and a callout beside it. The
 * pointer goes through to the window everywhere but on the callout; arrow keys go on and back,
 * Escape leaves.
 */
public final class TourLayer extends Pane {

    private static final double GAP = 12; // between a control and its callout
    private static final double AROUND = 4; // between a control and its ring

    private final TourViewModel tour;
    private final Texts texts;
    private final Parent window;
    private final Region ring = new Region();
    private Optional<Node> beside = Optional.empty();
    private Optional<Callout> callout = Optional.empty();
    private Optional<Node> before = Optional.empty(); // what had the focus

    /**
     * @param window in which the controls are looked up
     */
    public TourLayer(TourViewModel tour, Texts texts, Parent window) {
        this.tour = tour;
        this.texts = texts;
        this.window = window;
        getStyleClass().add("tour-layer");
        setPickOnBounds(false);
        ring.getStyleClass().add("tour-ring");
        ring.setMouseTransparent(true);
        ring.setManaged(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed); // before buttons move the focus
        WhileShown.follow(this, tour.stopProperty(), stop -> show());
        sceneProperty().subscribe(scene -> show()); // a window furnished anew goes on with the tour
    }

    private void pressed(KeyEvent e) {
        switch (e.getCode()) {
            case RIGHT, PAGE_DOWN -> tour.next();
            case LEFT, PAGE_UP -> tour.back();
            case ESCAPE -> tour.leave();
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void show() {
        Optional<Stop> stop = tour.stopProperty().get();
        if (getScene() == null) {
            return;
        }
        if (stop.isEmpty()) {
            getChildren().clear();
            callout = Optional.empty();
            before.ifPresent(Node::requestFocus);
            before = Optional.empty();
            return;
        }
        if (callout.isEmpty()) {
            before = Optional.ofNullable(getScene().getFocusOwner());
        }
        beside = Optional.ofNullable(window.lookup(stop.get().beside())).filter(Node::isVisible);
        Callout said = new Callout(tour, stop.get(), texts);
        callout = Optional.of(said);
        ring.setVisible(beside.isPresent());
        getChildren().setAll(ring, said);
        said.focus();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        callout.ifPresent(this::place);
    }

    private void place(Callout said) {
        double width = said.prefWidth(-1);
        double height = said.prefHeight(width);
        Bounds at = beside.map(this::here).orElseGet(this::middle);
        ring.resizeRelocate(
                at.getMinX() - AROUND,
                at.getMinY() - AROUND,
                at.getWidth() + 2 * AROUND,
                at.getHeight() + 2 * AROUND);
        Point2D corner = corner(at, width, height);
        said.resizeRelocate(
                within(corner.getX(), getWidth() - width),
                within(corner.getY(), getHeight() - height),
                width,
                height);
    }

    private Bounds here(Node node) {
        return sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }

    private Bounds middle() {
        return new BoundingBox(getWidth() / 2, getHeight() / 2, 0, 0);
    }

    /** To the right of the control if there is room, else to the left, below, above, or on it. */
    private Point2D corner(Bounds at, double width, double height) {
        double level = at.getMinY() + Math.min(0, (at.getHeight() - height) / 2);
        if (at.getMaxX() + GAP + width <= getWidth()) {
            return new Point2D(at.getMaxX() + GAP, level);
        }
        if (at.getMinX() - GAP - width >= 0) {
            return new Point2D(at.getMinX() - GAP - width, level);
        }
        double left = at.getCenterX() - width / 2;
        if (at.getMaxY() + GAP + height <= getHeight()) {
            return new Point2D(left, at.getMaxY() + GAP);
        }
        if (at.getMinY() - GAP - height >= 0) {
            return new Point2D(left, at.getMinY() - GAP - height);
        }
        return new Point2D(left, at.getCenterY() - height / 2);
    }

    private static double within(double at, double most) {
        return Math.max(GAP, Math.min(at, most - GAP));
    }
}
