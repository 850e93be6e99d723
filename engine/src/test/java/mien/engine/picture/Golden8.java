package mien.engine.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mien.engine.GoldenCase;

/** Pictures of golden cases: bytes of [height, width, 3]. */
public final class Golden8 {
    private Golden8() {}

    /**
     * @param golden the case
     * @param tensor name of a U8 tensor [height, width, 3]
     * @return it as an opaque picture
     */
    public static Picture picture(GoldenCase golden, String tensor) {
        byte[] rgb = golden.bytes(tensor);
        int[] argb = new int[rgb.length / 3];
        for (int i = 0; i < argb.length; i++) {
            argb[i] =
                    0xff000000
                            | (rgb[3 * i] & 0xff) << 16
                            | (rgb[3 * i + 1] & 0xff) << 8
                            | (rgb[3 * i + 2] & 0xff);
        }
        return new Picture(golden.size(tensor, 1), golden.size(tensor, 0), argb);
    }

    /**
     * Every level within one of the original's, and most of them the same.
     *
     * @param what named in the failure
     * @param ours our picture
     * @param expected the original's
     * @param stride which rows and columns of ours are compared
     * @param equal least share of equal levels
     */
    public static void assertSame(
            String what, Picture ours, Picture expected, int stride, double equal) {
        assertEquals(expected.width(), (ours.width() + stride - 1) / stride, what + ": width");
        assertEquals(expected.height(), (ours.height() + stride - 1) / stride, what + ": height");
        int same = 0;
        int levels = 0;
        for (int i = 0; i < expected.argb().length; i++) {
            int x = i % expected.width() * stride;
            int y = i / expected.width() * stride;
            for (int shift = 16; shift >= 0; shift -= 8) {
                int a = ours.argb()[y * ours.width() + x] >> shift & 0xff;
                int b = expected.argb()[i] >> shift & 0xff;
                assertEquals(b, a, 1, what + " at " + x + ", " + y);
                same += a == b ? 1 : 0;
                levels++;
            }
        }
        double share = (double) same / levels;
        assertTrue(share >= equal, what + ": only " + share + " of the levels are equal");
    }
}
