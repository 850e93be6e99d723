package mien.engine.edit.faceswap;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;
import mien.engine.picture.Region;

/**
 * What a run hands out: the portraits of the swapped faces, one below the other, as opaque as the
 * parser finds a face there; the first pixel is never wholly opaque, by which a strip is told from
 * a finished picture of its size. The picture they belong in may be a hundred times as large, and
 * is made of them when it is looked at.
 */
final class SwapStrip {

    private static final int RGB = 0xffffff;

    /** Not wholly opaque, even if all of a portrait is face. */
    private static final int STRIP = 0xfeffffff;

    private SwapStrip() {}

    /**
     * @param portraits square, of one size
     * @param faces where the parser finds the face of each
     */
    static Picture of(List<Picture> portraits, List<Mask> faces) {
        int side = portraits.get(0).width();
        int[] argb = new int[portraits.size() * side * side];
        for (int n = 0; n < portraits.size(); n++) {
            for (int i = 0; i < side * side; i++) {
                int share = faces.get(n).values()[i] & 0xff;
                argb[n * side * side + i] = share << 24 | portraits.get(n).argb()[i] & RGB;
            }
        }
        argb[0] &= STRIP;
        return new Picture(side, portraits.size() * side, argb);
    }

    /**
     * Whether a picture is a strip of so many portraits, and not the finished picture: that is as
     * large and, pixel by pixel, as opaque as the one it was made from.
     *
     * @param source the picture the portraits belong in
     */
    static boolean is(Picture picture, int count, Picture source) {
        return count > 0
                && picture.height() == count * picture.width()
                && !opaqueAlike(picture, source);
    }

    private static boolean opaqueAlike(Picture a, Picture b) {
        return a.width() == b.width()
                && a.height() == b.height()
                && IntStream.range(0, a.argb().length)
                        .allMatch(i -> a.argb()[i] >>> 24 == b.argb()[i] >>> 24);
    }

    /** The portraits, opaque again. */
    static List<Picture> portraits(Picture strip) {
        List<Picture> portraits = new ArrayList<>();
        for (Picture part : parts(strip)) {
            int[] argb = part.argb().clone();
            for (int i = 0; i < argb.length; i++) {
                argb[i] |= ~RGB;
            }
            portraits.add(new Picture(part.width(), part.height(), argb));
        }
        return portraits;
    }

    /** The portraits beside each other, opaque; what is no strip stays as it is. */
    static Picture beside(Picture strip) {
        int side = strip.width();
        int count = strip.height() / side;
        if (count == 0 || strip.height() != count * side) {
            return strip;
        }
        int[] argb = new int[count * side * side];
        for (int n = 0; n < count; n++) {
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    argb[(y * count + n) * side + x] =
                            strip.argb()[(n * side + y) * side + x] | ~RGB;
                }
            }
        }
        return new Picture(count * side, side, argb);
    }

    /** Where the faces are. */
    static List<Mask> faces(Picture strip) {
        List<Mask> faces = new ArrayList<>();
        for (Picture part : parts(strip)) {
            byte[] shares = new byte[part.argb().length];
            for (int i = 0; i < shares.length; i++) {
                shares[i] = (byte) (part.argb()[i] >>> 24);
            }
            faces.add(new Mask(part.width(), part.height(), shares));
        }
        return faces;
    }

    private static List<Picture> parts(Picture strip) {
        int side = strip.width();
        List<Picture> parts = new ArrayList<>();
        for (int y = 0; y < strip.height(); y += side) {
            parts.add(strip.cropped(new Region(0, y, side, side)));
        }
        return parts;
    }
}
