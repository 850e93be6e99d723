package mien.app.canvas.tool.mask;

import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import mien.app.job.Jobs;
import mien.engine.picture.mask.EditableMask;
import mien.engine.picture.mask.Join;
import mien.engine.picture.mask.MaskSet;
import mien.engine.picture.mask.TiledMask;

/** The list of masks and what is done to the selected one besides painting. */
public final class MaskViewModel {

    private final MaskLens lens;
    private final MaskTools tools;
    private final Jobs jobs;
    private final String newName;

    /**
     * @param newName what a new mask is called
     */
    public MaskViewModel(MaskLens lens, MaskTools tools, Jobs jobs, String newName) {
        this.lens = lens;
        this.tools = tools;
        this.jobs = jobs;
        this.newName = newName;
    }

    public MaskTools tools() {
        return tools;
    }

    public ObservableValue<MaskSet> masks() {
        return lens.masks();
    }

    private MaskSet set() {
        return lens.masks().getValue();
    }

    /** Whether there may be more than one mask. */
    public boolean several() {
        return lens.several();
    }

    /** The number by which the selected mask is grown; less than 0 shrinks it. */
    public void previewGrow(double pixels) {
        preview(m -> m.withGrow(clamped(pixels, EditableMask.MOST_GROWTH)));
    }

    public void previewFeather(double pixels) {
        preview(m -> m.withFeather(Math.max(0, clamped(pixels, EditableMask.MOST_FEATHER))));
    }

    private static double clamped(double v, double most) {
        return Math.max(-most, Math.min(most, v));
    }

    /** What was previewed becomes one step of the history. */
    public void settle() {
        lens.settle();
    }

    /** Inside and outside change places. */
    public void invert() {
        if (!set().masks().isEmpty()) {
            preview(m -> m.withInverted(!m.inverted()));
            lens.settle();
        }
    }

    private void preview(UnaryOperator<EditableMask> change) {
        set().current()
                .map(MaskSet.Named::mask)
                .map(change)
                .ifPresent(m -> lens.preview(set().withCurrent(newName, m)));
    }

    /** One more mask, empty and selected. */
    public void add() {
        if (lens.several() || set().masks().isEmpty()) {
            TiledMask empty = TiledMask.empty(set().width(), set().height());
            apply(set().added(newName, EditableMask.of(empty)));
        }
    }

    public void remove() {
        if (!set().masks().isEmpty()) {
            apply(set().removed(set().selected()));
        }
    }

    /** Another name for the selected mask; a blank one changes nothing. */
    public void rename(String name) {
        if (!set().masks().isEmpty()) {
            apply(set().renamed(set().selected(), name));
        }
    }

    /** Another mask is painted from now on. */
    public void select(int index) {
        if (index >= 0 && index < set().masks().size() && index != set().selected()) {
            apply(set().selecting(index));
        }
    }

    /**
     * Joins the selected mask with another one, both as they look; what was done to the selected
     * one is then painted.
     */
    public void join(Join how, int other) {
        MaskSet before = set();
        EditableMask first = before.current().orElseThrow().mask();
        EditableMask second = before.masks().get(other).mask();
        jobs.fetch(
                () -> first.rendered().joined(how, second.rendered()),
                joined -> {
                    if (set().equals(before)) { // else it was painted on meanwhile
                        apply(before.withCurrent(newName, EditableMask.of(joined)));
                    }
                },
                e -> {
                    throw e;
                });
    }

    private void apply(MaskSet next) {
        if (!next.equals(set())) {
            lens.preview(next);
            lens.settle();
        }
    }
}
