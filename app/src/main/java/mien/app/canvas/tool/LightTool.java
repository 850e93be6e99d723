package mien.app.canvas.tool;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import mien.app.canvas.Viewport;
import mien.app.edit.EditViewModel;
import mien.app.edit.LightDisc;
import mien.engine.edit.EditSpec;
import mien.engine.edit.Handle;

/**
 * A lamp on a circle round the picture's middle: inside the light comes from the front, outside
 * from behind.
 */
public final class LightTool<S extends EditSpec> implements Tool {

    private static final double REACH = 0.36; // of the picture's shorter side
    private static final double LAMP = 7;
    private static final double GRIP = 14;
    private static final int RAYS = 8;

    private final EditViewModel<S> edit;
    private final Handle.Light<S> light;
    private Optional<S> grasped = Optional.empty(); // the spec as the drag began

    public LightTool(EditViewModel<S> edit, Handle.Light<S> light) {
        this.edit = edit;
        this.light = light;
    }

    /** The circle in the picture. */
    private record Circle(double x, double y, double radius) {
        static Circle in(Viewport.Size picture) {
            return new Circle(
                    picture.width() / 2,
                    picture.height() / 2,
                    REACH * Math.min(picture.width(), picture.height()));
        }

        Point2D at(LightDisc lamp) {
            return new Point2D(x + lamp.x() * radius, y - lamp.y() * radius);
        }
    }

    private LightDisc lamp() {
        return LightDisc.of(light.value(edit.spec()));
    }

    @Override
    public void paint(GraphicsContext g, Frame frame) {
        Circle c = Circle.in(frame.picture());
        LightDisc lamp = lamp();
        Point2D middle = frame.viewport().toView(c.x, c.y);
        double radius = frame.viewport().scale() * c.radius;
        g.setLineWidth(3);
        g.setStroke(frame.inks().shade());
        ring(g, middle, radius);
        g.setLineWidth(1.25);
        g.setStroke(frame.inks().line());
        ring(g, middle, radius);
        lamp(g, frame.viewport().toView(c.at(lamp)), lamp.behind(), frame.inks());
    }

    private static void ring(GraphicsContext g, Point2D c, double radius) {
        g.strokeOval(c.getX() - radius, c.getY() - radius, 2 * radius, 2 * radius);
    }

    /** A sun: full when it shines from the front, hollow from behind. */
    private static void lamp(GraphicsContext g, Point2D at, boolean behind, Inks inks) {
        double x = at.getX();
        double y = at.getY();
        for (int pass = 0; pass < 2; pass++) {
            g.setStroke(pass == 0 ? inks.shade() : inks.handle());
            g.setFill(pass == 0 ? inks.shade() : inks.handle());
            g.setLineWidth(pass == 0 ? 5 : 2);
            for (int ray = 0; ray < RAYS; ray++) {
                double a = 2 * Math.PI * ray / RAYS;
                double cos = Math.cos(a);
                double sin = Math.sin(a);
                g.strokeLine(
                        x + (LAMP + 3) * cos,
                        y + (LAMP + 3) * sin,
                        x + (LAMP + 6) * cos,
                        y + (LAMP + 6) * sin);
            }
            double r = pass == 0 ? LAMP + 1.5 : LAMP;
            if (behind) {
                g.strokeOval(x - LAMP, y - LAMP, 2 * LAMP, 2 * LAMP);
            } else {
                g.fillOval(x - r, y - r, 2 * r, 2 * r);
            }
        }
    }

    private boolean over(Pointer at) {
        Point2D lamp = Circle.in(at.picture()).at(lamp());
        return at.distance(lamp.getX(), lamp.getY()) <= GRIP;
    }

    @Override
    public Cursor cursor(Pointer at) {
        return grasped.isPresent() || over(at) ? Cursor.HAND : Cursor.DEFAULT;
    }

    @Override
    public boolean press(Pointer at) {
        boolean taken = at.primary() && over(at);
        grasped = taken ? Optional.of(edit.spec()) : Optional.empty();
        return taken;
    }

    @Override
    public void drag(Pointer at) {
        Circle c = Circle.in(at.picture());
        LightDisc to = new LightDisc((at.x() - c.x) / c.radius, (c.y - at.y()) / c.radius);
        edit.preview(light.with(edit.spec(), to.direction()));
    }

    @Override
    public void release(Pointer at) {
        grasped = Optional.empty();
        edit.settle();
    }

    @Override
    public boolean cancel() {
        Optional<S> before = grasped;
        grasped = Optional.empty();
        before.ifPresent(edit::apply);
        return before.isPresent();
    }
}
