package mien.engine.face;

import mien.engine.picture.Picture;
import mien.engine.picture.SquareCrop;

/**
 * The square around a face that DECA's encoder reads (Feng et al. 2021; reference diffusionrig.md
 * §7.2).
 *
 * @param x left edge in picture pixels
 * @param y top edge in picture pixels
 * @param size side in picture pixels, a whole number
 */
public record DecaCrop(double x, double y, int size) {
    /** Side of the crop that the encoder reads. */
    public static final int SIDE = 224;

    /** The points do not reach the forehead: their box is a tenth too small. */
    private static final double POINTS = 1.1;

    private static final double ENLARGED = 1.25;

    public DecaCrop {
        if (size < 1) {
            throw new IllegalArgumentException(
                    "The points of the face lie on one spot, so no crop can be cut around them.");
        }
    }

    /**
     * @param box of the face's points
     */
    public static DecaCrop around(FaceBox box) {
        double side = (box.width() + box.height()) / 2 * POINTS;
        int size = (int) (side * ENLARGED);
        double cx = box.right() - box.width() / 2;
        double cy = box.bottom() - box.height() / 2;
        return new DecaCrop(cx - size / 2.0, cy - size / 2.0, size);
    }

    /** Where no face was found: the whole picture is the face, and is still enlarged. */
    public static DecaCrop ofWhole(Picture picture) {
        // rows bound the columns and columns the rows, as in the original: pictures are square here
        return around(new FaceBox(0, 0, picture.height() - 1, picture.width() - 1));
    }

    /**
     * @param side of the crop in its own pixels
     * @return picture to crop pixels, 3 × 3 row-major [9]
     */
    public float[] pictureToCrop(int side) {
        double k = scale(side);
        return new float[] {
            (float) k, 0, (float) (-k * x), 0, (float) k, (float) (-k * y), 0, 0, 1
        };
    }

    /**
     * @param picture the whole picture
     * @param side of the crop in its own pixels
     * @return planar red, green, blue over 0 to 1, zeros outside the picture [3·side·side]
     */
    public float[] cut(Picture picture, int side) {
        return SquareCrop.of(picture, x, y, 1 / scale(side), side);
    }

    private double scale(int side) {
        return (side - 1.0) / size;
    }
}
