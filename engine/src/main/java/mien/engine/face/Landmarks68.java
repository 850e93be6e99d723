package mien.engine.face;

import java.util.Arrays;
import mien.engine.picture.FivePoints;
import mien.engine.picture.FivePoints.Point;

/**
 * The 68 points of a face in the numbering of the 300-W annotations (0-based): contour 0–16, brows
 * 17–26, nose 27–35, eyes 36–41 and 42–47, mouth 48–67. Left and right are those of the picture.
 *
 * @param xy columns and rows in picture pixels, x before y [136]
 */
public record Landmarks68(double[] xy) {
    /** How many points there are. */
    public static final int COUNT = 68;

    static final int LEFT_EYE_OUTER = 36;
    static final int LEFT_EYE_INNER = 39;
    static final int RIGHT_EYE_INNER = 42;
    static final int RIGHT_EYE_OUTER = 45;
    private static final int EYE = 6;
    private static final int NOSE_TIP = 30;
    private static final int MOUTH_LEFT = 48;
    private static final int MOUTH_RIGHT = 54;

    public Landmarks68 {
        if (xy.length != 2 * COUNT) {
            throw new IllegalArgumentException(
                    "A face has %d points, but got %d numbers.".formatted(COUNT, xy.length));
        }
        for (double v : xy) {
            if (!Double.isFinite(v)) {
                throw new IllegalArgumentException("A point of the face is not a number.");
            }
        }
        xy = xy.clone();
    }

    /** Column of a point. */
    public double x(int point) {
        return xy[2 * point];
    }

    /** Row of a point. */
    public double y(int point) {
        return xy[2 * point + 1];
    }

    /** The middle of the eye at the left of the picture: x, y. */
    double[] leftEye() {
        return mean(LEFT_EYE_OUTER);
    }

    /** The middle of the eye at the right of the picture: x, y. */
    double[] rightEye() {
        return mean(RIGHT_EYE_INNER);
    }

    private double[] mean(int first) {
        double x = 0;
        double y = 0;
        for (int i = first; i < first + EYE; i++) {
            x += x(i);
            y += y(i);
        }
        return new double[] {x / EYE, y / EYE};
    }

    /** The middles of the eyes, the tip of the nose and the corners of the mouth. */
    public FivePoints fivePoints() {
        double[] l = leftEye();
        double[] r = rightEye();
        return new FivePoints(
                new Point(l[0], l[1]),
                new Point(r[0], r[1]),
                point(NOSE_TIP),
                point(MOUTH_LEFT),
                point(MOUTH_RIGHT));
    }

    private Point point(int i) {
        return new Point(x(i), y(i));
    }

    /** The smallest upright rectangle around all points. */
    public FaceBox box() {
        double left = x(0);
        double right = x(0);
        double top = y(0);
        double bottom = y(0);
        for (int i = 1; i < COUNT; i++) {
            left = Math.min(left, x(i));
            right = Math.max(right, x(i));
            top = Math.min(top, y(i));
            bottom = Math.max(bottom, y(i));
        }
        return new FaceBox(left, top, right, bottom);
    }

    /** The same points. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Landmarks68 l && Arrays.equals(xy, l.xy);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(xy);
    }
}
