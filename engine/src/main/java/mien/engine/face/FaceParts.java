package mien.engine.face;

import java.util.Set;
import java.util.function.IntUnaryOperator;
import mien.engine.picture.Mask;

/** The classes of CelebAMask-HQ's face parser (BiSeNet; reference diffface.md §8.2). */
public final class FaceParts {
    /** How many classes the parser tells apart. */
    public static final int COUNT = 19;

    /** Skin, brows, eyes, nose, mouth and lips: what DiffFace calls the face. */
    public static final Set<Integer> FACE = Set.of(1, 2, 3, 4, 5, 10, 11, 12, 13);

    /** Red of the colour map by class, 0 to 255: the soft mask of DiffFace's unblended mode. */
    private static final int[] RED = {
        0, 255, 0, 0, 255, 204, 0, 204, 102, 0, 76, 102, 255, 0, 0, 0, 0, 0, 0
    };

    private FaceParts() {}

    /**
     * @param logits the parser's answer [19·height·width]
     * @param width columns
     * @param height rows
     * @return the likeliest class of every pixel; the lower one of equals
     */
    public static Mask classes(float[] logits, int width, int height) {
        int plane = width * height;
        byte[] best = new byte[plane];
        for (int i = 0; i < plane; i++) {
            for (int k = 1; k < COUNT; k++) {
                if (logits[k * plane + i] > logits[best[i] * plane + i]) {
                    best[i] = (byte) k;
                }
            }
        }
        return new Mask(width, height, best);
    }

    /**
     * @param classes class numbers
     * @return 255 on the face, 0 elsewhere
     */
    public static Mask face(Mask classes) {
        return mapped(classes, k -> FACE.contains(k) ? 255 : 0);
    }

    /**
     * @param classes class numbers
     * @return the red of DiffFace's colour map
     */
    public static Mask red(Mask classes) {
        return mapped(classes, k -> RED[k]);
    }

    /**
     * @param a class numbers
     * @param b class numbers of as many pixels
     * @return the share of pixels of the same part, among those that either has in the face; 1 if
     *     neither has any
     */
    public static double agreement(Mask a, Mask b) {
        int same = 0;
        int either = 0;
        for (int i = 0; i < a.values().length; i++) {
            int p = a.values()[i];
            int q = b.values()[i];
            if (FACE.contains(p) || FACE.contains(q)) {
                either++;
                same += p == q ? 1 : 0;
            }
        }
        return either == 0 ? 1 : (double) same / either;
    }

    private static Mask mapped(Mask classes, IntUnaryOperator level) {
        byte[] out = new byte[classes.values().length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) level.applyAsInt(classes.values()[i] & 0xff);
        }
        return new Mask(classes.width(), classes.height(), out);
    }
}
