package mien.engine.face;

import java.util.Arrays;
import mien.engine.picture.FixedPointResize;
import mien.engine.picture.Picture;
import mien.engine.picture.Region;

/**
 * The square that the landmark network (FAN, Bulat and Tzimiropoulos 2017) reads, and the way back
 * from its heat maps (reference diffusionrig.md §2.5, diffface.md §8.4).
 *
 * @param cx column of the middle in picture pixels
 * @param cy row of the middle
 * @param scale side of the square over 200 pixels
 */
public record FanCrop(double cx, double cy, double scale) {
    /** Side of the crop that the network reads. */
    public static final int SIDE = 256;

    /** Side of its heat maps. */
    public static final int MAP = 64;

    private static final double REFERENCE = 195;
    private static final double UNIT = 200;

    public FanCrop {
        if (!(scale > 0)) {
            throw new IllegalArgumentException("A face box without area cannot be cropped.");
        }
    }

    /**
     * @param box of a detected face
     */
    public static FanCrop around(FaceBox box) {
        return new FanCrop(
                box.right() - box.width() / 2,
                box.bottom() - box.height() / 2 - 0.12 * box.height(), // the box ends at the brows
                (box.width() + box.height()) / REFERENCE);
    }

    /**
     * Whole pixels of the picture that a crop of a side covers, from its first to its last point;
     * they may lie outside the picture.
     */
    public Region region(int side) {
        int left = (int) toPicture(1, side, cx);
        int top = (int) toPicture(1, side, cy);
        int right = (int) toPicture(side, side, cx);
        int bottom = (int) toPicture(side, side, cy);
        return new Region(left, top, right - left, bottom - top);
    }

    /**
     * The crop, black outside the picture. One that shows the picture at less than half its size is
     * not taken as the original does, which would alias, but as a portrait is.
     *
     * @param picture the whole picture
     * @param side columns and rows of the crop, {@link #SIDE} as published
     */
    public Picture cut(Picture picture, int side) {
        Region r = region(side);
        if (r.width() > 2 * side) {
            return FacePlace.upright(r.x(), r.y(), r.width()).crop(picture, side);
        }
        return FixedPointResize.of(picture.cropped(r), side, side);
    }

    /**
     * @param points in heat-map pixels, as {@link HeatMaps#points} gives them: x, y of each
     * @param side of a heat map, {@link #MAP} as published
     * @return picture pixels: x, y of each
     */
    public double[] toPicture(float[] points, int side) {
        double[] out = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            out[i] = toPicture(points[i], side, i % 2 == 0 ? cx : cy);
        }
        return out;
    }

    /** Whole pixels, towards zero, as the original reports its points. */
    public static double[] truncated(double[] points) {
        return Arrays.stream(points).map(v -> (int) v).toArray();
    }

    /** A coordinate of a map of {@code side} pixels over the square, in the picture. */
    private double toPicture(double v, int side, double centre) {
        return UNIT * scale * (v / side - 0.5) + centre;
    }
}
