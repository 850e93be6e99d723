package mien.engine.picture;

/** The colours of a picture one by one, in double precision. */
final class Channels {
    static final int COUNT = 3;

    private Channels() {}

    /** Red, green, blue: [3][height·width], each level times {@code scale}. */
    static double[][] of(Picture picture, double scale) {
        double[][] channels = new double[COUNT][picture.argb().length];
        for (int c = 0; c < COUNT; c++) {
            int shift = 16 - 8 * c;
            for (int i = 0; i < channels[c].length; i++) {
                channels[c][i] = (picture.argb()[i] >> shift & 0xff) * scale;
            }
        }
        return channels;
    }

    /** The opaque picture of levels 0 to 255, clamped and truncated. */
    static Picture picture(double[][] levels, int width, int height) {
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xff;
            for (int c = 0; c < COUNT; c++) {
                argb[i] = argb[i] << 8 | (int) Math.max(0, Math.min(255, levels[c][i]));
            }
        }
        return new Picture(width, height, argb);
    }
}
