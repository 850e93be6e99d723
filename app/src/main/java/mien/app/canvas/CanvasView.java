package mien.app.canvas;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import mien.app.canvas.tool.Tool;
import mien.app.pixels.PictureImage;
import mien.engine.picture.Picture;

/**
 * The picture, to zoom and move, with handles over it. It lies in the coordinates of the opened
 * picture: a result of fewer pixels is shown in its place, as large.
 */
public final class CanvasView extends Region {

    private static final Viewport.Margins MARGINS = new Viewport.Margins(28, 28, 64);
    private static final double ZOOM_PER_NOTCH = 1.18;
    private static final double NOTCH = 40; // what one notch of a wheel reports

    private final ImageView view = new ImageView();
    private final HandleLayer handles = new HandleLayer();
    private final Region frame = new Region();
    private final ReadOnlyObjectWrapper<Viewport> viewport =
            new ReadOnlyObjectWrapper<>(new Viewport(1, 0, 0));
    private Viewport.Size picture = new Viewport.Size(1, 1);
    private Optional<Tool> tool = Optional.empty();
    private boolean handlesWanted = true;
    private boolean fitted = true;
    private boolean panning;
    private boolean grasped;
    private boolean spaceHeld;
    private double lastX;
    private double lastY;

    /**
     * @param image what is shown
     */
    public CanvasView(PictureImage image) {
        getStyleClass().add("canvas-view");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        frame.getStyleClass().add("picture-frame");
        frame.setMouseTransparent(true);
        view.setSmooth(true);
        view.setPreserveRatio(false);
        view.imageProperty().bind(image.imageProperty());
        getChildren().addAll(frame, view, handles);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        listen();
    }

    /** Where the picture lies. */
    public ReadOnlyObjectProperty<Viewport> viewportProperty() {
        return viewport.getReadOnlyProperty();
    }

    /** A picture of another size takes the canvas: it is fitted. */
    public void open(Picture opened) {
        picture = new Viewport.Size(opened.width(), opened.height());
        fit();
    }

    /** What can be grasped; empty: nothing. */
    public void setTool(Optional<Tool> newTool) {
        tool = newTool;
        grasped = false;
        handles.setTool(newTool);
        repaint();
    }

    /** Whether handles are shown when the pointer is over the canvas. */
    public boolean handlesWanted() {
        return handlesWanted;
    }

    public void setHandlesWanted(boolean wanted) {
        handlesWanted = wanted;
        repaint();
    }

    /** The whole picture, also when the window grows. */
    public void fit() {
        fitted = true;
        requestLayout();
    }

    /** One picture pixel on {@code 1/scale} view pixels. */
    public void zoomTo(double scale) {
        place(Viewport.centred(picture, size(), scale));
    }

    /** Larger or smaller around the middle. */
    public void zoomBy(double factor) {
        place(viewport.get().zoomedAt(getWidth() / 2, getHeight() / 2, factor));
    }

    /** While the space key is held, dragging moves the picture. */
    public void setSpaceHeld(boolean held) {
        spaceHeld = held;
        pseudoClassStateChanged(PseudoClasses.PANNING, held || panning);
    }

    /** Draws the handles again, since what they stand for changed. */
    public void repaint() {
        boolean visible = handlesWanted && (grasped || isHover() || isFocused());
        handles.paint(visible && !size().empty() ? Optional.of(frame()) : Optional.empty());
    }

    private Viewport.Size size() {
        return new Viewport.Size(getWidth(), getHeight());
    }

    private Tool.Frame frame() {
        return new Tool.Frame(viewport.get(), picture, handles.inks());
    }

    private void place(Viewport next) {
        fitted = false;
        viewport.set(next);
        requestLayout();
    }

    private void listen() {
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(e -> released());
        setOnMouseMoved(e -> pseudoClassStateChanged(PseudoClasses.GRIP, over(e)));
        setOnScroll(this::scrolled);
        hoverProperty().subscribe(this::repaint);
        focusedProperty().subscribe(this::repaint);
    }

    private boolean over(MouseEvent e) {
        return handlesWanted && tool.filter(t -> t.at(e.getX(), e.getY(), frame())).isPresent();
    }

    private void pressed(MouseEvent e) {
        requestFocus();
        lastX = e.getX();
        lastY = e.getY();
        panning =
                e.getButton() == MouseButton.MIDDLE
                        || spaceHeld && e.getButton() == MouseButton.PRIMARY;
        grasped = !panning && e.getButton() == MouseButton.PRIMARY && over(e);
        pseudoClassStateChanged(PseudoClasses.PANNING, panning || spaceHeld);
    }

    private void dragged(MouseEvent e) {
        if (panning) {
            place(viewport.get().moved(e.getX() - lastX, e.getY() - lastY));
            lastX = e.getX();
            lastY = e.getY();
        } else if (grasped) {
            tool.ifPresent(t -> t.drag(e.getX(), e.getY(), frame()));
        }
    }

    private void released() {
        if (grasped) {
            grasped = false;
            tool.ifPresent(Tool::release);
        }
        panning = false;
        pseudoClassStateChanged(PseudoClasses.PANNING, spaceHeld);
    }

    private void scrolled(ScrollEvent e) {
        if (e.getDeltaY() != 0) {
            place(
                    viewport.get()
                            .zoomedAt(
                                    e.getX(),
                                    e.getY(),
                                    Math.pow(ZOOM_PER_NOTCH, e.getDeltaY() / NOTCH)));
        }
        e.consume();
    }

    @Override
    protected void layoutChildren() {
        if (fitted && !size().empty()) {
            viewport.set(Viewport.fitting(picture, size(), MARGINS));
        }
        Viewport v = viewport.get();
        double w = v.scale() * picture.width();
        double h = v.scale() * picture.height();
        view.setFitWidth(w);
        view.setFitHeight(h);
        view.relocate(Math.round(v.x()), Math.round(v.y()));
        frame.resizeRelocate(
                Math.round(v.x()) - 1, Math.round(v.y()) - 1, Math.round(w) + 2, Math.round(h) + 2);
        handles.resizeRelocate(0, 0, getWidth(), getHeight());
        handles.layoutChildren();
        repaint();
    }
}
