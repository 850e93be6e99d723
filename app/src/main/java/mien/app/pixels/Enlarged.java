package mien.app.pixels;

import java.util.Optional;
import mien.engine.picture.Picture;

/**
 * Small pictures, such as the demo models' results, enlarged by a whole factor with a cubic kernel,
 * since what the screen does by itself (linear) shows the pixel grid of a small picture. Larger
 * ones, such as the proxies that follow a drag, are left to the screen.
 */
final class Enlarged {

    private static final int SMALL_SIDE = 192; // below this the pixel grid would show
    private static final int WANTED_SIDE = 640;
    private static final int MOST = 6;
    private static final int TAPS = 4;

    private Enlarged() {}

    /** Of an opaque picture; empty if it is fine enough as it is. */
    static Optional<Raster> of(Picture in) {
        int side = Math.min(in.width(), in.height());
        int k = Math.min(MOST, (WANTED_SIDE + side - 1) / side);
        boolean fine = side >= SMALL_SIDE || Math.max(in.width(), in.height()) >= WANTED_SIDE;
        if (fine) {
            return Optional.empty();
        }
        int w = in.width() * k;
        int h = in.height() * k;
        float[] wide = columns(in, k); // [in.height, w, 3]
        int[] out = new int[w * h];
        float[][] kernel = kernel(k);
        for (int y = 0; y < h; y++) {
            row(
                    wide,
                    w,
                    in.height(),
                    Math.floorDiv(2 * y + 1 - k, 2 * k),
                    kernel[y % k],
                    out,
                    y * w);
        }
        return Optional.of(new Raster(w, h, out));
    }

    /**
     * Catmull–Rom weights (Keys 1981, a = −1/2) of the four neighbours, for each place within an
     * enlarged pixel.
     */
    private static float[][] kernel(int k) {
        float[][] weights = new float[k][TAPS];
        for (int p = 0; p < k; p++) {
            double centre = (p + 0.5) / k - 0.5;
            double t = centre - Math.floor(centre);
            weights[p][0] = (float) (t * (-0.5 + t * (1 - 0.5 * t)));
            weights[p][1] = (float) (1 + t * t * (-2.5 + 1.5 * t));
            weights[p][2] = (float) (t * (0.5 + t * (2 - 1.5 * t)));
            weights[p][3] = (float) (t * t * (-0.5 + 0.5 * t));
        }
        return weights;
    }

    /** Every row enlarged: [in.height, k·in.width, 3]. */
    private static float[] columns(Picture in, int k) {
        int w = in.width() * k;
        int[] taps = new int[w * TAPS]; // which pixels of a row make each of the wide row
        for (int x = 0; x < w; x++) {
            int left = Math.floorDiv(2 * x + 1 - k, 2 * k);
            for (int tap = 0; tap < TAPS; tap++) {
                taps[x * TAPS + tap] = clamp(left - 1 + tap, in.width() - 1);
            }
        }
        float[][] kernel = kernel(k);
        float[] out = new float[in.height() * w * 3];
        for (int y = 0, o = 0; y < in.height(); y++) {
            int row = y * in.width();
            for (int x = 0; x < w; x++, o += 3) {
                float[] weights = kernel[x % k];
                float red = 0;
                float green = 0;
                float blue = 0;
                for (int tap = 0; tap < TAPS; tap++) {
                    int pixel = in.argb()[row + taps[x * TAPS + tap]];
                    float weight = weights[tap];
                    red += weight * (pixel >> 16 & 0xff);
                    green += weight * (pixel >> 8 & 0xff);
                    blue += weight * (pixel & 0xff);
                }
                out[o] = red;
                out[o + 1] = green;
                out[o + 2] = blue;
            }
        }
        return out;
    }

    private static void row(
            float[] wide, int w, int rows, int top, float[] weights, int[] out, int o) {
        int a = clamp(top - 1, rows - 1) * w * 3;
        int b = clamp(top, rows - 1) * w * 3;
        int c = clamp(top + 1, rows - 1) * w * 3;
        int d = clamp(top + 2, rows - 1) * w * 3;
        for (int x = 0, i = 0; x < w; x++) {
            int pixel = 0xff;
            for (int channel = 0; channel < 3; channel++, i++) {
                float v =
                        weights[0] * wide[a + i]
                                + weights[1] * wide[b + i]
                                + weights[2] * wide[c + i]
                                + weights[3] * wide[d + i];
                pixel = pixel << 8 | clamp((int) (v + 0.5f), 0xff);
            }
            out[o + x] = pixel;
        }
    }

    private static int clamp(int v, int most) {
        return Math.max(0, Math.min(most, v));
    }
}
