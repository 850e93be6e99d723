package mien.app.canvas;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import mien.app.canvas.tool.Tool;

/**
 * Handles over the picture, in a canvas as large as what the tool draws in: the screen draws all
 * anew that lies below it. Their colours come from the style sheets.
 */
final class HandleLayer extends Region {

    private static final StyleablePropertyFactory<HandleLayer> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final StyleableProperty<Paint> handle = ink("-mien-handle", l -> l.handle);
    private final StyleableProperty<Paint> line = ink("-mien-handle-line", l -> l.line);
    private final StyleableProperty<Paint> shade = ink("-mien-handle-shade", l -> l.shade);

    /**
     * Edges of the canvas are multiples of it: whole pixels also of screens that have five quarters
     * of a pixel for one of ours, and the size seldom changes while the pointer moves.
     */
    private static final int GRID = 64;

    private static final Bounds NOTHING = new BoundingBox(0, 0, 0, 0);

    private final Canvas canvas = new Canvas();
    private Optional<Tool> tool = Optional.empty();

    HandleLayer() {
        getStyleClass().add("handle-layer");
        setMouseTransparent(true);
        getChildren().add(canvas);
    }

    private StyleableProperty<Paint> ink(
            String property, Function<HandleLayer, StyleableProperty<Paint>> of) {
        return STYLES.createStyleablePaintProperty(this, property, property, of, Color.TRANSPARENT);
    }

    void setTool(Optional<Tool> newTool) {
        tool = newTool;
    }

    Tool.Inks inks() {
        return new Tool.Inks(handle.getValue(), line.getValue(), shade.getValue());
    }

    /**
     * @param frame the view; empty: nothing is seen
     * @param seen the part of the view to draw in
     */
    void paint(Optional<Tool.Frame> frame, Bounds seen) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        put(frame.flatMap(f -> tool.map(t -> reach(t, f))).orElse(NOTHING));
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (frame.isEmpty() || tool.isEmpty()) {
            return;
        }
        g.save();
        g.translate(-canvas.getLayoutX(), -canvas.getLayoutY());
        if (seen.getWidth() < getWidth() || seen.getHeight() < getHeight()) {
            g.beginPath();
            g.rect(seen.getMinX(), seen.getMinY(), seen.getWidth(), seen.getHeight());
            g.clip();
        }
        tool.get().paint(g, frame.get());
        g.restore();
    }

    private Bounds reach(Tool t, Tool.Frame frame) {
        return t.reach(frame).orElse(new BoundingBox(0, 0, getWidth(), getHeight()));
    }

    private void put(Bounds reach) {
        double left = Math.max(0, GRID * Math.floor(reach.getMinX() / GRID));
        double top = Math.max(0, GRID * Math.floor(reach.getMinY() / GRID));
        double right = Math.min(getWidth(), GRID * Math.ceil(reach.getMaxX() / GRID));
        double bottom = Math.min(getHeight(), GRID * Math.ceil(reach.getMaxY() / GRID));
        canvas.relocate(left, top);
        canvas.setWidth(Math.max(0, right - left));
        canvas.setHeight(Math.max(0, bottom - top));
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }
}
