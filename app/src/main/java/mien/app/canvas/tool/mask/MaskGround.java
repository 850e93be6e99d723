package mien.app.canvas.tool.mask;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.util.Subscription;
import mien.app.job.Jobs;
import mien.app.job.LatestStatus;
import mien.engine.picture.Region;
import mien.engine.picture.mask.EditableMask;
import mien.engine.picture.mask.MaskSet;
import mien.engine.picture.mask.Rendering;
import mien.engine.picture.mask.TiledMask;

/**
 * The selected mask of an edit. While a stroke is drawn it is seen as it is painted; afterwards,
 * and while its numbers change, as it was grown and feathered.
 */
public final class MaskGround implements Ground {

    private final MaskLens lens;
    private final Jobs jobs;
    private final String firstName;
    private final Rendering rendering = new Rendering();
    private final LatestStatus<EditableMask> wanted;
    private final LatestStatus<Rendered> rendered;
    private Consumer<List<Region>> listener = r -> {};
    private TiledMask seen;
    private boolean drawing; // a stroke is seen as it is painted
    private boolean inverted;

    /** A mask as it is seen, apart from being inverted. */
    private record Rendered(EditableMask of, TiledMask mask) {}

    /**
     * @param firstName what a mask is called that is there because somebody began to paint
     */
    public MaskGround(MaskLens lens, Jobs jobs, String firstName) {
        this.lens = lens;
        this.jobs = jobs;
        this.firstName = firstName;
        this.seen = TiledMask.empty(width(), height());
        this.rendered = new LatestStatus<>(jobs.window(), this::arrived);
        this.wanted =
                new LatestStatus<>(
                        jobs.drawing(), m -> rendered.offer(new Rendered(m, rendering.of(m))));
    }

    private MaskSet masks() {
        return lens.masks().getValue();
    }

    private Optional<EditableMask> mask() {
        return masks().current().map(MaskSet.Named::mask);
    }

    @Override
    public int width() {
        return masks().width();
    }

    @Override
    public int height() {
        return masks().height();
    }

    @Override
    public boolean classes() {
        return false;
    }

    /** Where there is no mask yet, brushes begin with nothing, erasers with everything. */
    @Override
    public TiledMask base(boolean erase) {
        return mask().map(EditableMask::painted)
                .orElseGet(() -> TiledMask.filled(width(), height(), erase ? 255 : 0));
    }

    @Override
    public void preview(TiledMask stroke, Region touched, boolean erase) {
        boolean first = !drawing && mask().isEmpty() && erase;
        drawing = true;
        seen = stroke;
        listener.accept(List.of(first ? all() : touched)); // all is inside before it is erased
    }

    @Override
    public void settle(TiledMask stroke, boolean erase) {
        drawing = false;
        EditableMask now = mask().orElseGet(() -> EditableMask.of(stroke)).withPainted(stroke);
        lens.preview(masks().withCurrent(firstName, now));
        lens.settle();
    }

    @Override
    public void revert() {
        drawing = false;
        look(masks());
    }

    @Override
    public void read(int x, int y, int count, byte[] into) {
        seen.read(x, y, count, into);
    }

    @Override
    public int[] colours(Tints tints, boolean quick) {
        int[] colours = new int[256];
        if (quick && masks().masks().isEmpty() && !drawing) {
            return colours; // without a mask everything is inside
        }
        for (int v = 0; v < colours.length; v++) {
            double inside = (inverted ? 255 - v : v) / 255.0;
            colours[v] =
                    quick
                            ? Tints.premultiplied(tints.outside(), 1 - inside)
                            : Tints.premultiplied(tints.inside(), inside);
        }
        return colours;
    }

    @Override
    public Subscription follow(Consumer<List<Region>> newListener) {
        listener = newListener;
        Subscription masks = lens.masks().subscribe(this::look);
        listener.accept(List.of(all()));
        return masks.and(() -> listener = r -> {});
    }

    private void look(MaskSet masks) {
        EditableMask now =
                masks.current()
                        .map(MaskSet.Named::mask)
                        .orElseGet(() -> EditableMask.of(TiledMask.empty(width(), height())));
        boolean turned = now.inverted() != inverted;
        inverted = now.inverted();
        if (now.grow() == 0 && now.feather() == 0) {
            show(now.painted());
        } else {
            wanted.offer(now.withInverted(false)); // that is a matter of colours
        }
        if (turned) {
            listener.accept(List.of(all()));
        }
    }

    /** It may be that of a mask that is no more, or come in the middle of the next stroke. */
    private void arrived(Rendered r) {
        if (!drawing && mask().filter(m -> m.withInverted(false).equals(r.of)).isPresent()) {
            show(r.mask);
        }
    }

    private void show(TiledMask next) {
        TiledMask before = seen;
        seen = next;
        if (next != before && !drawing) {
            listener.accept(next.changes(before));
        }
    }

    private Region all() {
        return new Region(0, 0, width(), height());
    }
}
