package mien.app.canvas.tool;

import javafx.scene.canvas.GraphicsContext;
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

    public LightTool(EditViewModel<S> edit, Handle.Light<S> light) {
        this.edit = edit;
        this.light = light;
    }

    /** The circle in the view. */
    private record Circle(double x, double y, double radius) {
        static Circle of(Frame f) {
            return new Circle(
                    f.viewport().toViewX(f.picture().width() / 2),
                    f.viewport().toViewY(f.picture().height() / 2),
                    REACH
                            * f.viewport().scale()
                            * Math.min(f.picture().width(), f.picture().height()));
        }
    }

    @Override
    public void paint(GraphicsContext g, Frame frame) {
        Circle c = Circle.of(frame);
        LightDisc lamp = LightDisc.of(light.value(edit.spec()));
        double x = c.x + lamp.x() * c.radius;
        double y = c.y - lamp.y() * c.radius;
        g.setLineWidth(3);
        g.setStroke(frame.inks().shade());
        ring(g, c);
        g.setLineWidth(1.25);
        g.setStroke(frame.inks().line());
        ring(g, c);
        lamp(g, x, y, lamp.behind(), frame.inks());
    }

    private static void ring(GraphicsContext g, Circle c) {
        g.strokeOval(c.x - c.radius, c.y - c.radius, 2 * c.radius, 2 * c.radius);
    }

    /** A sun: full when it shines from the front, hollow from behind. */
    private static void lamp(GraphicsContext g, double x, double y, boolean behind, Inks inks) {
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

    @Override
    public boolean at(double x, double y, Frame frame) {
        Circle c = Circle.of(frame);
        LightDisc lamp = LightDisc.of(light.value(edit.spec()));
        return Math.hypot(x - c.x - lamp.x() * c.radius, y - c.y + lamp.y() * c.radius) <= GRIP;
    }

    @Override
    public void drag(double x, double y, Frame frame) {
        Circle c = Circle.of(frame);
        LightDisc to = new LightDisc((x - c.x) / c.radius, (c.y - y) / c.radius);
        edit.preview(light.with(edit.spec(), to.direction()));
    }

    @Override
    public void release() {
        edit.settle();
    }
}
