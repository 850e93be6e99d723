package mien.app.canvas;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.transform.Affine;

/**
 * Where a picture lies in a view: its points are mirrored (x to −x) if the view is, then turned,
 * enlarged and moved.
 *
 * @param scale view pixels for one picture pixel
 * @param angle degrees, clockwise as one sees it; from −180 (excluded) to 180
 * @param mirrored whether left and right are exchanged
 * @param x view column of the picture's corner (0, 0)
 * @param y view row of that corner
 */
public record Viewport(double scale, double angle, boolean mirrored, double x, double y) {

    public static final double SMALLEST = 1 / 64.0;
    public static final double LARGEST = 64;

    private static final double STRAIGHT = 180;

    public Viewport {
        if (!(scale > 0)) {
            throw new IllegalArgumentException(
                    "a viewport needs a positive scale, but got " + scale);
        }
        angle = Math.IEEEremainder(angle, 2 * STRAIGHT);
        angle = angle == -STRAIGHT ? STRAIGHT : angle + 0.0; // no −0
    }

    /** Upright and not mirrored. */
    public Viewport(double scale, double x, double y) {
        this(scale, 0, false, x, y);
    }

    /** A width and a height. */
    public record Size(double width, double height) {
        boolean empty() {
            return !(width > 0 && height > 0);
        }
    }

    /** What is kept free at the sides, the top and the bottom of a view. */
    public record Margins(double sides, double top, double bottom) {}

    /** The whole picture, upright, in the middle of what the margins leave. */
    public static Viewport fitting(Size picture, Size view, Margins margins) {
        return new Viewport(1, 0, 0).fitted(picture, view, margins);
    }

    /** The picture upright at a scale, its middle in the view's middle. */
    public static Viewport centred(Size picture, Size view, double scale) {
        return new Viewport(scale, 0, 0)
                .with(picture, new Point2D(view.width / 2, view.height / 2), scale);
    }

    /** The whole picture, turned and mirrored as now, in the middle of what the margins leave. */
    public Viewport fitted(Size picture, Size view, Margins margins) {
        double width = view.width - 2 * margins.sides;
        double height = view.height - margins.top - margins.bottom;
        double cos = Math.abs(cos());
        double sin = Math.abs(sin());
        double room =
                Math.min(
                        width / (cos * picture.width + sin * picture.height),
                        height / (sin * picture.width + cos * picture.height));
        return with(
                picture,
                new Point2D(margins.sides + width / 2, margins.top + height / 2),
                within(room));
    }

    /** At a scale, with the picture's middle at a point of the view. */
    private Viewport with(Size picture, Point2D middle, double newScale) {
        return new Viewport(newScale, angle, mirrored, 0, 0)
                .keeping(picture.width / 2, picture.height / 2, middle.getX(), middle.getY());
    }

    private static double within(double scale) {
        return Math.max(SMALLEST, Math.min(LARGEST, scale));
    }

    /** Moved so that a point of the picture lies at a point of the view. */
    Viewport keeping(double px, double py, double viewX, double viewY) {
        Point2D now = toView(px, py);
        return moved(viewX - now.getX(), viewY - now.getY());
    }

    /** Larger or smaller, with the picture point under a view point staying there. */
    public Viewport zoomedAt(double viewX, double viewY, double factor) {
        return scaledAt(viewX, viewY, scale * factor);
    }

    /** At a scale, with the picture point under a view point staying there. */
    public Viewport scaledAt(double viewX, double viewY, double newScale) {
        Point2D p = toPicture(viewX, viewY);
        return new Viewport(within(newScale), angle, mirrored, x, y)
                .keeping(p.getX(), p.getY(), viewX, viewY);
    }

    /** Turned clockwise, with the picture point under a view point staying there. */
    public Viewport turnedAt(double viewX, double viewY, double degrees) {
        Point2D p = toPicture(viewX, viewY);
        return new Viewport(scale, angle + degrees, mirrored, x, y)
                .keeping(p.getX(), p.getY(), viewX, viewY);
    }

    /** Left and right of the view exchanged, with what is in a column of the view staying there. */
    public Viewport mirroredAt(double viewX) {
        return new Viewport(scale, -angle, !mirrored, 2 * viewX - x, y);
    }

    public Viewport moved(double dx, double dy) {
        return new Viewport(scale, angle, mirrored, x + dx, y + dy);
    }

    private double cos() {
        return exact(Math.cos(Math.toRadians(angle)));
    }

    private double sin() {
        return exact(Math.sin(Math.toRadians(angle)));
    }

    /** Quarter turns are exact, so that pixels stay on pixels. */
    private static double exact(double v) {
        return Math.abs(v) < 1e-15 ? 0 : v;
    }

    /** Whether columns of the picture are columns or rows of the view. */
    public boolean straight() {
        return angle % (STRAIGHT / 2) == 0;
    }

    /** Where a point of the picture is in the view. */
    public Point2D toView(double pictureX, double pictureY) {
        double u = scale * (mirrored ? -pictureX : pictureX);
        double v = scale * pictureY;
        return new Point2D(x + cos() * u - sin() * v, y + sin() * u + cos() * v);
    }

    public Point2D toView(Point2D picture) {
        return toView(picture.getX(), picture.getY());
    }

    /** Which point of the picture is at a point of the view. */
    public Point2D toPicture(double viewX, double viewY) {
        double dx = viewX - x;
        double dy = viewY - y;
        double u = (cos() * dx + sin() * dy) / scale;
        double v = (cos() * dy - sin() * dx) / scale;
        return new Point2D(mirrored ? -u : u, v);
    }

    /** The smallest upright rectangle of the picture that holds a rectangle of the view. */
    public Bounds toPicture(Bounds view) {
        return round(
                toPicture(view.getMinX(), view.getMinY()),
                toPicture(view.getMaxX(), view.getMinY()),
                toPicture(view.getMinX(), view.getMaxY()),
                toPicture(view.getMaxX(), view.getMaxY()));
    }

    /** The smallest upright rectangle of the view that holds a rectangle of the picture. */
    public Bounds toView(Bounds picture) {
        return round(
                toView(picture.getMinX(), picture.getMinY()),
                toView(picture.getMaxX(), picture.getMinY()),
                toView(picture.getMinX(), picture.getMaxY()),
                toView(picture.getMaxX(), picture.getMaxY()));
    }

    private static Bounds round(Point2D a, Point2D b, Point2D c, Point2D d) {
        double left = Math.min(Math.min(a.getX(), b.getX()), Math.min(c.getX(), d.getX()));
        double right = Math.max(Math.max(a.getX(), b.getX()), Math.max(c.getX(), d.getX()));
        double top = Math.min(Math.min(a.getY(), b.getY()), Math.min(c.getY(), d.getY()));
        double bottom = Math.max(Math.max(a.getY(), b.getY()), Math.max(c.getY(), d.getY()));
        return new BoundingBox(left, top, right - left, bottom - top);
    }

    /** Moved to whole pixels of the view, if the picture's columns and rows are the view's. */
    Viewport settled() {
        return straight() ? new Viewport(scale, angle, mirrored, Math.rint(x), Math.rint(y)) : this;
    }

    /** What leads from the picture to the view. */
    public Affine affine() {
        double flip = mirrored ? -scale : scale;
        return new Affine(cos() * flip, -sin() * scale, x, sin() * flip, cos() * scale, y);
    }

    /** Lets what is drawn from now on be in the picture's coordinates, upon what was set before. */
    public void transform(GraphicsContext g) {
        g.transform(affine());
    }
}
