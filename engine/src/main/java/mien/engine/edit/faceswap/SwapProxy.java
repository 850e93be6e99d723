package mien.engine.edit.faceswap;

import mien.engine.face.FaceMask;
import mien.engine.face.FacePlace;
import mien.engine.face.Seam;
import mien.engine.picture.FivePoints;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;

/**
 * A swap without any network, to look at while something is dragged: the donor's portrait laid over
 * the target's face, its colours brought to the target's (Reinhard et al. 2001: mean and deviation
 * of each channel). Both portraits are upright and cut alike, so that eyes and mouths lie on each
 * other.
 */
final class SwapProxy {

    private static final int SIDE = 128;
    private static final double SOFT = 5; // pixels of the portrait

    /** Half the width of a face and half its height, in distances between the eyes. */
    private static final double ACROSS = 0.95;

    private static final double DOWN = 1.25;

    /** How much of the donor is seen at the program's weights. */
    private static final double SHARE = 0.85;

    private static final double IDENTITY = 6000;
    private static final double MOST_CONTRAST = 2;

    private SwapProxy() {}

    static Picture of(SwapSpec spec) {
        Picture result = spec.source();
        for (SwapFace face : spec.swapped()) {
            FacePlace place = FacePlace.of(face.points());
            Mask oval = oval(FivePoints.of(place.inside(face.points().xy(), SIDE)));
            FaceMask mask = spec.where().joined(place, oval);
            Picture donor = face.donor().orElseThrow().portrait().resized(SIDE, SIDE);
            Picture target = place.crop(spec.source(), SIDE);
            result = place.pasted(result, coloured(donor, target, oval), mask, 0);
        }
        return result == spec.source() ? result : result.over(spec.source(), seen(spec));
    }

    /** How much of the donor is seen: the more identity and the less structure, the more. */
    private static double seen(SwapSpec spec) {
        double identity = spec.guidance().heard().pull(SwapSettings.IDENTITY).weight() / IDENTITY;
        double free = spec.guidance().blending().fullFrom(); // 0.4 in the program
        double share = SHARE * Math.min(1, 0.3 + 0.7 * identity) * (0.8 + 0.5 * free);
        return Math.max(0, Math.min(1, share)) * spec.strength();
    }

    /** A soft oval around a face in its portrait. */
    private static Mask oval(FivePoints p) {
        double size = FaceSpots.size(p);
        FivePoints.Point c = FaceSpots.middle(p);
        byte[] values = new byte[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            double x = (i % SIDE - c.x()) / (ACROSS * size);
            double y = (i / SIDE - c.y()) / (DOWN * size);
            values[i] = (byte) (x * x + y * y < 1 ? 255 : 0);
        }
        return Seam.softened(new Mask(SIDE, SIDE, values), SOFT);
    }

    /** A picture with the mean and deviation that another one has within a mask. */
    private static Picture coloured(Picture picture, Picture like, Mask mask) {
        int[] argb = new int[picture.argb().length];
        for (int shift = 16; shift >= 0; shift -= 8) {
            Moments from = Moments.of(picture, shift, mask);
            Moments to = Moments.of(like, shift, mask);
            double contrast = from.contrast(to);
            for (int i = 0; i < argb.length; i++) {
                double level = picture.argb()[i] >> shift & 0xff;
                double moved = to.mean + contrast * (level - from.mean);
                argb[i] |= (int) Math.max(0, Math.min(255, Math.round(moved))) << shift;
            }
        }
        for (int i = 0; i < argb.length; i++) {
            argb[i] |= 0xff000000;
        }
        return new Picture(picture.width(), picture.height(), argb);
    }

    /** Mean and deviation of a channel. */
    private record Moments(double mean, double deviation) {

        static Moments of(Picture picture, int shift, Mask mask) {
            double weight = 0;
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < picture.argb().length; i++) {
                double w = mask.values()[i] & 0xff;
                double level = picture.argb()[i] >> shift & 0xff;
                weight += w;
                sum += w * level;
                squares += w * level * level;
            }
            double mean = weight == 0 ? 0 : sum / weight;
            double variance = weight == 0 ? 0 : squares / weight - mean * mean;
            return new Moments(mean, Math.sqrt(Math.max(0, variance)));
        }

        double contrast(Moments to) {
            double k = deviation == 0 ? 1 : to.deviation / deviation;
            return Math.max(1 / MOST_CONTRAST, Math.min(MOST_CONTRAST, k));
        }
    }
}
