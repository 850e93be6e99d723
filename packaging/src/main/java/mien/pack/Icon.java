package mien.pack;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/**
 * Mien's own icon: a head that a lamp lights from the side, and the path on which the lamp goes
 * round it. Drawn in units of a 100×100 square.
 */
final class Icon {

    private static final Color NIGHT = new Color(0x17181c);
    private static final Color DUSK = new Color(0x33353d);
    private static final Color LIT = new Color(0xf4cf94);
    private static final Color WARM = new Color(0xb8752a);
    private static final Color SHADE = new Color(0x3a2f33);
    private static final Color LAMP = new Color(0xffe3ae);
    private static final Color GLOW = new Color(0xff, 0xd0, 0x80, 150);
    private static final Color PATH = new Color(0xff, 0xff, 0xff, 60);
    private static final Color CLEAR = new Color(0xff, 0xd0, 0x80, 0);
    private static final float[] FALL = {0f, 0.45f, 1f};
    private static final Point2D LIGHT = new Point2D.Double(76, 24);

    private Icon() {}

    /** The icon with the given side, on a transparent ground. */
    static BufferedImage drawn(int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setTransform(AffineTransform.getScaleInstance(side / 100.0, side / 100.0));
        Shape ground = new RoundRectangle2D.Double(3, 3, 94, 94, 42, 42);
        g.setPaint(new GradientPaint(0, 3, DUSK, 0, 97, NIGHT));
        g.fill(ground);
        g.clip(ground);
        path(g);
        g.setPaint(new RadialGradientPaint(LIGHT, 62, FALL, new Color[] {LIT, WARM, SHADE}));
        g.fill(person());
        lamp(g);
        g.dispose();
        return image;
    }

    private static Area person() {
        Area person = new Area(new Ellipse2D.Double(27, 20, 38, 47));
        person.add(new Area(new RoundRectangle2D.Double(38, 58, 16, 22, 8, 8)));
        person.add(new Area(new Ellipse2D.Double(9, 74, 74, 50)));
        return person;
    }

    private static void path(Graphics2D g) {
        g.setPaint(PATH);
        g.setStroke(new BasicStroke(2.2f));
        g.draw(new Arc2D.Double(9, 7, 74, 74, -40, 215, Arc2D.OPEN));
    }

    private static void lamp(Graphics2D g) {
        g.setPaint(
                new RadialGradientPaint(
                        LIGHT, 19, new float[] {0f, 1f}, new Color[] {GLOW, CLEAR}));
        g.fill(circle(19));
        g.setPaint(LAMP);
        g.fill(circle(7.5));
    }

    private static Shape circle(double radius) {
        return new Ellipse2D.Double(
                LIGHT.getX() - radius, LIGHT.getY() - radius, 2 * radius, 2 * radius);
    }
}
