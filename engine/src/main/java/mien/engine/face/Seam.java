package mien.engine.face;

import java.util.Arrays;
import mien.engine.picture.GaussianBlur;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;

/** How an edited portrait meets what lies around it. Nothing outside the mask is ever changed. */
public final class Seam {
    private Seam() {}

    /**
     * A mask whose edge rises inwards: 0 stays 0.
     *
     * @param sigma how soft: the standard deviation of a Gaussian, in pixels; 0 leaves the mask
     */
    public static Mask softened(Mask mask, double sigma) {
        if (sigma == 0) {
            return mask;
        }
        double[] inside = inside(mask);
        double[] soft = blurred(inside, mask, sigma); // one half at a straight edge
        byte[] values = new byte[inside.length];
        for (int i = 0; i < values.length; i++) {
            double share = inside[i] * Math.max(0, 2 * soft[i] - 1);
            values[i] = (byte) Math.round(255 * share);
        }
        return new Mask(mask.width(), mask.height(), values);
    }

    /**
     * The edited portrait with the broad colours of the original one along the inside of the mask's
     * edge, so that no step is seen there; its own fine ones stay. Outside it is the original.
     *
     * @param edited the portrait after the edit
     * @param original the same before it
     * @param mask where the edit counts
     * @param sigma how wide the band is: the standard deviation of a Gaussian, in pixels; 0 leaves
     *     the portrait
     */
    public static Picture matched(Picture edited, Picture original, Mask mask, double sigma) {
        if (sigma == 0) {
            return edited;
        }
        double[] inside = inside(mask);
        double[] soft = blurred(inside, mask, sigma);
        int[] argb = new int[inside.length];
        Arrays.fill(argb, 0xff);
        for (int shift = 16; shift >= 0; shift -= 8) {
            double[] step = new double[inside.length];
            for (int i = 0; i < step.length; i++) {
                int from = edited.argb()[i] >> shift & 0xff;
                int to = original.argb()[i] >> shift & 0xff;
                step[i] = inside[i] * (to - from);
            }
            double[] broad = blurred(step, mask, sigma); // of the inside alone, once divided
            for (int i = 0; i < argb.length; i++) {
                double level = (inside[i] > 0 ? edited : original).argb()[i] >> shift & 0xff;
                if (inside[i] > 0) {
                    double near = Math.max(0, Math.min(1, 2 * (1 - soft[i]))); // 1 at the edge
                    level += near * broad[i] / soft[i];
                }
                argb[i] = argb[i] << 8 | FacePlace.level((float) level);
            }
        }
        return new Picture(edited.width(), edited.height(), argb);
    }

    private static double[] inside(Mask mask) {
        double[] inside = new double[mask.values().length];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = (mask.values()[i] & 0xff) / 255.0;
        }
        return inside;
    }

    private static double[] blurred(double[] plane, Mask like, double sigma) {
        int w = like.width();
        return GaussianBlur.of(plane, w, like.height(), sigma, sigma, GaussianBlur.Border.REFLECT);
    }
}
