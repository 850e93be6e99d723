package mien.engine.edit.faceswap;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mien.engine.edit.EditException;
import mien.engine.edit.faceswap.SwapSettings.Blending;
import mien.engine.edit.faceswap.SwapSettings.Guiding;

/**
 * How the faces are formed: everything of {@link SwapSettings} that belongs to an edit, not to a
 * model.
 *
 * @param guiding what the experts have to say
 * @param off the experts that are switched off; they keep their weights
 * @param blending how the target is kept
 * @param depth how far the target is dissolved before the face is formed, as a share of the chain,
 *     0.1 to 1
 */
record SwapGuidance(Guiding guiding, Set<String> off, Blending blending, double depth) {

    /** The share of its chain that the program walks: 75 of 100 steps. */
    static final double DEPTH = 0.75;

    static final double LEAST_DEPTH = 0.1;

    /** The program without its slips. */
    static final SwapGuidance DEFAULT = of(SwapSettings.asProgram().withoutSlips());

    SwapGuidance {
        off = Set.copyOf(off);
        if (!(depth >= LEAST_DEPTH && depth <= 1)) {
            throw new EditException(
                    "The depth runs from %s to 1, but got %s.".formatted(LEAST_DEPTH, depth));
        }
    }

    /** What settings say of an edit. */
    static SwapGuidance of(SwapSettings settings) {
        SwapSettings.Walk walk = settings.walk();
        double depth = (walk.chain() - walk.skipped()) / (double) walk.chain();
        return new SwapGuidance(settings.guiding(), Set.of(), settings.blending(), depth);
    }

    SwapGuidance with(Guiding other) {
        return new SwapGuidance(other, off, blending, depth);
    }

    SwapGuidance with(Blending other) {
        return new SwapGuidance(guiding, off, other, depth);
    }

    SwapGuidance withDepth(double newDepth) {
        return new SwapGuidance(guiding, off, blending, newDepth);
    }

    /** With an expert's pull replaced. */
    SwapGuidance with(String expert, Pull pull) {
        return with(guiding.with(expert, pull));
    }

    SwapGuidance switched(String expert, boolean on) {
        Set<String> others = new TreeSet<>(off);
        if (on) {
            others.remove(expert);
        } else {
            others.add(expert);
        }
        return new SwapGuidance(guiding, others, blending, depth);
    }

    boolean on(String expert) {
        return !off.contains(expert);
    }

    /** What the experts that are switched on have to say. */
    Guiding heard() {
        Map<String, Pull> heard = new HashMap<>(guiding.pulls());
        off.forEach(heard::remove);
        return new Guiding(
                heard,
                guiding.distance(),
                guiding.shown(),
                guiding.form(),
                guiding.copies(),
                guiding.parsing(),
                guiding.eyes());
    }
}
