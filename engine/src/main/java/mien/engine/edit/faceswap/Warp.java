package mien.engine.edit.faceswap;

import java.util.Optional;
import mien.engine.picture.Homography;

/**
 * How one copy of a face is changed before the identity network looks at it (reference diffface.md
 * §5.1): turned and shifted, then tilted, either of them or none. Both maps take pixels of the
 * picture to pixels of the copy.
 *
 * @param turned an affine map; what comes from beyond the edge is the edge
 * @param tilted a projective map; what comes from beyond the edge is 0
 */
public record Warp(Optional<Homography> turned, Optional<Homography> tilted) {

    /** The copy that stays as it is. */
    public static final Warp NONE = new Warp(Optional.empty(), Optional.empty());

    /**
     * Turned about the middle of a picture, then moved.
     *
     * @param degrees by which angle
     * @param dx columns to the right
     * @param dy rows down
     * @param side of the picture
     */
    public static Homography turning(double degrees, double dx, double dy, int side) {
        double c = side / 2.0 - 0.5;
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        return Homography.of( // T(d)·T(c)·R·T(−c)
                cos,
                -sin,
                c - cos * c + sin * c + dx,
                sin,
                cos,
                c - sin * c - cos * c + dy,
                0,
                0,
                1);
    }

    /**
     * The corners of a picture moved elsewhere.
     *
     * @param corners where top left, top right, bottom right, bottom left go: x and y of each [8]
     * @param side of the picture
     */
    public static Homography tilting(double[] corners, int side) {
        return Homography.between(corners(side), corners);
    }

    /** Top left, top right, bottom right, bottom left: x and y of each [8]. */
    static double[] corners(int side) {
        double last = side - 1.0;
        return new double[] {0, 0, last, 0, last, last, 0, last};
    }
}
