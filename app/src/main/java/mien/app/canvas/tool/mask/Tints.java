package mien.app.canvas.tool.mask;

/**
 * The colours of the veil, as the theme has them.
 *
 * @param inside laid over what lies inside a mask, 0xAARRGGBB
 * @param outside laid over what lies outside, when that is asked for
 */
public record Tints(int inside, int outside) {

    /** Nothing is seen. */
    public static final Tints NONE = new Tints(0, 0);

    /** A colour at a part of its opacity, premultiplied. */
    static int premultiplied(int argb, double share) {
        double alpha = (argb >>> 24) * share;
        int out = (int) (alpha + 0.5);
        for (int shift = 16; shift >= 0; shift -= 8) {
            out = out << 8 | (int) ((argb >> shift & 0xff) * alpha / 255 + 0.5);
        }
        return out;
    }
}
