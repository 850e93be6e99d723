package mien.engine.picture.export;

import mien.engine.picture.Picture;

/** A small picture of a large one: means of whole blocks, with no copy of the large one. */
final class Thumbnail {
    private Thumbnail() {}

    /**
     * @param side the longest side wanted
     * @return at most as large; the picture itself if it is small enough
     */
    static Picture of(Picture in, int side) {
        int k = (Math.max(in.width(), in.height()) + side - 1) / side;
        if (k <= 1) {
            return in;
        }
        int w = Math.max(1, in.width() / k);
        int h = Math.max(1, in.height() / k);
        int[] argb = new int[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                argb[y * w + x] = mean(in, x * k, y * k, k);
            }
        }
        return new Picture(w, h, argb);
    }

    private static int mean(Picture in, int left, int top, int k) {
        int right = Math.min(in.width(), left + k);
        int bottom = Math.min(in.height(), top + k);
        long[] sums = new long[3];
        long alphas = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int pixel = in.argb()[y * in.width() + x];
                int alpha = pixel >>> 24;
                alphas += alpha;
                for (int c = 0; c < 3; c++) {
                    sums[c] += (long) (pixel >> 16 - 8 * c & 0xff) * alpha;
                }
            }
        }
        long n = (long) (right - left) * (bottom - top);
        int out = (int) ((alphas + n / 2) / n);
        for (long sum : sums) {
            out = out << 8 | (alphas == 0 ? 0 : (int) ((sum + alphas / 2) / alphas));
        }
        return out;
    }
}
