package mien.app.canvas;

/**
 * Where a picture lies in a view: the point p of the picture is at (x + scale·p.x, y + scale·p.y)
 * of the view.
 *
 * @param scale view pixels for one picture pixel
 * @param x view column of the picture's left edge
 * @param y view row of the picture's top edge
 */
public record Viewport(double scale, double x, double y) {

    static final double SMALLEST = 1 / 16.0;
    static final double LARGEST = 64;

    public Viewport {
        if (!(scale > 0)) {
            throw new IllegalArgumentException(
                    "a viewport needs a positive scale, but got " + scale);
        }
    }

    /** A width and a height. */
    public record Size(double width, double height) {
        boolean empty() {
            return !(width > 0 && height > 0);
        }
    }

    /** What is kept free at the sides, the top and the bottom of a view. */
    public record Margins(double sides, double top, double bottom) {}

    /** The whole picture, in the middle of what the margins leave. */
    public static Viewport fitting(Size picture, Size view, Margins margins) {
        Size free =
                new Size(
                        view.width - 2 * margins.sides, view.height - margins.top - margins.bottom);
        double room = Math.min(free.width / picture.width, free.height / picture.height);
        return centred(picture, free, Math.max(SMALLEST, Math.min(LARGEST, room)))
                .moved(margins.sides, margins.top);
    }

    /** The picture at a scale, its middle in the view's middle. */
    public static Viewport centred(Size picture, Size view, double scale) {
        return new Viewport(
                scale,
                (view.width - scale * picture.width) / 2,
                (view.height - scale * picture.height) / 2);
    }

    /** Larger or smaller, with the picture point under a view point staying there. */
    public Viewport zoomedAt(double viewX, double viewY, double factor) {
        double next = Math.max(SMALLEST, Math.min(LARGEST, scale * factor));
        double k = next / scale;
        return new Viewport(next, viewX - k * (viewX - x), viewY - k * (viewY - y));
    }

    public Viewport moved(double dx, double dy) {
        return new Viewport(scale, x + dx, y + dy);
    }

    public double toViewX(double pictureX) {
        return x + scale * pictureX;
    }

    public double toViewY(double pictureY) {
        return y + scale * pictureY;
    }
}
