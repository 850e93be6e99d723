package mien.engine.picture.mask;

/**
 * Gaussian softening by four box filters with fractional ends (Gwosdek et al. 2011, "Theoretical
 * foundations of Gaussian convolution by extended box filtering"): the cost does not grow with the
 * softness, and nothing beyond a known reach matters.
 */
final class Feather {

    private static final int PASSES = 4;

    private Feather() {}

    /** How many pixels away a pixel can matter. */
    static int reach(double sigma) {
        return sigma == 0 ? 0 : PASSES * (whole(sigma) + 1);
    }

    /** The whole pixels on each side of a box's middle; equation (12) of the paper. */
    private static int whole(double sigma) {
        double variance = sigma * sigma / PASSES;
        return (int) Math.floor((Math.sqrt(1 + 12 * variance) - 1) / 2);
    }

    /**
     * @param sigma standard deviation in pixels; 0 leaves the plane. Beyond the plane the mask goes
     *     on as at its border
     */
    static Plane of(Plane in, double sigma) {
        if (sigma == 0) {
            return in;
        }
        int w = in.width();
        int h = in.height();
        float[] plane = new float[w * h];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = in.values()[i] & 0xff;
        }
        float[] across = transposed(boxed(plane, w, h, sigma), w, h); // [w, h]
        float[] soft = transposed(boxed(across, h, w, sigma), h, w); // [h, w]
        byte[] out = new byte[soft.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) (int) Math.max(0, Math.min(255, soft[i] + 0.5f));
        }
        return new Plane(w, h, out);
    }

    /** All rows of a plane [rows, n]. */
    private static float[] boxed(float[] plane, int n, int rows, double sigma) {
        int r = whole(sigma);
        double variance = sigma * sigma / PASSES;
        double length = 2 * r + 1;
        double share = // equation (14): what the two end pixels count
                length * (r * (r + 1) - 3 * variance) / (6 * (variance - (r + 1.0) * (r + 1)));
        double end = share / (length + 2 * share);
        double middle = 1 / (length + 2 * share);
        int pad = PASSES * (r + 1);
        double[] a = new double[n + 2 * pad]; // the border goes on as far as it matters
        double[] b = new double[n + 2 * pad];
        float[] out = new float[plane.length];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < a.length; i++) {
                a[i] = plane[row * n + clamped(i - pad, n)];
            }
            for (int pass = 0; pass < PASSES; pass++) {
                box(a, b, r, middle, end);
                double[] swap = a;
                a = b;
                b = swap;
            }
            for (int i = 0; i < n; i++) {
                out[row * n + i] = (float) a[pad + i];
            }
        }
        return out;
    }

    private static void box(double[] in, double[] out, int r, double middle, double end) {
        int n = in.length;
        double sum = 0;
        for (int k = -r; k <= r; k++) {
            sum += in[clamped(k, n)];
        }
        for (int i = 0; i < n; i++) {
            double left = in[clamped(i - r - 1, n)];
            double right = in[clamped(i + r + 1, n)];
            out[i] = middle * sum + end * (left + right);
            sum += right - in[clamped(i - r, n)];
        }
    }

    private static int clamped(int i, int n) {
        return Math.max(0, Math.min(n - 1, i));
    }

    private static float[] transposed(float[] in, int w, int h) {
        float[] out = new float[in.length];
        int block = 32; // both sides of a block stay in the cache
        for (int y0 = 0; y0 < h; y0 += block) {
            for (int x0 = 0; x0 < w; x0 += block) {
                for (int y = y0; y < Math.min(h, y0 + block); y++) {
                    for (int x = x0; x < Math.min(w, x0 + block); x++) {
                        out[x * h + y] = in[y * w + x];
                    }
                }
            }
        }
        return out;
    }
}
