package mien.engine.train;

import java.util.Arrays;
import mien.engine.picture.Picture;

/** Points marked on pictures, for people to judge by. */
final class Dots {

    private static final int INK = 0xFFFF3030;

    private Dots() {}

    /**
     * @param points x and y in pixels, the first one's middle at 0
     * @return the picture with a dot at each of them that lies in it
     */
    static Picture on(Picture picture, float[] points) {
        int[] argb = picture.argb().clone();
        for (int k = 0; k < points.length / 2; k++) {
            int x = Math.round(points[2 * k]);
            int y = Math.round(points[2 * k + 1]);
            if (x >= 0 && y >= 0 && x < picture.width() && y < picture.height()) {
                argb[y * picture.width() + x] = INK;
            }
        }
        return new Picture(picture.width(), picture.height(), argb);
    }

    /** A grey picture of values over 0 to 1. */
    static Picture grey(float[] values, int width) {
        int[] argb = new int[values.length];
        Arrays.setAll(
                argb,
                i ->
                        0xff000000
                                | 0x010101
                                        * Math.max(0, Math.min(255, Math.round(255 * values[i]))));
        return new Picture(width, values.length / width, argb);
    }
}
