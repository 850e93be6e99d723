package mien.engine.picture;

/**
 * Resizing in scikit-image's arithmetic: a Gaussian against aliasing, then linear interpolation,
 * then 8 bits by truncation. Even the same size darkens some levels by one, since v·(1/255)·255 may
 * end just below v; DiffusionRig's pictures pass through it (reference diffusionrig.md §7.1).
 */
public final class SmoothResize {
    private SmoothResize() {}

    /**
     * @param in an opaque picture; transparency is left out
     * @param width columns of the result
     * @param height rows of the result
     * @return the opaque result
     */
    public static Picture of(Picture in, int width, int height) {
        return Channels.picture(levels(in, width, height), width, height);
    }

    /** Red, green, blue over 0 to 255 before they are truncated: [3][height·width]. */
    static double[][] levels(Picture in, int width, int height) {
        double fx = (double) in.width() / width;
        double fy = (double) in.height() / height;
        double[][] channels = Channels.of(in, 1.0 / 255);
        for (int c = 0; c < channels.length; c++) {
            double[] smooth =
                    GaussianBlur.of(
                            channels[c],
                            in.width(),
                            in.height(),
                            Math.max(0, (fx - 1) / 2),
                            Math.max(0, (fy - 1) / 2),
                            GaussianBlur.Border.MIRROR);
            channels[c] = interpolated(smooth, in.width(), in.height(), width, height);
        }
        return channels;
    }

    /** Levels 0 to 255 of values 0 to 1. */
    private static double[] interpolated(double[] in, int w, int h, int width, int height) {
        double[] out = new double[width * height];
        for (int r = 0; r < height; r++) {
            double y = (r + 0.5) * ((double) h / height) - 0.5;
            int top = (int) Math.floor(y);
            int row1 = GaussianBlur.Border.MIRROR.index(top, h) * w;
            int row2 = GaussianBlur.Border.MIRROR.index(top + 1, h) * w;
            double dy = y - top;
            for (int c = 0; c < width; c++) {
                double x = (c + 0.5) * ((double) w / width) - 0.5;
                int left = (int) Math.floor(x);
                int x1 = GaussianBlur.Border.MIRROR.index(left, w);
                int x2 = GaussianBlur.Border.MIRROR.index(left + 1, w);
                double dx = x - left;
                double value =
                        (1 - dy) * ((1 - dx) * in[row1 + x1] + dx * in[row1 + x2])
                                + dy * ((1 - dx) * in[row2 + x1] + dx * in[row2 + x2]);
                out[r * width + c] = value * 255;
            }
        }
        return out;
    }
}
