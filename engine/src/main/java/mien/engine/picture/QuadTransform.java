package mien.engine.picture;

/** Cuts a quadrilateral out of a picture, in Pillow's arithmetic (QUAD with bilinear sampling). */
public final class QuadTransform {
    private QuadTransform() {}

    /**
     * @param in an opaque picture
     * @param quad x and y of the corners that become top left, bottom left, bottom right, top right
     *     [8], in pixels with the first pixel's centre at one half
     * @param side columns and rows of the result
     * @return the opaque result; black where the quadrilateral leaves the picture
     */
    public static Picture bilinear(Picture in, double[] quad, int side) {
        double x0 = quad[0];
        double y0 = quad[1];
        double xRight = (quad[6] - x0) / side;
        double yRight = (quad[7] - y0) / side;
        double xDown = (quad[2] - x0) / side;
        double yDown = (quad[3] - y0) / side;
        double xBoth = (quad[4] - quad[2] - quad[6] + x0) / ((double) side * side);
        double yBoth = (quad[5] - quad[3] - quad[7] + y0) / ((double) side * side);
        int[] out = new int[side * side];
        for (int r = 0; r < side; r++) {
            double v = r + 0.5;
            for (int c = 0; c < side; c++) {
                double u = c + 0.5;
                out[r * side + c] =
                        sample(
                                in,
                                x0 + xRight * u + xDown * v + xBoth * u * v,
                                y0 + yRight * u + yDown * v + yBoth * u * v);
            }
        }
        return new Picture(side, side, out);
    }

    private static int sample(Picture in, double x, double y) {
        if (!(x >= 0 && x < in.width() && y >= 0 && y < in.height())) {
            return 0xff000000;
        }
        int left = (int) Math.floor(x - 0.5);
        int top = (int) Math.floor(y - 0.5);
        double dx = x - 0.5 - left;
        double dy = y - 0.5 - top;
        int x1 = Math.max(0, left);
        int x2 = Math.min(in.width() - 1, left + 1);
        int row1 = Math.max(0, top) * in.width();
        int row2 = Math.min(in.height() - 1, top + 1) * in.width();
        int pixel = 0xff;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double above = mix(in.argb(), row1 + x1, row1 + x2, shift, dx);
            double below = mix(in.argb(), row2 + x1, row2 + x2, shift, dx);
            pixel = pixel << 8 | (int) (above + (below - above) * dy); // truncated, as Pillow does
        }
        return pixel;
    }

    private static double mix(int[] argb, int left, int right, int shift, double share) {
        int from = argb[left] >> shift & 0xff;
        int to = argb[right] >> shift & 0xff;
        return from + (to - from) * share;
    }
}
