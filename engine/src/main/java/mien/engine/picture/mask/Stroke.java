package mien.engine.picture.mask;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mien.engine.picture.Region;

/**
 * One stroke while it is drawn. It covers the way of the pointer, swept without gaps or dabbed at
 * the brush's spacing; where it crosses itself the stronger coverage holds, so that one stroke
 * never goes beyond the brush's opacity. Not safe for several threads; the masks it gives are.
 */
public final class Stroke {

    private final TiledMask base;
    private final Brush brush;
    private final int target;
    private final BrushTip tip;
    private final Map<Integer, byte[]> covered = new HashMap<>(); // 0…255, opacity left out
    private Optional<PointerSample> last = Optional.empty();
    private double sinceDab;
    private TiledMask mask;

    /**
     * @param base what is painted on
     * @param erase whether it takes away instead
     */
    public Stroke(TiledMask base, Brush brush, boolean erase) {
        this.base = base;
        this.brush = brush;
        this.target = erase ? 0 : 255;
        this.tip = new BrushTip(brush.size() / 2, brush.hardness());
        this.mask = base;
    }

    /** What it was painted on. */
    public TiledMask base() {
        return base;
    }

    /** The mask as far as the stroke has come. */
    public TiledMask mask() {
        return mask;
    }

    /**
     * Goes on to a point; the first point makes a dab.
     *
     * @return what was touched inside the picture
     */
    public Optional<Region> to(PointerSample next) {
        Box touched = new Box();
        if (last.isEmpty()) {
            sweep(next, next, touched);
        } else if (brush.spacing() == 0) {
            sweep(last.get(), next, touched);
        } else {
            dabs(last.get(), next, touched);
        }
        last = Optional.of(next);
        return touched.within(base.width(), base.height());
    }

    private void dabs(PointerSample a, PointerSample b, Box touched) {
        double way = Math.hypot(b.x() - a.x(), b.y() - a.y());
        double step = Math.max(1, brush.spacing() * brush.size());
        double at = step - sinceDab;
        for (; at <= way; at += step) {
            double t = at / way;
            PointerSample dab =
                    new PointerSample(
                            a.x() + t * (b.x() - a.x()),
                            a.y() + t * (b.y() - a.y()),
                            a.pressure() + t * (b.pressure() - a.pressure()));
            sweep(dab, dab, touched);
        }
        sinceDab = way - (at - step);
    }

    private void sweep(PointerSample a, PointerSample b, Box touched) {
        Capsule capsule = Capsule.of(a, b, brush);
        Box box = new Box();
        box.addDisc(a.x(), a.y(), capsule.reach());
        box.addDisc(b.x(), b.y(), capsule.reach());
        Optional<Region> region = box.within(base.width(), base.height());
        if (region.isEmpty()) {
            return;
        }
        Region r = region.get();
        touched.add(r.x(), r.y(), r.x() + r.width(), r.y() + r.height());
        Map<Integer, Tile> fresh = new HashMap<>();
        TileGrid grid = base.grid();
        grid.each(
                r,
                (x, y) -> {
                    if (capsule.misses(x, y, Tile.SIDE)) {
                        return;
                    }
                    int i = grid.tileAt(x, y);
                    byte[] cover = covered.computeIfAbsent(i, k -> new byte[Tile.PIXELS]);
                    capsule.cover(x, y, cover, tip);
                    fresh.put(i, blended(grid.tile(i), cover));
                });
        mask = new TiledMask(mask.grid().withTiles(List.copyOf(fresh.keySet()), fresh::get));
    }

    /** base + (target − base) · coverage · opacity. */
    private Tile blended(Tile under, byte[] cover) {
        byte[] out = under.copy();
        int[] share = share();
        for (int k = 0; k < out.length; k++) {
            int v = out[k] & 0xff;
            out[k] = (byte) (v + ((target - v) * share[cover[k] & 0xff] + 0x8000 >> 16));
        }
        return Tile.of(out);
    }

    private int[] shares = new int[0];

    /** Coverage times opacity in 65536ths. */
    private int[] share() {
        if (shares.length == 0) {
            shares = new int[256];
            for (int v = 0; v < 256; v++) {
                shares[v] = (int) Math.round(65536 * brush.opacity() * v / 255);
            }
        }
        return shares;
    }
}
