package mien.engine.face;

import java.util.Arrays;
import mien.engine.picture.GaussianBlur;
import mien.engine.picture.Picture;

/**
 * Enlarges a picture by its mirror image, which is blurred towards the outside and fades into the
 * middle colour (reference diffusionrig.md §7.3).
 */
final class SoftPadding {
    private SoftPadding() {}

    /**
     * @param pad pixels to add at the left, top, right and bottom, each at least 1
     * @param sigma of the blur, in pixels
     */
    static Picture around(Picture in, int[] pad, double sigma) {
        int w = in.width() + pad[0] + pad[2];
        int h = in.height() + pad[1] + pad[3];
        float[] mask = mask(w, h, pad);
        int[] argb = new int[w * h];
        Arrays.fill(argb, 0xff);
        for (int shift = 16; shift >= 0; shift -= 8) {
            double[] plane = mirrored(in, shift, w, h, pad);
            double[] soft = GaussianBlur.of(plane, w, h, sigma, sigma, GaussianBlur.Border.REFLECT);
            for (int i = 0; i < plane.length; i++) {
                plane[i] += (soft[i] - plane[i]) * clamped(mask[i] * 3 + 1);
            }
            double middle = median(plane);
            for (int i = 0; i < plane.length; i++) {
                double level = plane[i] + (middle - plane[i]) * clamped(mask[i]);
                argb[i] = argb[i] << 8 | (int) Math.rint(Math.max(0, Math.min(255, level)));
            }
        }
        return new Picture(w, h, argb);
    }

    /** 1 at the outer edge, 0 at the old one, negative inside. */
    private static float[] mask(int w, int h, int[] pad) {
        float[] mask = new float[w * h];
        for (int y = 0; y < h; y++) {
            float rows = 1 - Math.min((float) y / pad[1], (float) (h - 1 - y) / pad[3]);
            for (int x = 0; x < w; x++) {
                float columns = 1 - Math.min((float) x / pad[0], (float) (w - 1 - x) / pad[2]);
                mask[y * w + x] = Math.max(columns, rows);
            }
        }
        return mask;
    }

    private static float clamped(float v) {
        return Math.max(0, Math.min(1, v));
    }

    private static double[] mirrored(Picture in, int shift, int w, int h, int[] pad) {
        double[] plane = new double[w * h];
        for (int y = 0; y < h; y++) {
            int row = GaussianBlur.Border.MIRROR.index(y - pad[1], in.height()) * in.width();
            for (int x = 0; x < w; x++) {
                int column = GaussianBlur.Border.MIRROR.index(x - pad[0], in.width());
                plane[y * w + x] = in.argb()[row + column] >> shift & 0xff;
            }
        }
        return plane;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
