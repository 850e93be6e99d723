package mien.engine.picture;

/** Separable linear resampling; the triangle is as wide as an output pixel when shrinking. */
final class Resampler {
    private Resampler() {}

    /** The input pixels one output pixel is made of: weights of {@code first}, first+1, … */
    private record Tap(int first, float[] weights) {}

    static Picture resize(Picture in, int width, int height) {
        float[] rgba = premultiplied(in.argb()); // [h, w, 4]
        float[] wide = columns(rgba, in.height(), in.width(), taps(in.width(), width));
        float[] done = rows(wide, width, taps(in.height(), height)); // [height, width, 4]
        return new Picture(width, height, packed(done));
    }

    private static Tap[] taps(int in, int out) {
        double scale = (double) in / out;
        double radius = Math.max(1, scale);
        Tap[] taps = new Tap[out];
        for (int o = 0; o < out; o++) {
            double centre = (o + 0.5) * scale - 0.5;
            int first = Math.max(0, (int) Math.ceil(centre - radius));
            int last = Math.min(in - 1, (int) Math.floor(centre + radius));
            float[] weights = new float[last - first + 1];
            double sum = 0;
            for (int i = first; i <= last; i++) {
                sum += Math.max(0, 1 - Math.abs(i - centre) / radius);
            }
            for (int i = first; i <= last; i++) {
                weights[i - first] = (float) (Math.max(0, 1 - Math.abs(i - centre) / radius) / sum);
            }
            taps[o] = new Tap(first, weights);
        }
        return taps;
    }

    private static float[] columns(float[] in, int height, int width, Tap[] taps) {
        float[] out = new float[height * taps.length * 4];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < taps.length; x++) {
                int o = (y * taps.length + x) * 4;
                int i = (y * width + taps[x].first) * 4;
                for (float w : taps[x].weights) {
                    for (int c = 0; c < 4; c++) {
                        out[o + c] += w * in[i++];
                    }
                }
            }
        }
        return out;
    }

    private static float[] rows(float[] in, int width, Tap[] taps) {
        int row = width * 4;
        float[] out = new float[taps.length * row];
        for (int y = 0; y < taps.length; y++) {
            for (int k = 0; k < taps[y].weights.length; k++) {
                float w = taps[y].weights[k];
                int i = (taps[y].first + k) * row;
                for (int x = 0; x < row; x++) {
                    out[y * row + x] += w * in[i + x];
                }
            }
        }
        return out;
    }

    /** Colours times alpha, so that transparent pixels do not bleed into their neighbours. */
    private static float[] premultiplied(int[] argb) {
        float[] rgba = new float[argb.length * 4];
        for (int i = 0; i < argb.length; i++) {
            float alpha = (argb[i] >>> 24) / 255f;
            rgba[4 * i] = (argb[i] >> 16 & 0xff) * alpha;
            rgba[4 * i + 1] = (argb[i] >> 8 & 0xff) * alpha;
            rgba[4 * i + 2] = (argb[i] & 0xff) * alpha;
            rgba[4 * i + 3] = alpha;
        }
        return rgba;
    }

    private static int[] packed(float[] rgba) {
        int[] argb = new int[rgba.length / 4];
        for (int i = 0; i < argb.length; i++) {
            float alpha = rgba[4 * i + 3];
            float k = alpha > 0 ? 1 / (255 * alpha) : 0;
            argb[i] =
                    Range.UNIT.level(alpha) << 24
                            | Range.UNIT.level(rgba[4 * i] * k) << 16
                            | Range.UNIT.level(rgba[4 * i + 1] * k) << 8
                            | Range.UNIT.level(rgba[4 * i + 2] * k);
        }
        return argb;
    }
}
