package mien.engine.picture;

/** Gaussian smoothing in SciPy's arithmetic: separable, cut off at four standard deviations. */
public final class GaussianBlur {
    private static final double CUT = 4;

    private GaussianBlur() {}

    /** What lies beyond the border. */
    public enum Border {
        /** … c b | a b c …: the picture mirrored at the middle of its outermost pixels. */
        MIRROR,
        /** … b a | a b c …: the picture mirrored at its edge. */
        REFLECT;

        /** The pixel inside a line of {@code n} that stands for any position. */
        public int index(int i, int n) {
            if (n == 1) {
                return 0;
            }
            int period = this == MIRROR ? 2 * n - 2 : 2 * n;
            int at = Math.floorMod(i, period);
            if (at < n) {
                return at;
            }
            return this == MIRROR ? period - at : period - 1 - at;
        }
    }

    /**
     * @param plane one channel [height·width], row-major
     * @param width columns
     * @param height rows
     * @param sigmaX standard deviation along the columns in pixels; 0 leaves them
     * @param sigmaY standard deviation along the rows
     * @param border what lies beyond the border
     * @return the smoothed channel [height·width]
     */
    public static double[] of(
            double[] plane, int width, int height, double sigmaX, double sigmaY, Border border) {
        double[] down = sigmaY > 0 ? along(plane, height, width, width, 1, sigmaY, border) : plane;
        return sigmaX > 0 ? along(down, width, 1, height, width, sigmaX, border) : down;
    }

    /** Smooths lines of {@code n} pixels that lie {@code step} apart. */
    private static double[] along(
            double[] in, int n, int step, int lines, int lineStep, double sigma, Border border) {
        double[] kernel = kernel(sigma);
        int radius = kernel.length / 2;
        int[] from = new int[n + 2 * radius];
        for (int i = 0; i < from.length; i++) {
            from[i] = border.index(i - radius, n) * step;
        }
        double[] out = new double[in.length];
        for (int line = 0; line < lines; line++) {
            int start = line * lineStep;
            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (int k = 0; k < kernel.length; k++) {
                    sum += kernel[k] * in[start + from[i + k]];
                }
                out[start + i * step] = sum;
            }
        }
        return out;
    }

    private static double[] kernel(double sigma) {
        int radius = (int) (CUT * sigma + 0.5);
        double[] kernel = new double[2 * radius + 1];
        double sum = 0;
        for (int i = -radius; i <= radius; i++) {
            kernel[i + radius] = Math.exp(-i * i / (2 * sigma * sigma));
            sum += kernel[i + radius];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        return kernel;
    }
}
