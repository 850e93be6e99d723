package mien.engine.picture.mask;

import java.util.Arrays;

/**
 * Grey dilation and erosion by a Euclidean disc: every pixel takes the largest value within the
 * radius, so that soft edges move as they are. The disc is taken row by row; the largest value of a
 * run of any length is that of two overlapping runs of a power of two.
 */
final class Growth {

    private Growth() {}

    /**
     * @param radius pixels; less than 0 shrinks. Beyond the plane the mask goes on as at its border
     */
    static Plane of(Plane in, double radius) {
        return radius == 0
                ? in
                : radius > 0 ? grown(in, radius) : grown(in.inverted(), -radius).inverted();
    }

    private static Plane grown(Plane in, double radius) {
        int w = in.width();
        int h = in.height();
        int r = (int) Math.floor(radius);
        int levels = 32 - Integer.numberOfLeadingZeros(2 * r + 1);
        int[][] out = new int[h][w];
        int[][] runs = new int[levels][w + 2 * r];
        for (int y = 0; y < h; y++) {
            if (!fill(in, y, r, runs[0])) {
                continue; // nothing in this row to spread
            }
            for (int k = 1; k < levels; k++) {
                longer(runs[k - 1], 1 << k - 1, runs[k]);
            }
            for (int dy = Math.max(-r, -y); dy <= Math.min(r, h - 1 - y); dy++) {
                int half = (int) Math.floor(Math.sqrt(radius * radius - (double) dy * dy));
                int k = 31 - Integer.numberOfLeadingZeros(2 * half + 1);
                raise(out[y + dy], runs[k], r - half, r + half + 1 - (1 << k));
            }
        }
        return plane(out, w, h);
    }

    /** A row with r zeros before and behind it. */
    private static boolean fill(Plane in, int y, int r, int[] row) {
        Arrays.fill(row, 0);
        int any = 0;
        for (int x = 0; x < in.width(); x++) {
            int v = in.values()[y * in.width() + x] & 0xff;
            row[x + r] = v;
            any |= v;
        }
        return any != 0;
    }

    /** The largest of runs twice as long: two that lie end to end. */
    private static void longer(int[] run, int length, int[] twice) {
        int n = run.length - length;
        for (int x = 0; x < n; x++) {
            twice[x] = Math.max(run[x], run[x + length]);
        }
        System.arraycopy(run, Math.max(0, n), twice, Math.max(0, n), run.length - Math.max(0, n));
    }

    private static void raise(int[] out, int[] run, int left, int right) {
        for (int x = 0; x < out.length; x++) {
            out[x] = Math.max(out[x], Math.max(run[x + left], run[x + right]));
        }
    }

    private static Plane plane(int[][] rows, int w, int h) {
        byte[] out = new byte[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                out[y * w + x] = (byte) rows[y][x];
            }
        }
        return new Plane(w, h, out);
    }
}
