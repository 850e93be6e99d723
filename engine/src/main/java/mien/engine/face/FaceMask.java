package mien.engine.face;

import java.util.Arrays;
import java.util.Optional;
import mien.engine.picture.Filter;
import mien.engine.picture.KernelSampler.Planes;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;
import mien.engine.picture.Region;
import mien.engine.picture.Sampling;
import mien.engine.picture.Similarity;
import mien.engine.picture.mask.Join;
import mien.engine.picture.mask.TiledMask;

/**
 * Where an edit of a face counts, as the portrait and as the whole picture see it: what a parser
 * found in the one and what an artist painted on the other. Nothing outside the face's square can
 * be inside.
 *
 * @param crop in the portrait's pixels, square
 * @param whole in the picture's pixels
 */
public record FaceMask(Mask crop, TiledMask whole) {

    /**
     * A mask of the portrait, taken into the picture.
     *
     * @param width columns of the picture
     * @param height rows of the picture
     */
    public static FaceMask of(FacePlace place, Mask crop, int width, int height) {
        TiledMask none = TiledMask.empty(width, height);
        Optional<Region> covered = place.quad().covered(width, height);
        return new FaceMask(
                crop, covered.map(r -> none.with(r, seen(place, crop, r))).orElse(none));
    }

    /** The portrait's mask over a region of the picture. */
    private static Mask seen(FacePlace place, Mask crop, Region r) {
        Similarity way = place.quad().toPicture(crop.width()).inverse().moved(1, 1);
        Planes framed = Planes.of(framed(crop)); // beyond its edge a portrait ends
        return sampled(new Sampling(framed, Filter.BILINEAR, way), r);
    }

    private static Mask sampled(Sampling seen, Region r) {
        byte[] values = new byte[r.width() * r.height()];
        seen.read(r, i -> true, (i, value) -> values[i] = (byte) FacePlace.level(value[0]));
        return new Mask(r.width(), r.height(), values);
    }

    /** With a border of zeros, one pixel wide. */
    private static Mask framed(Mask mask) {
        int w = mask.width() + 2;
        byte[] values = new byte[w * (mask.height() + 2)];
        for (int y = 0; y < mask.height(); y++) {
            System.arraycopy(
                    mask.values(), y * mask.width(), values, (y + 1) * w + 1, mask.width());
        }
        return new Mask(w, mask.height() + 2, values);
    }

    /**
     * All of the face's square.
     *
     * @param side columns and rows of the portrait
     * @param width columns of the picture
     * @param height rows of the picture
     */
    public static FaceMask all(FacePlace place, int side, int width, int height) {
        byte[] full = new byte[side * side];
        Arrays.fill(full, (byte) 255);
        return of(place, new Mask(side, side, full), width, height);
    }

    /**
     * A mask painted on the picture, taken into the portrait. Beyond the picture it goes on as at
     * its border.
     *
     * @param side columns and rows of the portrait
     */
    public static FaceMask painted(FacePlace place, TiledMask painted, int side) {
        FaceMask all = all(place, side, painted.width(), painted.height());
        Mask crop =
                place.quad()
                        .covered(painted.width(), painted.height())
                        .map(r -> read(place, painted, r, side))
                        .orElseGet(() -> new Mask(side, side, new byte[side * side]));
        return new FaceMask(crop, painted.joined(Join.INTERSECT, all.whole));
    }

    private static Mask read(FacePlace place, TiledMask painted, Region r, int side) {
        Similarity way = place.quad().toPicture(side).moved(-r.x(), -r.y());
        Planes near = Planes.of(painted.plain(r));
        return sampled(new Sampling(near, Filter.BILINEAR, way), new Region(0, 0, side, side));
    }

    /**
     * @param other of the same face, at the same sizes
     */
    public FaceMask joined(Join how, FaceMask other) {
        byte[] values = new byte[crop.values().length];
        for (int i = 0; i < values.length; i++) {
            int a = crop.values()[i] & 0xff;
            values[i] = (byte) how.applyAsInt(a, other.crop.values()[i] & 0xff);
        }
        return new FaceMask(
                new Mask(crop.width(), crop.height(), values), whole.joined(how, other.whole));
    }

    /**
     * @throws IllegalArgumentException if the mask is of another picture or another portrait
     */
    void requireSizes(Picture picture, Picture portrait) {
        whole.requireSize(picture.width(), picture.height());
        if (portrait.width() != crop.width()
                || portrait.height() != crop.height()
                || crop.width() != crop.height()) {
            throw new IllegalArgumentException(
                    "The portrait has %d × %d pixels and its mask %d × %d: make both square and of one size."
                            .formatted(
                                    portrait.width(),
                                    portrait.height(),
                                    crop.width(),
                                    crop.height()));
        }
    }
}
