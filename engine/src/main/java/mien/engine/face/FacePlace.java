package mien.engine.face;

import java.util.Optional;
import mien.engine.face.FfhqAlignment.Prepared;
import mien.engine.picture.Filter;
import mien.engine.picture.FilteredResize;
import mien.engine.picture.FivePoints;
import mien.engine.picture.KernelSampler.Planes;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;
import mien.engine.picture.PictureException;
import mien.engine.picture.Region;
import mien.engine.picture.Sampling;
import mien.engine.picture.Similarity;

/**
 * Where a face lies in a picture of any size: the upright square that the portrait networks read
 * (FFHQ's alignment, reference diffface.md §4), and the way back into the picture.
 *
 * @param quad the square in picture pixels
 */
public record FacePlace(FaceQuad quad) {

    /** The place that the eyes and the corners of the mouth ask for. */
    public static FacePlace of(FivePoints face) {
        return new FacePlace(FaceQuad.of(face));
    }

    /** The place that the eyes and the corners of the mouth ask for. */
    public static FacePlace of(Landmarks68 face) {
        return new FacePlace(FaceQuad.of(face));
    }

    /**
     * A square that is not turned.
     *
     * @param left its left edge in picture pixels, 0 at the picture's own
     * @param top its upper edge
     * @param side picture pixels
     */
    public static FacePlace upright(double left, double top, double side) {
        double half = side / 2;
        return new FacePlace(new FaceQuad(left + half - 0.5, top + half - 0.5, half, 0));
    }

    /**
     * The portrait. Beyond the picture its soft mirror image goes on, as in FFHQ.
     *
     * @param whole a picture; transparency is left out
     * @param side columns and rows of the portrait
     * @throws PictureException if the square lies wholly outside the picture
     */
    public Picture crop(Picture whole, int side) {
        Prepared near = near(whole, side);
        Sampling seen =
                new Sampling(
                        Planes.of(near.picture()), Filter.BICUBIC, near.quad().toPicture(side));
        int[] argb = new int[side * side];
        seen.read(
                new Region(0, 0, side, side),
                i -> true,
                (i, rgb) ->
                        argb[i] =
                                0xff000000
                                        | level(rgb[0]) << 16
                                        | level(rgb[1]) << 8
                                        | level(rgb[2]));
        return new Picture(side, side, argb);
    }

    /**
     * Where points of the picture lie in the portrait. In both, the middle of the first pixel is
     * (0, 0).
     *
     * @param xy columns and rows, x before y
     * @param side of the portrait
     */
    public double[] inside(double[] xy, int side) {
        Similarity way = quad.toPicture(side).inverse();
        double[] out = new double[xy.length];
        for (int i = 0; i < xy.length; i += 2) {
            out[i] = way.x(xy[i] + 0.5, xy[i + 1] + 0.5) - 0.5;
            out[i + 1] = way.y(xy[i] + 0.5, xy[i + 1] + 0.5) - 0.5;
        }
        return out;
    }

    /** The pixels around the square, shrunk by a whole factor to at least twice the side. */
    private Prepared near(Picture whole, int side) {
        Region around = FfhqAlignment.around(quad, whole.width(), whole.height());
        int wanted = (int) (quad.side() / side / 2);
        int factor = Math.max(1, Math.min(wanted, Math.min(around.width(), around.height())));
        int w = around.width() / factor;
        int h = around.height() / factor;
        // whole multiples, so that the shrunk pixels lie exactly where these do
        Region even = new Region(around.x(), around.y(), w * factor, h * factor);
        Picture small = FilteredResize.of(whole.cropped(even), w, h, Filter.LANCZOS);
        FaceQuad inside =
                new FaceQuad(
                        (quad.cx() + 0.5 - even.x()) / factor - 0.5,
                        (quad.cy() + 0.5 - even.y()) / factor - 0.5,
                        quad.ax() / factor,
                        quad.ay() / factor);
        return FfhqAlignment.padded(new Prepared(small, inside));
    }

    /**
     * The picture with an edited portrait put back. Where the edit changed nothing the picture
     * keeps its own detail, which the portrait may be too small to hold.
     *
     * @param whole the picture that {@link #crop} was given
     * @param edited the portrait, square, of any side
     * @param mask where it counts; pixels of 0 are exactly those of the whole
     * @param band how wide a band inside the mask takes on the surroundings' colours, as the
     *     standard deviation of a Gaussian in the portrait's pixels; 0 for none
     */
    public Picture pasted(Picture whole, Picture edited, FaceMask mask, double band) {
        mask.requireSizes(whole, edited);
        Optional<Region> covered = quad.covered(whole.width(), whole.height());
        if (covered.isEmpty()) {
            return whole;
        }
        Picture crop = crop(whole, edited.width());
        Picture matched = Seam.matched(edited, crop, mask.crop(), band);
        Similarity way = quad.toPicture(edited.width()).inverse();
        Sampling patch = new Sampling(Patch.of(matched, crop), Filter.BICUBIC, way);
        Region r = covered.get();
        byte[] shares = mask.whole().plain(r).values();
        int[] argb = whole.argb().clone();
        patch.read(
                r,
                i -> shares[i] != 0,
                (i, there) -> {
                    int at = (r.y() + i / r.width()) * whole.width() + r.x() + i % r.width();
                    argb[at] = Patch.laid(argb[at], there, (shares[i] & 0xff) / 255f);
                });
        return new Picture(whole.width(), whole.height(), argb);
    }

    /** {@link #pasted(Picture, Picture, FaceMask, double)} with a mask of the portrait alone. */
    public Picture pasted(Picture whole, Picture edited, Mask cropMask) {
        FaceMask mask = FaceMask.of(this, cropMask, whole.width(), whole.height());
        return pasted(whole, edited, mask, 0);
    }

    static int level(float v) {
        return (int) Math.max(0, Math.min(255, v + 0.5f));
    }
}
