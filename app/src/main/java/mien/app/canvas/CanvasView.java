package mien.app.canvas;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Affine;
import mien.app.canvas.tool.Pointer;
import mien.app.canvas.tool.Tool;
import mien.app.keys.KeyMap;
import mien.app.pixels.PictureImage;
import mien.app.text.Texts;
import mien.engine.picture.Picture;

/**
 * The picture, to zoom, move, turn and mirror, with handles over it, and another one to compare it
 * with. Both lie in the coordinates of the opened picture: a result of fewer pixels is shown in its
 * place, as large.
 */
public final class CanvasView extends Region {

    private static final Viewport.Margins MARGINS = new Viewport.Margins(28, 28, 64);
    private static final double SHARP = 2; // from this scale on single pixels are seen

    private final PictureLayers before;
    private final PictureLayers after;
    private final TileLayer overlay = new TileLayer(this::requestLayout);
    private final HandleLayer handles = new HandleLayer();
    private final Rectangle frame = new Rectangle();
    private final Affine lie = new Affine();
    private final ObjectProperty<Compare> compare = new SimpleObjectProperty<>(Compare.OFF);
    private final CompareLayer compared = new CompareLayer(compare);
    private final ReadOnlyObjectWrapper<Viewport> viewport =
            new ReadOnlyObjectWrapper<>(new Viewport(1, 0, 0));
    private final KeyPointing byKeys = new KeyPointing(this);
    private final Gestures gestures = new Gestures(this);
    private final Tool.Surface surface = new ToolSurface();
    private Viewport.Size picture = new Viewport.Size(1, 1);
    private Optional<Tool> tool = Optional.empty();
    private boolean handlesWanted = true;
    private boolean fitted = true;
    private Optional<Sight> sought = Optional.empty(); // for the next layout

    /**
     * @param image what is shown
     * @param other what it is compared with
     */
    public CanvasView(PictureImage image, PictureImage other) {
        getStyleClass().add("canvas-view");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        before = new PictureLayers(other, this::requestLayout);
        after = new PictureLayers(image, this::requestLayout);
        frame.getStyleClass().add("picture-frame");
        frame.setMouseTransparent(true);
        frame.getTransforms().add(lie);
        getChildren().addAll(frame, before, after, overlay, handles, compared, byKeys.cross());
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        hoverProperty().subscribe(this::repaint);
        focusedProperty().subscribe(this::repaint);
        compare.subscribe(this::requestLayout);
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

    KeyPointing byKeys() {
        return byKeys;
    }

    Viewport.Size picture() {
        return picture;
    }

    Optional<Tool> tool() {
        return tool;
    }

    /** Whether and how the picture is compared with the other one. */
    public ObjectProperty<Compare> compareProperty() {
        return compare;
    }

    /**
     * What is written over pictures that are compared.
     *
     * @param divider what a screen reader calls the line between them
     */
    public void setCompareNames(String nameBefore, String nameAfter, String divider) {
        compared.setNames(nameBefore, nameAfter, divider);
    }

    /**
     * Lets keys move a pointer.
     *
     * @param keys as they are now; they hold {@link PointerKeys#table}
     */
    public void setPointerKeys(Supplier<KeyMap> keys, Texts texts) {
        byKeys.tie(keys, texts);
    }

    /** Keys move a pointer for the tool from now on, or no more. */
    public void togglePointer() {
        byKeys.toggle();
    }

    /** Whether keys move a pointer. */
    public boolean pointsByKeys() {
        return byKeys.active();
    }

    Compare.Sides sides() {
        return compare.get().sides(size());
    }

    /** How much of the view one picture has. */
    Viewport.Size room() {
        return compare.get().room(size());
    }

    /** Lets the divider follow the pointer, if it does. */
    void swipe(double x, double y) {
        if (compare.get().mode() == Compare.Mode.SWIPE) {
            compare.set(compare.get().to(x, y, size()));
        }
    }

    /** A picture of another size takes the canvas: it is fitted. */
    public void open(Picture opened) {
        byKeys.end();
        picture = new Viewport.Size(opened.width(), opened.height());
        viewport.set(new Viewport(1, 0, 0));
        sought = Optional.empty();
        fit();
    }

    /**
     * How a picture is looked at.
     *
     * @param fitted whether all of it is seen, however large the view is
     * @param handles whether handles are wanted
     */
    public record Look(Viewport viewport, boolean fitted, Compare compare, boolean handles) {}

    public Look look() {
        return new Look(viewport.get(), fitted, compare.get(), handlesWanted);
    }

    /** Looks at the picture as another view of the same size did. */
    public void look(Look as) {
        compare.set(as.compare);
        setHandlesWanted(as.handles);
        viewport.set(as.viewport);
        fitted = as.fitted;
        requestLayout();
    }

    /**
     * How a picture is looked at in views of any size.
     *
     * @param scale view pixels a picture pixel; empty: all of it is seen, however large the view is
     * @param x the picture's column in the middle of the view
     * @param y the picture's row there
     * @param angle degrees, clockwise
     */
    public record Sight(OptionalDouble scale, double x, double y, double angle, boolean mirrored) {}

    public Sight sight() {
        Viewport now = current();
        Point2D middle = now.toPicture(room().width() / 2, room().height() / 2);
        return new Sight(
                fitted ? OptionalDouble.empty() : OptionalDouble.of(now.scale()),
                middle.getX(),
                middle.getY(),
                now.angle(),
                now.mirrored());
    }

    /** Looks at the picture so as soon as it has a place. */
    public void sight(Sight as) {
        sought = Optional.of(as);
        requestLayout();
    }

    private void take(Sight as) {
        Viewport turned = new Viewport(as.scale.orElse(1), as.angle, as.mirrored, 0, 0);
        viewport.set(turned.keeping(as.x, as.y, room().width() / 2, room().height() / 2));
        fitted = as.scale.isEmpty();
    }

    /** What the pointer and keys work with; empty: nothing. */
    public void setTool(Optional<Tool> newTool) {
        cancel();
        byKeys.end();
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

    /** One picture pixel on {@code scale} view pixels, around the middle. */
    public void zoomTo(double scale) {
        place(current().scaledAt(room().width() / 2, room().height() / 2, scale));
    }

    /** Larger or smaller around the middle. */
    public void zoomBy(double factor) {
        place(current().zoomedAt(room().width() / 2, room().height() / 2, factor));
    }

    /** Turns the view clockwise, around its middle. */
    public void turnBy(double degrees) {
        turned(current().turnedAt(room().width() / 2, room().height() / 2, degrees));
    }

    /** Turns the view upright again. */
    public void turnBack() {
        turnBy(-viewport.get().angle());
    }

    /** Exchanges left and right of the view; the picture stays as it is. */
    public void mirror() {
        turned(current().mirroredAt(room().width() / 2));
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

    /** Tells the tool that a key was let go while the canvas had not the focus. */
    public void offerReleased(KeyEvent released) {
        if (!isFocused()) {
            gestures.keyReleased(released);
        }
    }

    /** Draws the handles again, since what they stand for changed. */
    public void repaint() {
        overlay.show(tool.filter(t -> handlesWanted).flatMap(Tool::overlay));
        boolean wanted =
                gestures.grasping()
                        || isHover()
                        || isFocused()
                        || tool.filter(Tool::stays).isPresent();
        boolean visible = handlesWanted && wanted && !size().empty();
        Compare.Side side = sides().after();
        handles.paint(
                visible
                        ? Optional.of(new Tool.Frame(side.of(lying()), picture, handles.inks()))
                        : Optional.empty(),
                compare.get().divided() ? whole() : side.area());
        byKeys.paint(side.of(lying()));
    }

    private Viewport.Size size() {
        return new Viewport.Size(getWidth(), getHeight());
    }

    private Bounds whole() {
        return new BoundingBox(0, 0, getWidth(), getHeight());
    }

    /** The viewport as the next layout has it. */
    private Viewport current() {
        return fitted && !size().empty()
                ? viewport.get().fitted(picture, room(), MARGINS)
                : viewport.get();
    }

    void place(Viewport next) {
        fitted = false;
        viewport.set(next);
        requestLayout();
    }

    /** Where the picture is drawn: on whole pixels of the screen where that can be. */
    private Viewport lying() {
        return viewport.get().settled();
    }

    private double density() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getRenderScaleX();
    }

    @Override
    protected void layoutChildren() {
        if (!size().empty()) {
            sought.ifPresent(this::take);
            sought = Optional.empty();
        }
        viewport.set(current());
        Viewport v = lying();
        boolean sharp = v.scale() >= SHARP && !fitted; // as a whole it is looked at, not its pixels
        Compare.Sides sides = sides();
        lay(before, sides.before(), v, sharp);
        lay(after, sides.after(), v, sharp);
        Compare.Side edited = sides.after();
        overlay.lay(
                edited.of(v),
                new BoundingBox(0, 0, picture.width(), picture.height()),
                compare.get().divided() ? whole() : edited.area(),
                sharp,
                density());
        lie.setToTransform(v.affine());
        double line = 1 / v.scale();
        frame.setVisible(compare.get().mode() != Compare.Mode.SIDE_BY_SIDE);
        frame.setX(-line);
        frame.setY(-line);
        frame.setWidth(picture.width() + 2 * line);
        frame.setHeight(picture.height() + 2 * line);
        handles.resizeRelocate(0, 0, getWidth(), getHeight());
        compared.resizeRelocate(0, 0, getWidth(), getHeight());
        compared.layoutChildren();
        repaint();
    }

    private void lay(PictureLayers layers, Compare.Side side, Viewport v, boolean sharp) {
        layers.lay(side.of(v), picture, side.area(), sharp, density());
    }
}
