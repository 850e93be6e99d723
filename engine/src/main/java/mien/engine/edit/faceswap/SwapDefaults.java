package mien.engine.edit.faceswap;

import java.util.Map;
import mien.engine.edit.faceswap.SwapSettings.Guiding;
import mien.engine.edit.faceswap.SwapSettings.Shown;

/**
 * How a model does best, where that is not as the program's: the section {@code defaults} of its
 * pack, which may be missing. A small network is pushed off its pictures by weights that move a
 * large one gently.
 *
 * @param identity λ_id
 * @param parts λ_sem
 * @param gaze λ_gaze, within the program's window
 * @param colour weight of the whole picture's colours
 * @param pose weight of the head's pose
 * @param tone weight of the source's complexion
 * @param denoised whether experts see x̂_0 alone, as in the paper, and not the program's mix
 * @param fullFrom for which last share of the walk the mask is full
 * @param depth the share of its chain that is walked
 * @param temperature how large all noise is, 0 to 1
 */
public record SwapDefaults(
        double identity,
        double parts,
        double gaze,
        double colour,
        double pose,
        double tone,
        boolean denoised,
        double fullFrom,
        double depth,
        double temperature) {

    /** The section's name. */
    public static final String SECTION = "defaults";

    /** As the program. */
    static final SwapDefaults PROGRAM =
            new SwapDefaults(6000, 200, 200, 50, 0, 0, false, 30 / 75.0, SwapGuidance.DEPTH, 1);

    /** The same, of another depth. */
    SwapDefaults walking(double share) {
        return new SwapDefaults(
                identity, parts, gaze, colour, pose, tone, denoised, fullFrom, share, temperature);
    }

    /** The program's guidance without its slips, with these numbers. */
    SwapGuidance guidance() {
        Guiding guiding = SwapGuidance.DEFAULT.guiding();
        for (Map.Entry<String, Double> weight : weights().entrySet()) {
            guiding = guiding.with(weight.getKey(), weight.getValue());
        }
        if (denoised) {
            guiding = guiding.with(Shown.X0);
        }
        SwapGuidance usual = SwapGuidance.DEFAULT.with(guiding);
        return usual.with(usual.blending().from(fullFrom)).withDepth(depth);
    }

    private Map<String, Double> weights() {
        return Map.of(
                SwapSettings.IDENTITY, identity,
                SwapSettings.PARTS, parts,
                SwapSettings.GAZE, gaze,
                SwapSettings.COLOUR, colour,
                SwapSettings.POSE, pose,
                SwapSettings.TONE, tone);
    }
}
