package mien.app.canvas;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Affine;
import mien.app.canvas.tool.Pointer;
import mien.app.canvas.tool.Tool;
import mien.app.pixels.PictureImage;
import mien.engine.picture.Picture;

/**
 * The picture, to zoom, move, turn and mirror, with handles over it. It lies in the coordinates of
 * the opened picture: a result of fewer pixels is shown in its place, as large.
 */
public final class CanvasView extends Region {

    private static final Viewport.Margins MARGINS = new Viewport.Margins(28, 28, 64);

    private final ImageView view = new ImageView();
    private final Affine lie = new Affine();
    private final HandleLayer handles = new HandleLayer();
    private final Region frame = new Region();
    private final ReadOnlyObjectWrapper<Viewport> viewport =
            new ReadOnlyObjectWrapper<>(new Viewport(1, 0, 0));
    private final Gestures gestures = new Gestures(this);
    private final Tool.Surface surface = new ToolSurface();
    private Viewport.Size picture = new Viewport.Size(1, 1);
    private Optional<Tool> tool = Optional.empty();
    private boolean handlesWanted = true;
    private boolean fitted = true;

    /**
     * @param image what is shown
     */
    public CanvasView(PictureImage image) {
        getStyleClass().add("canvas-view");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        frame.getStyleClass().add("picture-frame");
        frame.setMouseTransparent(true);
        frame.getTransforms().add(lie);
        view.setSmooth(true);
        view.setPreserveRatio(false);
        view.getTransforms().add(lie);
        view.imageProperty().bind(image.imageProperty());
        getChildren().addAll(frame, view, handles);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        hoverProperty().subscribe(this::repaint);
        focusedProperty().subscribe(this::repaint);
    }

    private final class ToolSurface implements Tool.Surface {
        @Override
        public void repaint() {
            CanvasView.this.repaint();
        }

        @Override
        public Optional<Pointer> pointer() {
            return gestures.pointer();
        }
    }

    /** Where the picture lies. */
    public ReadOnlyObjectProperty<Viewport> viewportProperty() {
        return viewport.getReadOnlyProperty();
    }

    Viewport viewport() {
        return viewport.get();
    }

    Viewport.Size picture() {
        return picture;
    }

    Optional<Tool> tool() {
        return tool;
    }

    /** A picture of another size takes the canvas: it is fitted. */
    public void open(Picture opened) {
        picture = new Viewport.Size(opened.width(), opened.height());
        viewport.set(new Viewport(1, 0, 0));
        fit();
    }

    /** What the pointer and keys work with; empty: nothing. */
    public void setTool(Optional<Tool> newTool) {
        cancel();
        tool.ifPresent(Tool::leave);
        tool = newTool;
        handles.setTool(newTool);
        tool.ifPresent(t -> t.enter(surface));
        repaint();
    }

    /** Whether handles are shown and can be grasped. */
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

    /** One picture pixel on {@code 1/scale} view pixels, around the middle. */
    public void zoomTo(double scale) {
        zoomBy(scale / viewport.get().scale());
    }

    /** Larger or smaller around the middle. */
    public void zoomBy(double factor) {
        place(viewport.get().zoomedAt(getWidth() / 2, getHeight() / 2, factor));
    }

    /** Turns the view clockwise, around its middle. */
    public void turnBy(double degrees) {
        turned(viewport.get().turnedAt(getWidth() / 2, getHeight() / 2, degrees));
    }

    /** Turns the view upright again. */
    public void turnBack() {
        turnBy(-viewport.get().angle());
    }

    /** Exchanges left and right of the view; the picture stays as it is. */
    public void mirror() {
        turned(viewport.get().mirroredAt(getWidth() / 2));
    }

    /** What was fitted stays fitted. */
    private void turned(Viewport next) {
        boolean whole = fitted;
        place(next);
        fitted = whole;
    }

    /** While the space key is held, dragging moves the picture. */
    public void setSpaceHeld(boolean held) {
        gestures.setSpaceHeld(held);
    }

    /**
     * Esc: gives up what is being dragged or set down.
     *
     * @return whether there was anything
     */
    public boolean cancel() {
        boolean something = gestures.cancel();
        repaint();
        return something;
    }

    /**
     * Offers the tool a key that was pressed while the canvas had not the focus, and that nothing
     * else wanted.
     *
     * @return whether it takes it
     */
    public boolean offer(KeyEvent pressed) {
        return !isFocused() && gestures.toTool(pressed);
    }

    /** Draws the handles again, since what they stand for changed. */
    public void repaint() {
        boolean wanted =
                gestures.grasping()
                        || isHover()
                        || isFocused()
                        || tool.filter(Tool::stays).isPresent();
        boolean visible = handlesWanted && wanted && !size().empty();
        handles.paint(visible ? Optional.of(frame()) : Optional.empty());
    }

    private Viewport.Size size() {
        return new Viewport.Size(getWidth(), getHeight());
    }

    private Tool.Frame frame() {
        return new Tool.Frame(viewport.get(), picture, handles.inks());
    }

    void place(Viewport next) {
        fitted = false;
        viewport.set(next);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (fitted && !size().empty()) {
            viewport.set(viewport.get().fitted(picture, size(), MARGINS));
        }
        lie.setToTransform(viewport.get().affine());
        view.setFitWidth(picture.width());
        view.setFitHeight(picture.height());
        double line = 1 / viewport.get().scale();
        frame.resizeRelocate(
                -line, -line, picture.width() + 2 * line, picture.height() + 2 * line);
        handles.resizeRelocate(0, 0, getWidth(), getHeight());
        handles.layoutChildren();
        repaint();
    }
}
