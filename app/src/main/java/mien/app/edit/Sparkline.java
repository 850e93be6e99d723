package mien.app.edit;

import java.util.SortedMap;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;

/** A small curve of readings over the steps of a run, with a dot on the one that is told. */
final class Sparkline extends Region {

    private static final double WIDTH = 76;
    private static final double HEIGHT = 20;
    private static final double INSET = 3;
    private static final double LEAST =
            0.05; // a curve flatter than this share of the scale is flat

    private final Polyline curve = new Polyline();
    private final Circle dot = new Circle(2.5);

    Sparkline() {
        getStyleClass().add("sparkline");
        curve.getStyleClass().add("curve");
        dot.getStyleClass().add("dot");
        getChildren().addAll(curve, dot);
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setMouseTransparent(true);
    }

    /**
     * @param values by step; not empty
     * @param steps of the whole run
     * @param told the step with the dot
     * @param span of the meter's scale
     */
    void show(SortedMap<Integer, Double> values, int steps, int told, double span) {
        double low = values.values().stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = values.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double middle = (low + high) / 2;
        double range = Math.max(high - low, LEAST * span);
        curve.getPoints().clear();
        values.forEach(
                (step, value) -> {
                    double x = INSET + (WIDTH - 2 * INSET) * step / Math.max(1, steps);
                    double y = HEIGHT / 2 - (value - middle) / range * (HEIGHT - 2 * INSET);
                    curve.getPoints().addAll(x, y);
                    if (step == told) {
                        dot.setCenterX(x);
                        dot.setCenterY(y);
                    }
                });
    }
}
