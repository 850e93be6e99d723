package mien.engine.train;

import mien.engine.picture.Homography;
import mien.engine.tensor.NoiseSource;

/**
 * Pictures seen from elsewhere. Maps take a pixel of what is seen to where it comes from.
 *
 * @param side of the planes
 */
record Views(int side) {

    private static final double MOST_TURN = Math.toRadians(15);
    private static final double MOST_SHIFT = 0.1;
    private static final double MOST_TILT = 0.35;

    /** Turned by up to 15° about the middle and moved up or down by up to a tenth. */
    Homography turned(NoiseSource random) {
        double angle = MOST_TURN * (2 * random.uniform() - 1);
        double shift = MOST_SHIFT * side * (2 * random.uniform() - 1);
        double c = (side - 1) / 2.0;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        return Homography.of(
                cos,
                sin,
                c - cos * c - sin * (c + shift),
                -sin,
                cos,
                c + sin * c - cos * (c + shift),
                0,
                0,
                1);
    }

    /** Each corner moved inwards by up to 0.35 of the side, the picture tilted with it. */
    Homography tilted(NoiseSource random) {
        double last = side - 1.0;
        double[] corners = {0, 0, last, 0, last, last, 0, last};
        double[] moved = new double[8];
        for (int i = 0; i < 8; i++) {
            double by = MOST_TILT * side * random.uniform();
            moved[i] = corners[i] == 0 ? by : corners[i] - by;
        }
        return Homography.between(moved, corners);
    }
}
