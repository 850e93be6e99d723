package mien.engine.picture.mask;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mien.engine.picture.Region;

/**
 * What an {@link EditableMask} looks like, remembered: after a stroke only what lies within its
 * reach is made anew. Safe for use by several threads.
 */
public final class Rendering {

    /** The least side of what is made in one go. */
    private static final int BLOCK = 8 * Tile.SIDE;

    /** How much larger than its reach a block is, so that the border round it costs little. */
    private static final int BEYOND_REACH = 5;

    private record Known(EditableMask mask, TiledMask rendered) {}

    private Optional<Known> known = Optional.empty();

    /** The mask grown, feathered and inverted. */
    public synchronized TiledMask of(EditableMask mask) {
        if (known.isPresent() && known.get().mask.equals(mask)) {
            return known.get().rendered;
        }
        TiledMask rendered = mask.reach() == 0 ? turned(mask) : treated(mask);
        known = Optional.of(new Known(mask, rendered));
        return rendered;
    }

    private static TiledMask turned(EditableMask mask) {
        return mask.inverted() ? mask.painted().inverted() : mask.painted();
    }

    private TiledMask treated(EditableMask mask) {
        int w = mask.painted().width();
        int h = mask.painted().height();
        Optional<TiledMask> before =
                known.filter(k -> k.mask.treatedLike(mask))
                        .filter(k -> k.rendered.width() == w && k.rendered.height() == h)
                        .map(Known::rendered);
        if (before.isEmpty()) {
            TiledMask blank = TiledMask.empty(w, h);
            return made(mask, blank, blank.grid().whole());
        }
        return mask.painted()
                .changed(known.orElseThrow().mask.painted())
                .flatMap(r -> Box.around(r, mask.reach(), w, h))
                .map(r -> made(mask, before.get(), r))
                .orElse(before.get());
    }

    private static TiledMask made(EditableMask mask, TiledMask onto, Region where) {
        TileGrid out = onto.grid();
        int side = Math.max(BLOCK, BEYOND_REACH * mask.reach() / Tile.SIDE * Tile.SIDE);
        for (Region block : blocks(where, side)) {
            out = out.with(block, block(mask, block));
        }
        return new TiledMask(out);
    }

    private static List<Region> blocks(Region where, int side) {
        List<Region> blocks = new ArrayList<>();
        for (int y = where.y(); y < where.y() + where.height(); y += side) {
            for (int x = where.x(); x < where.x() + where.width(); x += side) {
                int w = Math.min(side, where.x() + where.width() - x);
                int h = Math.min(side, where.y() + where.height() - y);
                blocks.add(new Region(x, y, w, h));
            }
        }
        return blocks;
    }

    private static byte[] block(EditableMask mask, Region block) {
        TileGrid painted = mask.painted().grid();
        Region window =
                Box.around(block, mask.reach(), painted.width(), painted.height()).orElseThrow();
        Plane plane = new Plane(window.width(), window.height(), painted.read(window));
        if (painted.uniform(window).isEmpty()) {
            plane = Feather.of(Growth.of(plane, mask.grow()), mask.feather());
        }
        return plane.part(block.x() - window.x(), block.y() - window.y(), block, mask.inverted());
    }
}
