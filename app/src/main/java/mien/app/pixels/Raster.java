package mien.app.pixels;

import java.util.Arrays;
import mien.engine.picture.Picture;

/**
 * Pixels as the screen takes them.
 *
 * @param argb premultiplied, row-major
 */
record Raster(int width, int height, int[] argb) {

    private static final int PAIRS = 0x00ff00ff; // two channels with room between them

    Raster {
        if (width < 1 || height < 1 || (long) width * height != argb.length) {
            throw new IllegalArgumentException(
                    "%d × %d pixels are not %d".formatted(width, height, argb.length));
        }
    }

    static Raster premultiplied(Picture in) {
        int[] out = new int[in.argb().length];
        for (int i = 0; i < out.length; i++) {
            int pixel = in.argb()[i];
            int alpha = pixel >>> 24;
            out[i] =
                    alpha << 24
                            | (pixel >> 16 & 0xff) * alpha / 255 << 16
                            | (pixel >> 8 & 0xff) * alpha / 255 << 8
                            | (pixel & 0xff) * alpha / 255;
        }
        return new Raster(in.width(), in.height(), out);
    }

    /** Half as wide and high, rounded up; {@link #halve} fills it. */
    Raster emptyHalf() {
        int w = (width + 1) / 2;
        int h = (height + 1) / 2;
        return new Raster(w, h, new int[w * h]);
    }

    /** Makes a rectangle of the half: each of its pixels is the mean of four of these. */
    void halve(Raster half, Cut part) {
        int whole = Math.min(part.right, width / 2); // beyond it lies half a column at most
        for (int y = part.top; y < part.bottom; y++) {
            int above = 2 * y * width;
            int below = Math.min(2 * y + 1, height - 1) * width;
            int out = y * half.width;
            int a = above + 2 * part.left;
            int b = below + 2 * part.left;
            for (int x = part.left; x < whole; x++, a += 2, b += 2) {
                half.argb[out + x] = mean(argb[a], argb[a + 1], argb[b], argb[b + 1]);
            }
            for (int x = Math.max(part.left, whole); x < part.right; x++) {
                int last = 2 * x;
                half.argb[out + x] =
                        mean(
                                argb[above + last],
                                argb[above + last],
                                argb[below + last],
                                argb[below + last]);
            }
        }
    }

    private static int mean(int a, int b, int c, int d) {
        int low = (a & PAIRS) + (b & PAIRS) + (c & PAIRS) + (d & PAIRS) + 0x00020002;
        int high =
                (a >>> 8 & PAIRS)
                        + (b >>> 8 & PAIRS)
                        + (c >>> 8 & PAIRS)
                        + (d >>> 8 & PAIRS)
                        + 0x00020002;
        return low >>> 2 & PAIRS | (high >>> 2 & PAIRS) << 8;
    }

    /**
     * Copies a rectangle, each pixel as a square.
     *
     * @param size of a square's sides
     * @param to where to; its rows are {@code toWidth} long
     * @param x where the rectangle's left edge comes to lie
     */
    void copy(Cut cut, int size, int[] to, int toWidth, int x, int y) {
        int wide = cut.width() * size;
        for (int row = 0; row < cut.height(); row++) {
            int from = (cut.top + row) * width + cut.left;
            int at = (y + row * size) * toWidth + x;
            if (size == 1) {
                System.arraycopy(argb, from, to, at, wide);
                continue;
            }
            for (int i = 0; i < cut.width(); i++) {
                Arrays.fill(to, at + i * size, at + (i + 1) * size, argb[from + i]);
            }
            for (int again = 1; again < size; again++) {
                System.arraycopy(to, at, to, at + again * toWidth, wide);
            }
        }
    }

    /** A rectangle of pixels; the right column and the bottom row are the first outside. */
    record Cut(int left, int top, int right, int bottom) {

        int width() {
            return right - left;
        }

        int height() {
            return bottom - top;
        }

        boolean empty() {
            return left >= right || top >= bottom;
        }

        Cut and(Cut other) {
            return new Cut(
                    Math.max(left, other.left),
                    Math.max(top, other.top),
                    Math.min(right, other.right),
                    Math.min(bottom, other.bottom));
        }

        /** All pixels this one touches when it is made larger or smaller. */
        Cut scaled(double k) {
            return new Cut(
                    (int) Math.floor(left * k),
                    (int) Math.floor(top * k),
                    (int) Math.ceil(right * k),
                    (int) Math.ceil(bottom * k));
        }
    }

    /** All of it. */
    Cut all() {
        return new Cut(0, 0, width, height);
    }
}
