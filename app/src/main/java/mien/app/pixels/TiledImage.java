package mien.app.pixels;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.geometry.Bounds;
import mien.engine.picture.Picture;
import mien.engine.picture.Region;

/**
 * A picture of any size for the screen, which takes only the tiles it shows at the resolution it
 * shows them. Belongs to the window's thread.
 */
public final class TiledImage {

    private static final int KEPT = 96; // tiles, a mebibyte each at most
    private static final long AT_ONCE = 2_500_000; // nanoseconds for making tiles in one frame

    private final Map<Tile.Key, Tile> tiles = new LinkedHashMap<>(64, 0.75f, true);
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    private Pyramid pyramid;
    private List<Tile> asked = List.of();

    /**
     * What is to be drawn, in this order.
     *
     * @param complete whether the tiles cover all that is seen; if not, ask again in the next frame
     */
    public record Cover(List<Tile> tiles, boolean complete) {}

    TiledImage(Pyramid pyramid) {
        this.pyramid = pyramid;
    }

    /** A picture that stays as it is. Large ones are better prepared beside the window. */
    public static TiledImage of(Picture picture) {
        return new TiledImage(Pyramid.of(picture));
    }

    /**
     * Shares pixels that change while they are shown, such as a mask that is painted: see {@link
     * #changed}.
     *
     * @param argb premultiplied, row-major
     */
    public static TiledImage live(int width, int height, int[] argb) {
        return new TiledImage(Pyramid.over(new Raster(width, height, argb)));
    }

    public int width() {
        return pyramid.width();
    }

    public int height() {
        return pyramid.height();
    }

    /** Counts what changed, so that who shows this knows when to ask for tiles again. */
    public ReadOnlyLongProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /**
     * @param part what is seen, in pixels of this picture
     * @param scale how many pixels of the screen lie along one of this picture
     * @param own whether the picture's own pixels are to be seen, however large
     * @param upright whether its columns and rows are the screen's
     * @return the tiles that hold what is seen, as far as there was time to make them; below them a
     *     coarse one of the whole until they are complete
     */
    public Cover cover(Bounds part, double scale, boolean own, boolean upright) {
        int index = own ? pyramid.own() : pyramid.levelFor(scale);
        Raster level = pyramid.level(index);
        int square = own ? Tile.squareFor(scale) : 1;
        boolean cells = upright && !pyramid.opaque() && square == 1;
        int pixels = Tile.side(level, square, cells, pyramid.opaque());
        int columns = (level.width() + pixels - 1) / pixels;
        int rows = (level.height() + pixels - 1) / pixels;
        double side = pixels / pyramid.scale(index); // of a tile, in the picture
        int left = Math.max(0, (int) Math.floor(part.getMinX() / side));
        int top = Math.max(0, (int) Math.floor(part.getMinY() / side));
        int right = Math.min(columns, (int) Math.ceil(part.getMaxX() / side));
        int bottom = Math.min(rows, (int) Math.ceil(part.getMaxY() / side));
        List<Tile> found = new ArrayList<>();
        boolean complete = true;
        long until = System.nanoTime() + AT_ONCE;
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                Tile.Key key = new Tile.Key(index, square, cells, column, row);
                boolean late = pyramid.opaque() && !found.isEmpty() && System.nanoTime() > until;
                if (late && !tiles.containsKey(key)) {
                    complete = false;
                } else {
                    found.add(tile(key));
                }
            }
        }
        if (!complete) {
            found.add(0, tile(new Tile.Key(pyramid.levels() - 1, 1, false, 0, 0)));
        }
        asked = found;
        forget();
        return new Cover(found, complete);
    }

    private Tile tile(Tile.Key key) {
        return tiles.computeIfAbsent(key, k -> new Tile(k, pyramid));
    }

    /** Lets go of what was not looked at for longest. */
    private void forget() {
        var oldest = tiles.values().iterator();
        int most = Math.max(KEPT, asked.size());
        for (int n = tiles.size(); n > most; n--) {
            oldest.next();
            oldest.remove();
        }
    }

    /** Pixels of a live picture changed: only the tiles there are made anew. */
    public void changed(Region part) {
        Raster.Cut there =
                new Raster.Cut(
                                part.x(),
                                part.y(),
                                part.x() + part.width(),
                                part.y() + part.height())
                        .and(new Raster.Cut(0, 0, width(), height()));
        if (there.empty()) {
            return;
        }
        pyramid.changed(there);
        for (Tile tile : tiles.values()) {
            int level = tile.key().level();
            tile.take(pyramid.level(level), there.scaled(pyramid.scale(level)));
        }
        changes.set(changes.get() + 1);
    }

    /**
     * Shows another picture of the same size in the same tiles.
     *
     * @return whether it has that size; if not, nothing happened
     */
    boolean take(Pyramid next) {
        if (!next.fits(pyramid)) {
            return false;
        }
        pyramid = next;
        tiles.values().retainAll(asked);
        for (Tile tile : asked) {
            Raster level = next.level(tile.key().level());
            tile.take(level, level.all());
        }
        changes.set(changes.get() + 1);
        return true;
    }
}
