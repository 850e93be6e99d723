package mien.engine.picture;

/** Pixels as files hold them: one byte a sample. */
final class Samples {
    private Samples() {}

    /**
     * @param samples 3 for red, green, blue; 4 with alpha
     * @param out one row, interleaved
     */
    static void row(Picture picture, int y, int samples, byte[] out) {
        int from = y * picture.width();
        for (int x = 0, o = 0; x < picture.width(); x++, o += samples) {
            int pixel = picture.argb()[from + x];
            out[o] = (byte) (pixel >> 16);
            out[o + 1] = (byte) (pixel >> 8);
            out[o + 2] = (byte) pixel;
            if (samples == 4) {
                out[o + 3] = (byte) (pixel >>> 24);
            }
        }
    }
}
