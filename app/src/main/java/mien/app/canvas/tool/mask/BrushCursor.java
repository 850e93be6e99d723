package mien.app.canvas.tool.mask;

import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import mien.app.canvas.tool.Pointer;
import mien.app.canvas.tool.Tool;
import mien.engine.picture.mask.Brush;
import mien.engine.picture.mask.Polygon;

/** The brush as a circle, and outlines that are being drawn: seen on light and on dark. */
final class BrushCursor {

    private static final double SHADE = 3;
    private static final double LINE = 1.25;
    private static final double CROSS = 4;
    private static final double SMALLEST = 3; // radius in view pixels; a cross is drawn below
    private static final double DASH = 3;

    /** The brush's edge, and dashed where it begins to fade. */
    void paint(GraphicsContext g, Tool.Frame frame, Pointer at, Brush brush) {
        Point2D p = frame.viewport().toView(at.x(), at.y());
        double radius = frame.viewport().scale() * brush.size() / 2;
        twice(
                g,
                frame,
                () -> {
                    if (radius < SMALLEST) {
                        g.strokeLine(p.getX() - CROSS, p.getY(), p.getX() + CROSS, p.getY());
                        g.strokeLine(p.getX(), p.getY() - CROSS, p.getX(), p.getY() + CROSS);
                    } else {
                        circle(g, p, radius);
                    }
                });
        double inner = radius * brush.hardness();
        if (inner > SMALLEST && radius - inner > 2) {
            g.setLineDashes(DASH, DASH);
            g.setStroke(frame.inks().line());
            g.setLineWidth(1);
            circle(g, p, inner);
            g.setLineDashes();
        }
    }

    /** The part of the view that {@link #paint} touches. */
    Bounds reach(Tool.Frame frame, Pointer at, Brush brush) {
        Point2D p = frame.viewport().toView(at.x(), at.y());
        double far = Math.max(CROSS, frame.viewport().scale() * brush.size() / 2) + SHADE;
        return new BoundingBox(p.getX() - far, p.getY() - far, 2 * far, 2 * far);
    }

    private static void circle(GraphicsContext g, Point2D p, double radius) {
        g.strokeOval(p.getX() - radius, p.getY() - radius, 2 * radius, 2 * radius);
    }

    void outline(GraphicsContext g, Tool.Frame frame, List<Polygon.Point> points) {
        double[] xs = new double[points.size()];
        double[] ys = new double[points.size()];
        for (int i = 0; i < xs.length; i++) {
            Point2D p = frame.viewport().toView(points.get(i).x(), points.get(i).y());
            xs[i] = p.getX();
            ys[i] = p.getY();
        }
        twice(g, frame, () -> g.strokePolygon(xs, ys, xs.length));
    }

    private static void twice(GraphicsContext g, Tool.Frame frame, Runnable draw) {
        stroke(g, frame.inks().shade(), SHADE, draw);
        stroke(g, frame.inks().handle(), LINE, draw);
    }

    private static void stroke(GraphicsContext g, Paint ink, double width, Runnable draw) {
        g.setStroke(ink);
        g.setLineWidth(width);
        draw.run();
    }
}
