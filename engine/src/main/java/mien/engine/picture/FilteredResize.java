package mien.engine.picture;

/**
 * Resizing in Pillow's arithmetic, to the same 8-bit levels: first the columns, then the rows, each
 * rounded to 8 bits, with coefficients of 22 binary places. The published systems prepare their
 * pictures so; for looks, {@link Picture#resized} is the better choice.
 */
public final class FilteredResize {
    private static final int PLACES = 22;
    private static final int ONE_HALF = 1 << PLACES - 1;

    private FilteredResize() {}

    /** The input pixels one output pixel is made of: coefficients of {@code first}, first+1, … */
    private record Tap(int first, int[] coefficients) {}

    /**
     * @param in an opaque picture; transparency is left out
     * @param width columns of the result
     * @param height rows of the result
     * @param filter the kernel, widened when shrinking so that nothing aliases
     * @return the opaque result
     */
    public static Picture of(Picture in, int width, int height, Filter filter) {
        Picture wide = width == in.width() ? in : columns(in, taps(in.width(), width, filter));
        return height == in.height() ? wide : rows(wide, taps(in.height(), height, filter));
    }

    private static Tap[] taps(int in, int out, Filter filter) {
        double scale = (double) in / out;
        double stretch = Math.max(1, scale);
        double support = filter.support * stretch;
        Tap[] taps = new Tap[out];
        for (int o = 0; o < out; o++) {
            double centre = (o + 0.5) * scale;
            int first = Math.max(0, (int) (centre - support + 0.5));
            int end = Math.min(in, (int) (centre + support + 0.5));
            double[] weights = new double[end - first];
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                weights[i] = filter.at((i + first - centre + 0.5) / stretch);
                sum += weights[i];
            }
            int[] coefficients = new int[weights.length];
            for (int i = 0; i < weights.length; i++) {
                double k = weights[i] / sum * (1 << PLACES);
                coefficients[i] = (int) (k < 0 ? k - 0.5 : k + 0.5);
            }
            taps[o] = new Tap(first, coefficients);
        }
        return taps;
    }

    private static Picture columns(Picture in, Tap[] taps) {
        int[] out = new int[in.height() * taps.length];
        for (int y = 0; y < in.height(); y++) {
            for (int x = 0; x < taps.length; x++) {
                int start = y * in.width() + taps[x].first;
                out[y * taps.length + x] = mixed(in.argb(), start, 1, taps[x].coefficients);
            }
        }
        return new Picture(taps.length, in.height(), out);
    }

    private static Picture rows(Picture in, Tap[] taps) {
        int w = in.width();
        int[] out = new int[taps.length * w];
        for (int y = 0; y < taps.length; y++) {
            for (int x = 0; x < w; x++) {
                int start = taps[y].first * w + x;
                out[y * w + x] = mixed(in.argb(), start, w, taps[y].coefficients);
            }
        }
        return new Picture(w, taps.length, out);
    }

    private static int mixed(int[] argb, int start, int stride, int[] coefficients) {
        int red = ONE_HALF;
        int green = ONE_HALF;
        int blue = ONE_HALF;
        int at = start;
        for (int k : coefficients) {
            red += (argb[at] >> 16 & 0xff) * k;
            green += (argb[at] >> 8 & 0xff) * k;
            blue += (argb[at] & 0xff) * k;
            at += stride;
        }
        return 0xff000000 | level(red) << 16 | level(green) << 8 | level(blue);
    }

    private static int level(int sum) {
        return Math.max(0, Math.min(255, sum >> PLACES));
    }
}
