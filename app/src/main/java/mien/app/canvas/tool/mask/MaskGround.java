package mien.app.canvas.tool.mask;

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
 * The selected mask of an edit. While a stroke is drawn it is seen as it is painted; afterwards, and
 * while its numbers change, as it was grown and feathered.
 */
public final class MaskGround implements Ground {

    private final MaskLens lens;
    private final Jobs jobs;
    private final String firstName;
    private final Rendering rendering = new Rendering();
    private final LatestStatus<EditableMask> wanted;
    private final LatestStatus<TiledMask> rendered;
    private Consumer<Region> listener = r -> {};
    private TiledMask seen;
    private Optional<Region> drawn = Optional.empty(); // of a stroke as it was painted
    private boolean inverted;

    /**
     * @param firstName what a mask is called that is there because somebody began to paint
     */
    public MaskGround(MaskLens lens, Jobs jobs, String firstName) {
        this.lens = lens;
        this.jobs = jobs;
        this.firstName = firstName;
        this.seen = TiledMask.empty(width(), height());
        this.rendered = new LatestStatus<>(jobs.window(), this::show);
        this.wanted =
                new LatestStatus<>(
                        jobs.drawing(),
                        m -> rendered.offer(rendering.of(m.withInverted(false))));
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
        boolean first = drawn.isEmpty() && mask().isEmpty() && erase;
        Region part = first ? all() : touched; // everything is inside before it is taken away
        seen = stroke;
        drawn = Optional.of(drawn.map(d -> Regions.round(d, part)).orElse(part));
        listener.accept(part);
    }

    @Override
    public void settle(TiledMask stroke, boolean erase) {
        EditableMask now = mask().orElseGet(() -> EditableMask.of(stroke)).withPainted(stroke);
        lens.preview(masks().withCurrent(firstName, now));
        lens.settle();
    }

    @Override
    public void revert() {
        look(masks());
    }

    @Override
    public void read(int x, int y, int count, byte[] into) {
        seen.read(x, y, count, into);
    }

    @Override
    public int[] colours(Tints tints, boolean quick) {
        int[] colours = new int[256];
        if (masks().masks().isEmpty() && drawn.isEmpty()) {
            return colours; // no mask is everywhere, not nowhere
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
    public Subscription follow(Consumer<Region> newListener) {
        listener = newListener;
        Subscription masks =
                lens.masks()
                        .subscribe(
                                (before, now) -> {
                                    rest(before, now);
                                    look(now);
                                });
        look(masks());
        listener.accept(all());
        return masks.and(() -> listener = r -> {});
    }

    /** The versions that were left are packed, since there may be hundreds. */
    private void rest(MaskSet before, MaskSet now) {
        int pairs = Math.min(before.masks().size(), now.masks().size());
        for (int i = 0; i < pairs; i++) {
            TiledMask left = before.masks().get(i).mask().painted();
            TiledMask kept = now.masks().get(i).mask().painted();
            if (left != kept) {
                jobs.background().execute(() -> left.rest(kept));
            }
        }
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
            wanted.offer(now);
        }
        if (turned) {
            listener.accept(all());
        }
    }

    private void show(TiledMask next) {
        Optional<Region> changed =
                next.width() == seen.width() && next.height() == seen.height()
                        ? next.changed(seen)
                        : Optional.of(all());
        seen = next;
        Optional<Region> again = drawn;
        drawn = Optional.empty();
        changed.map(c -> again.map(a -> Regions.round(a, c)).orElse(c))
                .or(() -> again)
                .ifPresent(listener);
    }

    private Region all() {
        return new Region(0, 0, width(), height());
    }
}
