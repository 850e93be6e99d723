package mien.engine.face;

/**
 * The square of a photograph that becomes an upright portrait: a rotated square around the face, as
 * the FFHQ data set was cut (Karras et al. 2019; reference diffusionrig.md §7.3).
 *
 * @param cx column of its middle in picture pixels
 * @param cy row of its middle
 * @param ax the way from the middle to the right edge, columns
 * @param ay the same, rows
 */
public record FaceQuad(double cx, double cy, double ax, double ay) {
    public FaceQuad {
        if (!(Math.hypot(ax, ay) > 0)) {
            throw new IllegalArgumentException(
                    "The eyes and the mouth lie on one spot, so the face cannot be set upright.");
        }
    }

    /** The square that the eyes and the corners of the mouth ask for. */
    public static FaceQuad of(Landmarks68 face) {
        double[] l = face.leftEye();
        double[] r = face.rightEye();
        double eyeX = (l[0] + r[0]) / 2;
        double eyeY = (l[1] + r[1]) / 2;
        double acrossX = r[0] - l[0];
        double acrossY = r[1] - l[1];
        int m1 = Landmarks68.MOUTH_LEFT;
        int m2 = Landmarks68.MOUTH_RIGHT;
        double downX = (face.x(m1) + face.x(m2)) / 2 - eyeX;
        double downY = (face.y(m1) + face.y(m2)) / 2 - eyeY;

        double x = acrossX + downY; // mean of both directions: the eyes' and the mouth's turned
        double y = acrossY - downX;
        double length = Math.hypot(x, y);
        double reach = Math.max(2 * Math.hypot(acrossX, acrossY), 1.8 * Math.hypot(downX, downY));
        return new FaceQuad(
                eyeX + 0.1 * downX, eyeY + 0.1 * downY, x / length * reach, y / length * reach);
    }

    /** Side of the square in picture pixels. */
    public double side() {
        return 2 * Math.hypot(ax, ay);
    }

    /** Corners top left, bottom left, bottom right, top right: x and y of each [8]. */
    public double[] corners() {
        return new double[] {
            cx - ax + ay,
            cy - ay - ax,
            cx - ax - ay,
            cy - ay + ax,
            cx + ax - ay,
            cy + ay + ax,
            cx + ax + ay,
            cy + ay - ax
        };
    }

    /** The same square in a picture whose origin lies at a pixel of this one. */
    FaceQuad from(double x, double y) {
        return new FaceQuad(cx - x, cy - y, ax, ay);
    }

    /** The same square in a picture shrunk by a factor. */
    FaceQuad shrunk(double factor) {
        return new FaceQuad(cx / factor, cy / factor, ax / factor, ay / factor);
    }
}
