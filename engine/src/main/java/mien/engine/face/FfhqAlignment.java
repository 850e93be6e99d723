package mien.engine.face;

import java.util.stream.IntStream;
import mien.engine.picture.Filter;
import mien.engine.picture.FilteredResize;
import mien.engine.picture.Picture;
import mien.engine.picture.PictureException;
import mien.engine.picture.QuadTransform;
import mien.engine.picture.Region;

/**
 * Sets a raw photograph upright as the FFHQ data set does: shrink, crop, pad with a softened mirror
 * image where the square leaves the photograph, turn, scale (reference diffusionrig.md §7.3). The
 * published portrait networks expect their pictures so.
 *
 * @param outputSide side of the portrait
 * @param transformSide side at which the square is turned before it is scaled down
 */
public record FfhqAlignment(int outputSide, int transformSide) {
    private static final double MARGIN = 0.1;
    private static final int LEAST_BORDER = 3;

    /** As the published scripts do it. */
    public static FfhqAlignment of(int outputSide) {
        return new FfhqAlignment(outputSide, 4096);
    }

    /**
     * A photograph prepared for turning.
     *
     * @param picture cropped and padded
     * @param quad where the face's square lies in it
     */
    record Prepared(Picture picture, FaceQuad quad) {
        /** The corners as the transform wants them: pixel centres at one half. */
        double[] sampled() {
            double[] corners = quad.corners();
            return IntStream.range(0, corners.length).mapToDouble(i -> corners[i] + 0.5).toArray();
        }
    }

    /**
     * @param photo an opaque photograph
     * @param face the points of the face in it
     * @return the upright portrait, outputSide × outputSide
     * @throws PictureException if the face is smaller than the portrait would be
     */
    public Picture align(Picture photo, Landmarks68 face) {
        Prepared ready = prepared(photo, face);
        Picture p = ready.picture;
        if (Math.min(p.width(), p.height()) < outputSide) {
            throw new PictureException(
                    "The face fills only %d × %d pixels, but %d × %d are needed; take a larger photo."
                            .formatted(p.width(), p.height(), outputSide, outputSide));
        }
        Picture turned = QuadTransform.bilinear(p, ready.sampled(), transformSide);
        return FilteredResize.of(turned, outputSide, outputSide, Filter.LANCZOS);
    }

    Prepared prepared(Picture photo, Landmarks68 face) {
        Prepared shrunk = shrunk(new Prepared(photo, FaceQuad.of(face)));
        return padded(cropped(shrunk));
    }

    /** What is kept around a square. */
    private static int border(FaceQuad quad) {
        return Math.max((int) Math.rint(quad.side() * MARGIN), LEAST_BORDER);
    }

    private Prepared shrunk(Prepared in) {
        int factor = (int) Math.floor(in.quad.side() / outputSide * 0.5);
        if (factor <= 1) {
            return in;
        }
        int w = (int) Math.rint((double) in.picture.width() / factor);
        int h = (int) Math.rint((double) in.picture.height() / factor);
        Picture small =
                FilteredResize.of(in.picture, Math.max(1, w), Math.max(1, h), Filter.LANCZOS);
        return new Prepared(small, in.quad.shrunk(factor));
    }

    private static Prepared cropped(Prepared in) {
        Picture p = in.picture;
        Region inside = around(in.quad, p.width(), p.height());
        if (inside.width() >= p.width() && inside.height() >= p.height()) {
            return in;
        }
        return new Prepared(p.cropped(inside), in.quad.from(inside.x(), inside.y()));
    }

    /** The pixels of a photo that a square and its border cover. */
    static Region around(FaceQuad quad, int width, int height) {
        int[] box = quad.box();
        int border = border(quad);
        int left = Math.max(box[0] - border, 0);
        int top = Math.max(box[1] - border, 0);
        int right = Math.min(box[2] + border, width);
        int bottom = Math.min(box[3] + border, height);
        if (left >= right || top >= bottom) {
            throw new PictureException("The face lies outside the photo; mark it inside.");
        }
        return new Region(left, top, right - left, bottom - top);
    }

    /** With its mirror image around it where the square leaves it. */
    static Prepared padded(Prepared in) {
        Picture p = in.picture;
        int border = border(in.quad);
        int[] box = in.quad.box();
        int[] pad = {
            Math.max(border - box[0], 0),
            Math.max(border - box[1], 0),
            Math.max(box[2] - p.width() + border, 0),
            Math.max(box[3] - p.height() + border, 0)
        };
        if (IntStream.of(pad).max().orElse(0) <= border - 4) {
            return in;
        }
        int least = (int) Math.rint(in.quad.side() * 0.3);
        int[] wide = IntStream.of(pad).map(side -> Math.max(side, least)).toArray();
        Picture larger = SoftPadding.around(p, wide, in.quad.side() * 0.02);
        return new Prepared(larger, in.quad.from(-wide[0], -wide[1]));
    }
}
