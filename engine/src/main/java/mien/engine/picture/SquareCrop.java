package mien.engine.picture;

/** Cuts a square at any scale out of a picture, sampled bilinearly as scikit-image's warp does. */
public final class SquareCrop {
    private SquareCrop() {}

    /**
     * Crop pixel (i, j) is the picture at (x + i·step, y + j·step), pixel centres at whole numbers,
     * zeros outside.
     *
     * @param in an opaque picture
     * @param x left column
     * @param y top row
     * @param step picture pixels a crop pixel
     * @param side columns and rows of the crop
     * @return planar red, green, blue over 0 to 1 [3·side·side]
     */
    public static float[] of(Picture in, double x, double y, double step, int side) {
        double[][] channels = Channels.of(in, 1.0 / 255);
        float[] out = new float[3 * side * side];
        for (int c = 0; c < 3; c++) {
            for (int j = 0; j < side; j++) {
                for (int i = 0; i < side; i++) {
                    out[(c * side + j) * side + i] =
                            (float) sample(channels[c], in, x + i * step, y + j * step);
                }
            }
        }
        return out;
    }

    private static double sample(double[] channel, Picture in, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double dx = x - left;
        double dy = y - top;
        double above = (1 - dx) * at(channel, in, left, top) + dx * at(channel, in, left + 1, top);
        double below =
                (1 - dx) * at(channel, in, left, top + 1) + dx * at(channel, in, left + 1, top + 1);
        return (1 - dy) * above + dy * below;
    }

    private static double at(double[] channel, Picture in, int x, int y) {
        boolean inside = x >= 0 && x < in.width() && y >= 0 && y < in.height();
        return inside ? channel[y * in.width() + x] : 0;
    }
}
