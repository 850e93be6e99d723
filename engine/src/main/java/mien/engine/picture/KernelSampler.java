package mien.engine.picture;

import java.util.Arrays;

/**
 * Reads planes of numbers between their pixels, by a separable kernel as wide as a pixel of what is
 * being made, so that nothing aliases. Beyond the border the outermost pixels go on. For one thread
 * at a time.
 */
public final class KernelSampler {

    private final Planes in;
    private final Filter filter;
    private final double stretch;
    private final double reach;
    private final double[] columns;
    private final double[] rows;
    private final double[] sums;

    /**
     * Several planes of one size, pixel by pixel.
     *
     * @param width columns
     * @param height rows
     * @param values row-major, the planes' numbers of a pixel side by side [height·width·count]
     */
    public record Planes(int width, int height, float[] values) {
        public Planes {
            if (width < 1 || height < 1 || values.length % ((long) width * height) != 0) {
                throw new IllegalArgumentException(
                        "%d numbers are no planes of %d × %d"
                                .formatted(values.length, width, height));
            }
        }

        /** How many planes there are. */
        public int count() {
            return values.length / (width * height);
        }

        /** Red, green and blue of a picture, 0 to 255. */
        public static Planes of(Picture picture) {
            float[] values = new float[3 * picture.argb().length];
            for (int i = 0; i < picture.argb().length; i++) {
                int pixel = picture.argb()[i];
                values[3 * i] = pixel >> 16 & 0xff;
                values[3 * i + 1] = pixel >> 8 & 0xff;
                values[3 * i + 2] = pixel & 0xff;
            }
            return new Planes(picture.width(), picture.height(), values);
        }

        /** A mask, 0 to 255. */
        public static Planes of(Mask mask) {
            float[] values = new float[mask.values().length];
            for (int i = 0; i < values.length; i++) {
                values[i] = mask.values()[i] & 0xff;
            }
            return new Planes(mask.width(), mask.height(), values);
        }
    }

    /**
     * @param step pixels of these planes per pixel of what is being made; the kernel grows with it
     *     above 1
     */
    public KernelSampler(Planes in, Filter filter, double step) {
        this.in = in;
        this.filter = filter;
        stretch = Math.max(1, step);
        reach = filter.support * stretch;
        columns = new double[(int) Math.ceil(2 * reach)];
        rows = new double[columns.length];
        sums = new double[in.count()];
    }

    /**
     * @param x a column, the first pixel reaching from 0 to 1
     * @param y a row
     * @param out the planes' numbers there
     */
    public void read(double x, double y, float[] out) {
        int left = weigh(x, columns);
        int top = weigh(y, rows);
        Arrays.fill(sums, 0);
        for (int j = 0; j < rows.length; j++) {
            if (rows[j] != 0) {
                add(rows[j], left, clamped(top + j, in.height) * in.width);
            }
        }
        for (int p = 0; p < sums.length; p++) {
            out[p] = (float) sums[p];
        }
    }

    private void add(double weight, int left, int start) {
        boolean inside = left >= 0 && left + columns.length <= in.width;
        for (int i = 0; i < columns.length; i++) {
            double w = weight * columns[i];
            int column = inside ? left + i : clamped(left + i, in.width);
            int at = (start + column) * sums.length;
            for (int p = 0; p < sums.length; p++) {
                sums[p] += w * in.values[at + p];
            }
        }
    }

    /** Fills in what the pixels from the returned one on count, in all 1. */
    private int weigh(double at, double[] weights) {
        int first = (int) Math.floor(at - 0.5 - reach) + 1;
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = filter.at((first + i + 0.5 - at) / stretch);
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return first;
    }

    private static int clamped(int i, int n) {
        return Math.max(0, Math.min(n - 1, i));
    }
}
