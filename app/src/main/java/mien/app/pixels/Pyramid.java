package mien.app.pixels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mien.engine.picture.Picture;

/**
 * A picture at several resolutions, each half of the one before, so that a view from afar reads few
 * pixels and nothing flickers (Williams, "Pyramidal parametrics", 1983). A small picture also has
 * an enlarged one before its own.
 */
final class Pyramid {

    private static final int COARSEST = 512;

    private final List<Raster> levels; // finest first
    private final int own; // which has the picture's own pixels
    private final boolean opaque;

    private Pyramid(Optional<Raster> enlarged, Raster own, boolean opaque) {
        this.opaque = opaque;
        levels = new ArrayList<>();
        enlarged.ifPresent(levels::add);
        this.own = levels.size();
        levels.add(own);
        for (Raster fine = own; Math.max(fine.width(), fine.height()) > COARSEST; ) {
            Raster half = fine.emptyHalf();
            fine.halve(half, half.all());
            levels.add(half);
            fine = half;
        }
    }

    /** Takes a tenth of a second for 8192 × 8192 pixels. */
    static Pyramid of(Picture picture) {
        boolean opaque = picture.opaque();
        return new Pyramid(
                opaque ? Enlarged.of(picture) : Optional.empty(),
                opaque
                        ? new Raster(picture.width(), picture.height(), picture.argb())
                        : Raster.premultiplied(picture),
                opaque);
    }

    /** Shares the pixels, which may change: see {@link #changed}. */
    static Pyramid over(Raster pixels) {
        return new Pyramid(Optional.empty(), pixels, false);
    }

    int width() {
        return levels.get(own).width();
    }

    int height() {
        return levels.get(own).height();
    }

    Raster level(int index) {
        return levels.get(index);
    }

    int levels() {
        return levels.size();
    }

    int own() {
        return own;
    }

    /** Whether nothing shines through, now and later. */
    boolean opaque() {
        return opaque;
    }

    /** How many pixels of a level lie along one of the picture. */
    double scale(int index) {
        return index < own
                ? (double) levels.get(index).width() / width()
                : 1.0 / (1L << (index - own));
    }

    /** The coarsest level that has a pixel for each of the screen's, else the finest. */
    int levelFor(double screenScale) {
        int index = levels.size() - 1;
        while (index > 0 && scale(index) < screenScale * 0.999) {
            index--;
        }
        return index;
    }

    /** Whether pictures at this resolution can take the places of another's. */
    boolean fits(Pyramid other) {
        return levels.size() == other.levels.size()
                && width() == other.width()
                && height() == other.height()
                && own == other.own
                && opaque == other.opaque;
    }

    /** Pixels of the picture's own level changed: makes the coarser ones anew there. */
    void changed(Raster.Cut part) {
        Raster.Cut there = part;
        for (int i = own + 1; i < levels.size(); i++) {
            there = there.scaled(0.5);
            levels.get(i - 1).halve(levels.get(i), there);
        }
    }
}
