package mien.engine.edit.faceswap;

import mien.engine.picture.Levels;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;
import mien.engine.picture.Range;

/**
 * What is written at the end: x̂_0 within the mask, the target outside (reference diffface.md §6).
 * Pixels where the mask is 0 are the target's, bit by bit.
 *
 * @param target S × S
 * @param mask M, 0 to 255, S × S
 */
record Paste(Picture target, Mask mask) {

    Paste {
        if (mask.width() != target.width() || mask.height() != target.height()) {
            throw new IllegalArgumentException(
                    "The mask has %d × %d pixels, but the target %d × %d."
                            .formatted(
                                    mask.width(), mask.height(), target.width(), target.height()));
        }
    }

    /**
     * ((1 − M)·target + M·x̂_0 + 1)/2.
     *
     * @param x0 planar red, green, blue in about [−1, 1] [3·S²]
     * @return the same in [0, 1]
     */
    float[] values(float[] x0) {
        float[] below = target.planar(Range.SIGNED);
        int plane = mask.values().length;
        float[] out = new float[x0.length];
        for (int i = 0; i < out.length; i++) {
            float m = (mask.values()[i % plane] & 0xff) / 255f;
            float unit = ((1 - m) * below[i] + m * x0[i] + 1) / 2;
            out[i] = Math.max(0, Math.min(1, unit));
        }
        return out;
    }

    /** The same in 8 bits, truncated. */
    Picture picture(float[] x0) {
        float[] unit = values(x0);
        int plane = mask.values().length;
        int[] argb = target.argb().clone();
        for (int i = 0; i < plane; i++) {
            if (mask.values()[i] != 0) {
                argb[i] =
                        0xff000000
                                | Levels.truncated(unit[i]) << 16
                                | Levels.truncated(unit[plane + i]) << 8
                                | Levels.truncated(unit[2 * plane + i]);
            }
        }
        return new Picture(target.width(), target.height(), argb);
    }
}
