package mien.engine.evaluate;

import mien.engine.picture.Picture;

/**
 * How close a picture is to the true one over a part of it, in decibels: 10·log₁₀(255² / mean
 * squared error).
 */
final class Psnr {

    /**
     * What equal pictures get, so that means stay finite; 8-bit pictures that differ visibly lie
     * far below.
     */
    static final double EQUAL = 99;

    private Psnr() {}

    /**
     * @param mask which pixels count, row-major; at least one
     * @return over red, green and blue of those pixels; at most {@link #EQUAL}
     */
    static double of(Picture ours, Picture truth, boolean[] mask) {
        if (ours.width() != truth.width()
                || ours.height() != truth.height()
                || mask.length != truth.argb().length) {
            throw new IllegalArgumentException(
                    "pictures of %d × %d and %d × %d cannot be compared under a mask of %d"
                            .formatted(
                                    ours.width(),
                                    ours.height(),
                                    truth.width(),
                                    truth.height(),
                                    mask.length));
        }
        long squares = 0;
        long values = 0;
        for (int i = 0; i < mask.length; i++) {
            if (mask[i]) {
                squares += squared(ours.argb()[i], truth.argb()[i]);
                values += 3;
            }
        }
        if (values == 0) {
            throw new IllegalArgumentException("the mask is empty: there is nothing to compare");
        }
        double mse = (double) squares / values;
        return mse == 0 ? EQUAL : Math.min(EQUAL, 10 * Math.log10(255.0 * 255.0 / mse));
    }

    private static int squared(int a, int b) {
        int sum = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int d = (a >> shift & 0xff) - (b >> shift & 0xff);
            sum += d * d;
        }
        return sum;
    }
}
