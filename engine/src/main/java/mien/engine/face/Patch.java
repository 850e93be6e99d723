package mien.engine.face;

import mien.engine.picture.GaussianBlur;
import mien.engine.picture.KernelSampler.Planes;
import mien.engine.picture.Picture;

/**
 * What an edit does to a portrait, so that it can be done to the picture the portrait was cut from:
 * new = edited + k·(old − crop). k is 1 where the edit changed nothing, so that the picture stays
 * as it was there, and 0 where it did.
 */
final class Patch {
    /** Red, green and blue of edited − k·crop, and k. */
    static final int PLANES = 4;

    /** Levels that an edit may be off by and still have changed nothing. */
    private static final double SAME = 3;

    /** From so many levels on nothing of the old detail is left. */
    private static final double OTHER = 12;

    private Patch() {}

    static Planes of(Picture edited, Picture crop) {
        int w = crop.width();
        int h = crop.height();
        double[] change = new double[w * h];
        for (int i = 0; i < change.length; i++) {
            change[i] = difference(edited.argb()[i], crop.argb()[i]);
        }
        change = GaussianBlur.of(change, w, h, 1, 1, GaussianBlur.Border.REFLECT);
        float[] planes = new float[PLANES * change.length];
        for (int i = 0; i < change.length; i++) {
            double k = Math.max(0, Math.min(1, (OTHER - change[i]) / (OTHER - SAME)));
            for (int c = 0; c < 3; c++) {
                int shift = 16 - 8 * c;
                int from = crop.argb()[i] >> shift & 0xff;
                int to = edited.argb()[i] >> shift & 0xff;
                planes[PLANES * i + c] = (float) (to - k * from);
            }
            planes[PLANES * i + 3] = (float) k;
        }
        return new Planes(w, h, planes);
    }

    /** The largest difference of the three colours. */
    private static int difference(int a, int b) {
        int largest = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            largest = Math.max(largest, Math.abs((a >> shift & 0xff) - (b >> shift & 0xff)));
        }
        return largest;
    }

    /**
     * A pixel of the picture with the patch laid on it.
     *
     * @param old 0xAARRGGBB; the transparency stays
     * @param patch the four numbers at its place
     * @param share how much of it, 0 to 1
     */
    static int laid(int old, float[] patch, float share) {
        int out = old >>> 24;
        for (int c = 0; c < 3; c++) {
            float from = old >> 16 - 8 * c & 0xff;
            float to = Math.max(0, Math.min(255, patch[c] + patch[3] * from));
            out = out << 8 | FacePlace.level(from + share * (to - from));
        }
        return out;
    }
}
