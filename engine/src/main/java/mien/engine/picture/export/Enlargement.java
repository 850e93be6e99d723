package mien.engine.picture.export;

import mien.engine.picture.Mask;
import mien.engine.picture.Picture;
import mien.engine.picture.Region;

/**
 * A result in the size of the picture it was made from: enlarged with a cubic kernel (Keys 1981, a
 * = −1/2), and where it covers a part only, laid into the original with soft edges. Row by row:
 * beside the outcome it holds four rows.
 */
public final class Enlargement {
    private static final int TAPS = 4;
    private static final int CHANNELS = 4;
    private static final double SOFT_EDGE = 0.02; // of the covered part's shorter side

    private Enlargement() {}

    /**
     * @param result what was made
     * @param original what it was made from
     * @param covers the part of the original that the result shows
     * @return a picture of the original's size; the result itself where it has that size
     */
    public static Picture in(Picture result, Picture original, Region covers) {
        boolean whole =
                covers.x() == 0
                        && covers.y() == 0
                        && covers.width() == original.width()
                        && covers.height() == original.height();
        Picture part = of(result, covers.width(), covers.height());
        return whole ? part : laid(part, original, covers);
    }

    /** A mask in another size, sampled bilinearly; itself where it has that size already. */
    public static Mask of(Mask in, int width, int height) {
        if (width == in.width() && height == in.height()) {
            return in;
        }
        byte[] values = new byte[width * height];
        for (int y = 0; y < height; y++) {
            double v = clamped((y + 0.5) * in.height() / height - 0.5, in.height() - 1);
            int top = (int) v;
            int bottom = Math.min(in.height() - 1, top + 1);
            for (int x = 0; x < width; x++) {
                double u = clamped((x + 0.5) * in.width() / width - 0.5, in.width() - 1);
                int left = (int) u;
                int right = Math.min(in.width() - 1, left + 1);
                double above = mixed(in.at(left, top), in.at(right, top), u - left);
                double below = mixed(in.at(left, bottom), in.at(right, bottom), u - left);
                values[y * width + x] = (byte) Math.round(mixed(above, below, v - top));
            }
        }
        return new Mask(width, height, values);
    }

    private static double clamped(double v, int most) {
        return Math.max(0, Math.min(most, v));
    }

    private static double mixed(double a, double b, double share) {
        return a + share * (b - a);
    }

    /** The picture in another size; itself where it has that size already. */
    public static Picture of(Picture in, int width, int height) {
        if (width <= in.width() && height <= in.height()) {
            return in.resized(width, height);
        }
        Taps across = new Taps(in.width(), width);
        Taps down = new Taps(in.height(), height);
        int[] argb = new int[width * height];
        float[][] rows = new float[TAPS][width * CHANNELS];
        int[] held = {-1, -1, -1, -1}; // which row of the input each holds
        for (int y = 0; y < height; y++) {
            float[] sum = new float[width * CHANNELS];
            for (int t = 0; t < TAPS; t++) {
                int row = down.at(y, t);
                int slot = row % TAPS;
                if (held[slot] != row) {
                    across(in, row, across, rows[slot]);
                    held[slot] = row;
                }
                float weight = down.weight(y, t);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += weight * rows[slot][i];
                }
            }
            pack(sum, argb, y * width);
        }
        return new Picture(width, height, argb);
    }

    /** For each place of the output: four neighbours in the input and their weights. */
    private record Taps(int in, int out, float[] weights, int[] lefts) {

        Taps(int in, int out) {
            this(in, out, new float[out * TAPS], new int[out]);
            for (int o = 0; o < out; o++) {
                double centre = (o + 0.5) * in / out - 0.5;
                int left = (int) Math.floor(centre);
                double t = centre - left;
                lefts[o] = left - 1;
                weights[o * TAPS] = (float) (t * (-0.5 + t * (1 - 0.5 * t)));
                weights[o * TAPS + 1] = (float) (1 + t * t * (-2.5 + 1.5 * t));
                weights[o * TAPS + 2] = (float) (t * (0.5 + t * (2 - 1.5 * t)));
                weights[o * TAPS + 3] = (float) (t * t * (-0.5 + 0.5 * t));
            }
        }

        int at(int o, int tap) {
            return Math.max(0, Math.min(in - 1, lefts[o] + tap));
        }

        float weight(int o, int tap) {
            return weights[o * TAPS + tap];
        }
    }

    /** One row of the input, enlarged: premultiplied red, green, blue, alpha. */
    private static void across(Picture in, int row, Taps taps, float[] out) {
        for (int x = 0, o = 0; x < taps.out(); x++, o += CHANNELS) {
            float red = 0;
            float green = 0;
            float blue = 0;
            float alpha = 0;
            for (int t = 0; t < TAPS; t++) {
                int pixel = in.argb()[row * in.width() + taps.at(x, t)];
                float cover = taps.weight(x, t) * (pixel >>> 24);
                alpha += cover;
                red += cover * (pixel >> 16 & 0xff);
                green += cover * (pixel >> 8 & 0xff);
                blue += cover * (pixel & 0xff);
            }
            out[o] = red;
            out[o + 1] = green;
            out[o + 2] = blue;
            out[o + 3] = alpha;
        }
    }

    private static void pack(float[] sums, int[] argb, int from) {
        for (int i = 0, s = 0; s < sums.length; i++, s += CHANNELS) {
            float alpha = sums[s + 3];
            int pixel = level(alpha);
            for (int c = 0; c < 3; c++) {
                pixel = pixel << 8 | (alpha < 0.5f ? 0 : level(sums[s + c] / alpha));
            }
            argb[from + i] = pixel;
        }
    }

    private static int level(float v) {
        return Math.max(0, Math.min(255, Math.round(v)));
    }

    private static Picture laid(Picture part, Picture original, Region covers) {
        int[] argb = original.argb().clone();
        int w = original.width();
        double soft = Math.max(1, SOFT_EDGE * Math.min(covers.width(), covers.height()));
        int top = Math.max(0, covers.y());
        int left = Math.max(0, covers.x());
        int bottom = Math.min(original.height(), covers.y() + covers.height());
        int right = Math.min(w, covers.x() + covers.width());
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                // Only an edge that lies inside the original is softened.
                int toEdge =
                        Math.min(
                                Math.min(left == 0 ? w : x - left + 1, right == w ? w : right - x),
                                Math.min(
                                        top == 0 ? w : y - top + 1,
                                        bottom == original.height() ? w : bottom - y));
                double share = Math.min(1, toEdge / (soft + 1));
                int pixel = part.argb()[(y - covers.y()) * part.width() + x - covers.x()];
                argb[y * w + x] = blended(pixel, argb[y * w + x], share);
            }
        }
        return new Picture(w, original.height(), argb);
    }

    private static int blended(int a, int b, double share) {
        int out = 0;
        for (int shift = 24; shift >= 0; shift -= 8) {
            double v = share * (a >>> shift & 0xff) + (1 - share) * (b >>> shift & 0xff);
            out |= (int) Math.round(v) << shift;
        }
        return out;
    }
}
