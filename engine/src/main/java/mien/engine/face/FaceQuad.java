package mien.engine.face;

import java.util.Optional;
import mien.engine.picture.FivePoints;
import mien.engine.picture.FivePoints.Point;
import mien.engine.picture.Region;
import mien.engine.picture.Similarity;

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
        return of(face.fivePoints());
    }

    /** The square that the eyes and the corners of the mouth ask for; the nose has no say. */
    public static FaceQuad of(FivePoints face) {
        Point l = face.leftEye();
        Point r = face.rightEye();
        double eyeX = (l.x() + r.x()) / 2;
        double eyeY = (l.y() + r.y()) / 2;
        double acrossX = r.x() - l.x();
        double acrossY = r.y() - l.y();
        double downX = (face.mouthLeft().x() + face.mouthRight().x()) / 2 - eyeX;
        double downY = (face.mouthLeft().y() + face.mouthRight().y()) / 2 - eyeY;

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

    /** How far the square is turned clockwise from upright, radians. */
    public double roll() {
        return Math.atan2(ay, ax);
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

    /**
     * The way from the square, stretched to a side in pixels, into the picture; both continuous, a
     * first pixel reaching from 0 to 1.
     */
    public Similarity toPicture(int side) {
        double[] corners = corners();
        double step = 2.0 / side;
        return new Similarity(corners[0] + 0.5, corners[1] + 0.5, step * ax, step * ay);
    }

    /** The whole pixels around it: left, top, right, bottom. */
    int[] box() {
        double[] c = corners();
        return new int[] {
            (int) Math.floor(Math.min(Math.min(c[0], c[2]), Math.min(c[4], c[6]))),
            (int) Math.floor(Math.min(Math.min(c[1], c[3]), Math.min(c[5], c[7]))),
            (int) Math.ceil(Math.max(Math.max(c[0], c[2]), Math.max(c[4], c[6]))),
            (int) Math.ceil(Math.max(Math.max(c[1], c[3]), Math.max(c[5], c[7])))
        };
    }

    /** The part of a picture that lies within the box around it, if any. */
    Optional<Region> covered(int width, int height) {
        int[] box = box();
        int left = Math.max(0, box[0]);
        int top = Math.max(0, box[1]);
        int w = Math.min(width, box[2] + 1) - left;
        int h = Math.min(height, box[3] + 1) - top;
        return w > 0 && h > 0 ? Optional.of(new Region(left, top, w, h)) : Optional.empty();
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
