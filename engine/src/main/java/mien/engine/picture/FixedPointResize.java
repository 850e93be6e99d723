package mien.engine.picture;

/**
 * Bilinear resizing in OpenCV's arithmetic for 8-bit pictures: coefficients of 11 binary places,
 * nothing against aliasing.
 */
public final class FixedPointResize {
    private static final int ONE = 1 << 11;

    private FixedPointResize() {}

    /** The two pixels one new pixel lies between, and how much of each. */
    private record Pair(int first, int second, int ofFirst, int ofSecond) {}

    /**
     * @param in an opaque picture
     * @param width columns of the result
     * @param height rows of the result
     * @return the opaque result
     */
    public static Picture of(Picture in, int width, int height) {
        Pair[] columns = pairs(in.width(), width);
        Pair[] rows = pairs(in.height(), height);
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                argb[y * width + x] = mixed(in, columns[x], rows[y]);
            }
        }
        return new Picture(width, height, argb);
    }

    private static Pair[] pairs(int from, int to) {
        double scale = (double) from / to;
        Pair[] pairs = new Pair[to];
        for (int i = 0; i < to; i++) {
            float at = (float) ((i + 0.5) * scale - 0.5);
            int first = (int) Math.floor(at);
            float share = at - first;
            if (first < 0) {
                first = 0;
                share = 0;
            }
            if (first >= from - 1) {
                first = from - 1;
                share = 0;
            }
            int second = Math.min(first + 1, from - 1);
            int ofFirst = (int) Math.rint((1 - share) * ONE);
            pairs[i] = new Pair(first, second, ofFirst, (int) Math.rint(share * ONE));
        }
        return pairs;
    }

    private static int mixed(Picture in, Pair column, Pair row) {
        int pixel = 0xff;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int above = along(in, row.first, column, shift);
            int below = along(in, row.second, column, shift);
            // two of the 22 places are lost before, as OpenCV does to stay in 16 bits
            int sum = (row.ofFirst * (above >> 4) >> 16) + (row.ofSecond * (below >> 4) >> 16);
            pixel = pixel << 8 | sum + 2 >> 2;
        }
        return pixel;
    }

    private static int along(Picture in, int row, Pair column, int shift) {
        int start = row * in.width();
        return (in.argb()[start + column.first] >> shift & 0xff) * column.ofFirst
                + (in.argb()[start + column.second] >> shift & 0xff) * column.ofSecond;
    }
}
