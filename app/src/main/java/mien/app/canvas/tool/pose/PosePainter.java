package mien.app.canvas.tool.pose;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import mien.app.canvas.tool.Captions;
import mien.app.canvas.tool.Tool.Frame;
import mien.engine.picture.pose.Joint;
import mien.engine.picture.pose.Limb;
import mien.engine.picture.pose.Skeleton;
import mien.engine.picture.pose.Spot;

/**
 * Draws the figure. The limbs have the colours pose transfer knows them by in either theme; what is
 * hidden is thin and dashed.
 */
final class PosePainter {

    private static final double DOT = 5;
    private static final double RING = 8;
    private static final double LIMB = 4.5;
    private static final double CLEAR = 0.75; // the picture is seen through the limbs
    private static final double CAPTION = 12;

    private final Function<Joint, String> names;

    /** What there is to draw. */
    record Seen(Skeleton figure, Set<Joint> chosen, Optional<Joint> under) {}

    PosePainter(Function<Joint, String> names) {
        this.names = names;
    }

    void paint(GraphicsContext g, Frame frame, Seen seen) {
        g.setLineCap(StrokeLineCap.ROUND);
        for (Limb limb : Limb.ALL) {
            limb(g, frame, seen.figure, limb);
        }
        for (Joint joint : Joint.ALL) {
            if (seen.figure.at(joint).placed()) {
                joint(g, frame, seen, joint);
            }
        }
        seen.under
                .filter(j -> seen.figure.at(j).placed())
                .ifPresent(j -> caption(g, frame, seen.figure.at(j), names.apply(j)));
    }

    private static Point2D view(Frame frame, Spot spot) {
        return frame.viewport().toView(spot.x(), spot.y());
    }

    private static Color colour(int rgb) {
        return Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    private static void limb(GraphicsContext g, Frame frame, Skeleton figure, Limb limb) {
        Spot from = figure.at(limb.from());
        Spot to = figure.at(limb.to());
        if (!from.placed() || !to.placed()) {
            return;
        }
        boolean whole = from.visible() && to.visible();
        Point2D a = view(frame, from);
        Point2D b = view(frame, to);
        g.setGlobalAlpha(CLEAR);
        g.setStroke(frame.inks().shade());
        g.setLineWidth(whole ? LIMB + 2 : 2);
        g.strokeLine(a.getX(), a.getY(), b.getX(), b.getY());
        g.setStroke(colour(limb.rgb()));
        g.setLineWidth(whole ? LIMB : 1);
        if (!whole) {
            g.setLineDashes(4, 4);
        }
        g.strokeLine(a.getX(), a.getY(), b.getX(), b.getY());
        g.setLineDashes();
        g.setGlobalAlpha(1);
    }

    private static void joint(GraphicsContext g, Frame frame, Seen seen, Joint joint) {
        Spot spot = seen.figure.at(joint);
        Point2D at = view(frame, spot);
        Color colour = colour(Limb.colour(joint));
        if (seen.chosen.contains(joint)) {
            g.setStroke(frame.inks().shade());
            g.setLineWidth(4);
            ring(g, at, RING);
            g.setStroke(frame.inks().handle());
            g.setLineWidth(2);
            ring(g, at, RING);
        }
        g.setFill(frame.inks().shade());
        dot(g, at, DOT + 1.5);
        if (spot.visible()) {
            g.setFill(colour);
            dot(g, at, DOT);
        } else {
            g.setStroke(colour);
            g.setLineWidth(1.5);
            ring(g, at, DOT - 0.5);
        }
    }

    private static void ring(GraphicsContext g, Point2D at, double radius) {
        g.strokeOval(at.getX() - radius, at.getY() - radius, 2 * radius, 2 * radius);
    }

    private static void dot(GraphicsContext g, Point2D at, double radius) {
        g.fillOval(at.getX() - radius, at.getY() - radius, 2 * radius, 2 * radius);
    }

    /** The name beside a joint. */
    private static void caption(GraphicsContext g, Frame frame, Spot spot, String name) {
        Point2D at = view(frame, spot).add(CAPTION, -CAPTION);
        Captions.write(g, frame.inks(), at.getX(), at.getY(), name);
    }

    /** The frame that is being drawn round joints. */
    void frame(GraphicsContext g, Frame frame, PoseDrag.Marquee marquee) {
        double[] xs = {marquee.x(), marquee.toX(), marquee.toX(), marquee.x()};
        double[] ys = {marquee.y(), marquee.y(), marquee.toY(), marquee.toY()};
        for (int i = 0; i < xs.length; i++) {
            Point2D at = frame.viewport().toView(xs[i], ys[i]);
            xs[i] = at.getX();
            ys[i] = at.getY();
        }
        g.setStroke(frame.inks().shade());
        g.setLineWidth(3);
        g.strokePolygon(xs, ys, xs.length);
        g.setStroke(frame.inks().line());
        g.setLineWidth(1);
        g.setLineDashes(5, 4);
        g.strokePolygon(xs, ys, xs.length);
        g.setLineDashes();
    }
}
