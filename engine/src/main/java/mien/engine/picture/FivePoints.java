package mien.engine.picture;

import java.util.stream.DoubleStream;

/**
 * Where a face lies in a picture: both eyes, the tip of the nose, the corners of the mouth. Left
 * and right are the picture's, not the person's.
 *
 * @param leftEye middle of the eye nearer to the left edge of an upright picture
 * @param rightEye middle of the other
 * @param nose its tip
 * @param mouthLeft corner below the left eye
 * @param mouthRight the other
 */
public record FivePoints(
        Point leftEye, Point rightEye, Point nose, Point mouthLeft, Point mouthRight) {

    /** In pixels; the middle of the first pixel is (0, 0). May lie outside the picture. */
    public record Point(double x, double y) {
        public Point {
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                throw new PictureException(
                        "A point of a face needs finite coordinates, but got %s, %s."
                                .formatted(x, y));
            }
        }
    }

    /** Which of them. */
    public enum Mark {
        LEFT_EYE,
        RIGHT_EYE,
        NOSE,
        MOUTH_LEFT,
        MOUTH_RIGHT
    }

    /** From x and y of each in the order of {@link Mark} [10]. */
    public static FivePoints of(double... xy) {
        if (xy.length != 2 * Mark.values().length) {
            throw new PictureException(
                    "A face has five points, x and y of each, but got %d numbers."
                            .formatted(xy.length));
        }
        return new FivePoints(
                new Point(xy[0], xy[1]),
                new Point(xy[2], xy[3]),
                new Point(xy[4], xy[5]),
                new Point(xy[6], xy[7]),
                new Point(xy[8], xy[9]));
    }

    /** x and y of each in the order of {@link Mark} [10]. */
    public double[] xy() {
        return DoubleStream.of(
                        leftEye.x,
                        leftEye.y,
                        rightEye.x,
                        rightEye.y,
                        nose.x,
                        nose.y,
                        mouthLeft.x,
                        mouthLeft.y,
                        mouthRight.x,
                        mouthRight.y)
                .toArray();
    }

    public Point at(Mark mark) {
        return switch (mark) {
            case LEFT_EYE -> leftEye;
            case RIGHT_EYE -> rightEye;
            case NOSE -> nose;
            case MOUTH_LEFT -> mouthLeft;
            case MOUTH_RIGHT -> mouthRight;
        };
    }

    public FivePoints with(Mark mark, Point point) {
        double[] xy = xy();
        xy[2 * mark.ordinal()] = point.x;
        xy[2 * mark.ordinal() + 1] = point.y;
        return of(xy);
    }
}
