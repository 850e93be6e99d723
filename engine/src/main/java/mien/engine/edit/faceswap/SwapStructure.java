package mien.engine.edit.faceswap;

import mien.engine.edit.faceswap.SwapSettings.Blending;
import mien.engine.edit.faceswap.SwapSettings.Guiding;

/**
 * How much of the target's shape stays, 0 to 100: λ_sem and how late the mask is full, which the
 * paper's user studies trade against identity together (reference diffface.md §6 on the knobs'
 * effects). λ_sem rises evenly from 0 to the program's 200 at 50 and 400 at 100. The share of the
 * walk that the mask is full for falls in two straight lines that meet where λ_sem is usual: from
 * {@link #FREEST}, or what is usual if that is freer, to what is usual, and on to 0. With the
 * program's numbers, which meet at 50, they are one line.
 *
 * @param usualParts λ_sem of what the model does best by
 * @param usualFull its share of the walk that the mask is full for, 0 to below 1
 */
record SwapStructure(double usualParts, double usualFull) {

    static final double MOST = 100;

    /** Where a λ_sem beyond the program's range lies at the latest. */
    private static final double MIDDLE = 50;

    /** λ_sem for each hundredth. */
    private static final double PARTS = 4;

    /** The share of the walk that the mask is full for when there is no structure at all. */
    private static final double FREEST = 0.8;

    static SwapStructure of(SwapGuidance usual) {
        return new SwapStructure(parts(usual), usual.blending().fullFrom());
    }

    private static double parts(SwapGuidance g) {
        return g.guiding().pull(SwapSettings.PARTS).weight();
    }

    /** λ_sem for each hundredth here: a model that needs more of it has a longer range. */
    private double step() {
        return Math.max(PARTS, usualParts / MIDDLE);
    }

    /** Read off λ_sem: either of the two may be set alone. */
    double read(SwapGuidance g) {
        return parts(g) / step();
    }

    /** Where both are usual. */
    private double usual() {
        return usualParts / step();
    }

    /** A guidance with both set. */
    SwapGuidance set(SwapGuidance g, double structure) {
        double parts = structure == usual() ? usualParts : step() * structure;
        Guiding heavier = g.guiding().with(SwapSettings.PARTS, parts);
        Blending later = g.blending().from(full(structure));
        return g.with(heavier).with(later);
    }

    private double full(double structure) {
        double usual = usual();
        if (structure == usual) {
            return usualFull;
        }
        return structure < usual
                ? between(structure / usual, Math.max(FREEST, usualFull), usualFull)
                : between((structure - usual) / (MOST - usual), usualFull, 0);
    }

    private static double between(double share, double from, double to) {
        return from + share * (to - from);
    }
}
