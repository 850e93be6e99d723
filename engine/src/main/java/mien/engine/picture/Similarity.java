package mien.engine.picture;

/**
 * A turn, a scaling and a shift: (u, v) goes to (x + ax·u − ay·v, y + ay·u + ax·v). Coordinates are
 * continuous, a picture's first pixel reaching from 0 to 1.
 *
 * @param x where the origin goes, columns
 * @param y the same, rows
 * @param ax where one step to the right goes, columns
 * @param ay the same, rows
 */
public record Similarity(double x, double y, double ax, double ay) {
    public Similarity {
        if (!(Math.hypot(ax, ay) > 0)) {
            throw new IllegalArgumentException("A picture cannot be mapped onto one spot.");
        }
    }

    /** Column of a point's image. */
    public double x(double u, double v) {
        return x + ax * u - ay * v;
    }

    /** Row of a point's image. */
    public double y(double u, double v) {
        return y + ay * u + ax * v;
    }

    /** How much longer everything becomes. */
    public double scale() {
        return Math.hypot(ax, ay);
    }

    /** The same, and then a shift. */
    public Similarity moved(double dx, double dy) {
        return new Similarity(x + dx, y + dy, ax, ay);
    }

    /** The way back. */
    public Similarity inverse() {
        double square = ax * ax + ay * ay;
        double bx = ax / square;
        double by = -ay / square;
        return new Similarity(-(bx * x - by * y), -(by * x + bx * y), bx, by);
    }
}
