package mien.app.canvas;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Bounds;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import mien.app.canvas.tool.Tool;

/**
 * Handles over the picture, in a canvas of the view's size; their colours come from the style
 * sheets.
 */
final class HandleLayer extends Region {

    private static final StyleablePropertyFactory<HandleLayer> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final StyleableProperty<Paint> handle = ink("-mien-handle", l -> l.handle);
    private final StyleableProperty<Paint> line = ink("-mien-handle-line", l -> l.line);
    private final StyleableProperty<Paint> shade = ink("-mien-handle-shade", l -> l.shade);

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
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (frame.isEmpty() || tool.isEmpty()) {
            return;
        }
        g.save();
        if (seen.getWidth() < getWidth() || seen.getHeight() < getHeight()) {
            g.beginPath();
            g.rect(seen.getMinX(), seen.getMinY(), seen.getWidth(), seen.getHeight());
            g.clip();
        }
        tool.get().paint(g, frame.get());
        g.restore();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }
}
