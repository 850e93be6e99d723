package mien.engine.picture;

import java.util.Arrays;

/**
 * A line over an axis, to look at: no letters, a grid at every tenth of the height. What lies
 * outside the axes is drawn at their ends.
 */
public final class Plot {

    private static final int PAPER = 0xFFFFFFFF;
    private static final int GRID = 0xFFE0E0E0;
    private static final int INK = 0xFF2060C0;
    private static final int TENTHS = 10;

    private final int width;
    private final int height;
    private final Axis across;
    private final Axis up;
    private final int[] argb;

    /**
     * The numbers that an axis runs through, from left to right or from the bottom up.
     *
     * @param from at its beginning
     * @param to at its end, above {@code from}
     */
    public record Axis(double from, double to) {

        public Axis {
            if (!(from < to)) {
                throw new IllegalArgumentException(
                        "an axis runs upwards, but got %s to %s".formatted(from, to));
            }
        }

        private int pixel(double value, int pixels) {
            double share = (value - from) / (to - from);
            return (int) (Math.max(0, Math.min(1, share)) * (pixels - 1));
        }
    }

    /** An empty plot of that many pixels. */
    public Plot(int width, int height, Axis across, Axis up) {
        this.width = width;
        this.height = height;
        this.across = across;
        this.up = up;
        argb = new int[width * height];
        Arrays.fill(argb, PAPER);
        for (int tenth = 1; tenth < TENTHS; tenth++) {
            int y = tenth * height / TENTHS;
            Arrays.fill(argb, y * width, (y + 1) * width, GRID);
        }
    }

    /** Joins the points (x, y) in their order. */
    public Plot line(double[] x, double[] y) {
        for (int i = 1; i < x.length; i++) {
            line(column(x[i - 1]), row(y[i - 1]), column(x[i]), row(y[i]));
        }
        return this;
    }

    /** Dots of {@code radius} pixels on the points (x, y). */
    public Plot dots(double[] x, double[] y, int radius) {
        for (int i = 0; i < x.length; i++) {
            for (int dy = -radius; dy <= radius; dy++) {
                for (int dx = -radius; dx <= radius; dx++) {
                    if (dx * dx + dy * dy <= radius * radius) {
                        ink(column(x[i]) + dx, row(y[i]) + dy);
                    }
                }
            }
        }
        return this;
    }

    private int column(double x) {
        return across.pixel(x, width);
    }

    private int row(double y) {
        return height - 1 - up.pixel(y, height);
    }

    private void line(int x0, int y0, int x1, int y1) {
        int steps = Math.max(1, Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0)));
        for (int i = 0; i <= steps; i++) {
            ink(x0 + (x1 - x0) * i / steps, y0 + (y1 - y0) * i / steps);
        }
    }

    private void ink(int x, int y) {
        if (x >= 0 && x < width && y >= 0 && y < height) {
            argb[y * width + x] = INK;
        }
    }

    /** What was drawn so far. */
    public Picture picture() {
        return new Picture(width, height, argb.clone());
    }
}
