package mien.app.canvas.tool.mask;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import javafx.util.Subscription;
import mien.app.job.Jobs;
import mien.engine.picture.Region;
import mien.engine.picture.mask.Layout;
import mien.engine.picture.mask.LayoutClass;
import mien.engine.picture.mask.TiledMask;

/** A layout: brushes paint the chosen class, erasers the first one. */
public final class LayoutGround implements Ground {

    private final LayoutLens lens;
    private final Jobs jobs;
    private final IntSupplier chosen;
    private Consumer<List<Region>> listener = r -> {};
    private Layout seen;

    /**
     * @param chosen the id of the class that is painted
     */
    public LayoutGround(LayoutLens lens, Jobs jobs, IntSupplier chosen) {
        this.lens = lens;
        this.jobs = jobs;
        this.chosen = chosen;
        this.seen = lens.layout().getValue();
    }

    @Override
    public int width() {
        return seen.width();
    }

    @Override
    public int height() {
        return seen.height();
    }

    @Override
    public boolean classes() {
        return true;
    }

    /** A stroke on a layout says where, not what. */
    @Override
    public TiledMask base(boolean erase) {
        return TiledMask.empty(width(), height());
    }

    private int painted(boolean erase) {
        return erase ? seen.classes().get(0).id() : chosen.getAsInt();
    }

    @Override
    public void preview(TiledMask stroke, Region touched, boolean erase) {
        seen = seen.painted(stroke, touched, painted(erase));
        listener.accept(List.of(touched));
    }

    @Override
    public void settle(TiledMask stroke, boolean erase) {
        lens.apply(lens.layout().getValue().painted(stroke, painted(erase)));
    }

    @Override
    public void revert() {
        show(lens.layout().getValue());
    }

    @Override
    public void read(int x, int y, int count, byte[] into) {
        seen.read(x, y, count, into);
    }

    /** Every class in its colour, as strong as the theme's veil. */
    @Override
    public int[] colours(Tints tints, boolean quick) {
        int[] colours = new int[256];
        for (LayoutClass c : seen.classes()) {
            colours[c.id()] = Tints.premultiplied(tints.inside() & 0xff000000 | c.rgb(), 1);
        }
        return colours;
    }

    @Override
    public Subscription follow(Consumer<List<Region>> newListener) {
        listener = newListener;
        Subscription layouts = lens.layout().subscribe(this::show);
        listener.accept(List.of(new Region(0, 0, width(), height())));
        return layouts.and(() -> listener = r -> {});
    }

    private void show(Layout next) {
        Layout before = seen;
        seen = next;
        if (next != before) {
            listener.accept(next.changes(before));
        }
    }
}
