package mien.engine.edit.faceswap;

import mien.engine.edit.EditException;
import mien.engine.edit.FaceMark;
import mien.engine.picture.FivePoints;

/** What five points tell of a face without any network. */
final class FaceSpots {

    /** Half the width of a face, in distances between the eyes. */
    private static final double HALF = 1.15;

    /** From the middle of eyes and mouth up to the brow and down to the chin, likewise. */
    private static final double UP = 1.3;

    private static final double DOWN = 1.4;

    /** Points closer together than so many pixels mark no face. */
    private static final double LEAST = 2;

    private FaceSpots() {}

    /** How far the eyes, or else eyes and mouth, are apart, pixels. */
    static double size(FivePoints p) {
        return Math.max(
                distance(p.leftEye(), p.rightEye()),
                0.9 * distance(middle(p.leftEye(), p.rightEye()), mouth(p)));
    }

    /** Between eyes and mouth. */
    static FivePoints.Point middle(FivePoints p) {
        return middle(middle(p.leftEye(), p.rightEye()), mouth(p));
    }

    /** A rectangle around a face. */
    static FaceMark.Box box(FivePoints p) {
        double size = size(p);
        FivePoints.Point c = middle(p);
        return new FaceMark.Box(
                c.x() - HALF * size, c.y() - UP * size, c.x() + HALF * size, c.y() + DOWN * size);
    }

    /**
     * Refuses points that mark no face.
     *
     * @throws EditException if they lie on one spot, or wholly outside the picture
     */
    static void require(FivePoints p, int width, int height) {
        if (size(p) < LEAST) {
            throw new EditException(
                    "The five points lie on one spot: put them on the eyes, the nose and the corners of the mouth.");
        }
        FaceMark.Box box = box(p);
        if (box.right() <= 0 || box.bottom() <= 0 || box.left() >= width || box.top() >= height) {
            throw new EditException(
                    "The five points lie outside the picture of %d × %d pixels: put them on a face in it."
                            .formatted(width, height));
        }
    }

    private static FivePoints.Point mouth(FivePoints p) {
        return middle(p.mouthLeft(), p.mouthRight());
    }

    private static FivePoints.Point middle(FivePoints.Point a, FivePoints.Point b) {
        return new FivePoints.Point((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
    }

    private static double distance(FivePoints.Point a, FivePoints.Point b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }
}
