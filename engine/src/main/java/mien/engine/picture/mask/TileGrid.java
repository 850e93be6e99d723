package mien.engine.picture.mask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import mien.engine.picture.Region;

/**
 * A picture of bytes in shared tiles; immutable. Tiles at the right and the bottom reach over the
 * edge; what lies there counts for nothing.
 */
final class TileGrid {

    private static final int SIDE = Tile.SIDE;

    private final int width;
    private final int height;
    private final int columns;
    private final Tile[] tiles;

    private TileGrid(int width, int height, Tile[] tiles) {
        this.width = width;
        this.height = height;
        this.columns = count(width);
        this.tiles = tiles;
    }

    /** Changes the bytes of a tile whose upper left pixel is (x, y). */
    @FunctionalInterface
    interface Painter {
        void paint(int x, int y, byte[] pixels);
    }

    static TileGrid filled(int width, int height, int value) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "A mask needs at least one pixel, but got %d × %d.".formatted(width, height));
        }
        Tile[] tiles = new Tile[count(width) * count(height)];
        Arrays.fill(tiles, Tile.uniform(value));
        return new TileGrid(width, height, tiles);
    }

    private static int count(int pixels) {
        return (pixels + SIDE - 1) / SIDE;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    Region whole() {
        return new Region(0, 0, width, height);
    }

    int at(int x, int y) {
        return tiles[y / SIDE * columns + x / SIDE].at(y % SIDE * SIDE + x % SIDE);
    }

    /** The tile at a place in the order of rows; see {@link #tileAt}. */
    Tile tile(int index) {
        return tiles[index];
    }

    int tileAt(int x, int y) {
        return y / SIDE * columns + x / SIDE;
    }

    /** Copies pixels (x …, y) of a row; all must lie inside. */
    void read(int x, int y, int count, byte[] into, int at) {
        int done = 0;
        while (done < count) {
            int inside = (x + done) % SIDE;
            int run = Math.min(count - done, SIDE - inside);
            tiles[tileAt(x + done, y)].read(y % SIDE * SIDE + inside, run, into, at + done);
            done += run;
        }
    }

    /** The bytes of a region that lies inside, row-major. */
    byte[] read(Region r) {
        byte[] out = new byte[r.width() * r.height()];
        for (int y = 0; y < r.height(); y++) {
            read(r.x(), r.y() + y, r.width(), out, y * r.width());
        }
        return out;
    }

    /** With the bytes of a region that lies inside replaced. */
    TileGrid with(Region r, byte[] values) {
        return painted(
                r,
                (tx, ty, pixels) -> {
                    int from = Math.max(tx, r.x());
                    int to = Math.min(tx + SIDE, r.x() + r.width());
                    int top = Math.max(ty, r.y());
                    int bottom = Math.min(ty + SIDE, r.y() + r.height());
                    for (int y = top; y < bottom; y++) {
                        System.arraycopy(
                                values,
                                (y - r.y()) * r.width() + from - r.x(),
                                pixels,
                                (y - ty) * SIDE + from - tx,
                                to - from);
                    }
                });
    }

    /** With every tile that meets a region painted on a copy; what did not change is shared. */
    TileGrid painted(Region r, Painter painter) {
        Tile[] next = tiles.clone();
        each(
                r,
                (x, y) -> {
                    int i = tileAt(x, y);
                    byte[] pixels = tiles[i].copy();
                    painter.paint(x, y, pixels);
                    next[i] = tiles[i].holds(pixels) ? tiles[i] : Tile.of(pixels);
                });
        return new TileGrid(width, height, next);
    }

    /** Told of the corners of tiles. */
    @FunctionalInterface
    interface Corners {
        void tile(int x, int y);
    }

    /** All tiles that meet a region. */
    void each(Region r, Corners action) {
        int right = Math.min(width, r.x() + r.width());
        int bottom = Math.min(height, r.y() + r.height());
        for (int y = Math.max(0, r.y()) / SIDE * SIDE; y < bottom; y += SIDE) {
            for (int x = Math.max(0, r.x()) / SIDE * SIDE; x < right; x += SIDE) {
                action.tile(x, y);
            }
        }
    }

    /** With other tiles at the places that are not empty, in the order of {@link #tileAt}. */
    TileGrid withTiles(Collection<Integer> places, IntFunction<Tile> tile) {
        Tile[] next = tiles.clone();
        places.forEach(i -> next[i] = tile.apply(i));
        return new TileGrid(width, height, next);
    }

    /** Every value replaced by the one a table of 256 gives it. */
    TileGrid mapped(byte[] table) {
        Tile[] next = new Tile[tiles.length];
        for (int i = 0; i < next.length; i++) {
            next[i] = mapped(tiles[i], table);
        }
        return new TileGrid(width, height, next);
    }

    private static Tile mapped(Tile tile, byte[] table) {
        if (tile.uniform()) {
            return Tile.uniform(table[tile.first()]);
        }
        byte[] in = tile.content();
        byte[] out = new byte[in.length];
        for (int k = 0; k < out.length; k++) {
            out[k] = table[in[k] & 0xff];
        }
        return Tile.of(out);
    }

    /** Two grids of one size joined value by value. */
    TileGrid joined(TileGrid other, IntBinaryOperator join) {
        requireSameSize(other);
        Tile[] next = new Tile[tiles.length];
        Map<Integer, byte[]> tables =
                new HashMap<>(); // what becomes of a value beside one of a uniform tile
        for (int i = 0; i < next.length; i++) {
            Tile b = other.tiles[i];
            if (b.uniform()) {
                byte[] table = tables.computeIfAbsent(b.first(), second -> table(join, second));
                next[i] = same(table) ? tiles[i] : mapped(tiles[i], table);
            } else {
                next[i] = joined(tiles[i], b, join);
            }
        }
        return new TileGrid(width, height, next);
    }

    private static byte[] table(IntBinaryOperator join, int second) {
        byte[] table = new byte[256];
        for (int v = 0; v < table.length; v++) {
            table[v] = (byte) join.applyAsInt(v, second);
        }
        return table;
    }

    private static boolean same(byte[] table) {
        boolean same = true;
        for (int v = 0; v < table.length; v++) {
            same &= table[v] == (byte) v;
        }
        return same;
    }

    private static Tile joined(Tile a, Tile b, IntBinaryOperator join) {
        byte[] out = new byte[Tile.PIXELS];
        boolean left = true;
        for (int k = 0; k < out.length; k++) {
            int va = a.at(k);
            int v = join.applyAsInt(va, b.at(k));
            out[k] = (byte) v;
            left &= v == va;
        }
        return left ? a : Tile.of(out); // shared where nothing changed
    }

    private void requireSameSize(TileGrid other) {
        if (width != other.width || height != other.height) {
            throw new IllegalArgumentException(
                    "Masks of %d × %d and %d × %d cannot be joined: make them of one size."
                            .formatted(width, height, other.width, other.height));
        }
    }

    /** Whether all pixels of a region have one value, as far as tiles tell. */
    Optional<Integer> uniform(Region r) {
        int value = tiles[tileAt(r.x(), r.y())].first();
        boolean[] alike = {true};
        each(
                r,
                (x, y) -> {
                    Tile t = tiles[tileAt(x, y)];
                    alike[0] &= t.uniform() && t.first() == value;
                });
        return alike[0] ? Optional.of(value) : Optional.empty();
    }

    /** What encloses all tiles that are not those of another grid. */
    Optional<Region> changed(TileGrid since) {
        requireSameSize(since);
        Box box = new Box();
        for (int i = 0; i < tiles.length; i++) {
            if (tiles[i] != since.tiles[i]) {
                int x = i % columns * SIDE;
                int row = i / columns;
                box.add(x, row * SIDE, x + SIDE, (row + 1) * SIDE);
            }
        }
        return box.within(width, height);
    }

    /** The tiles that are not those of another grid, joined where they lie side by side. */
    List<Region> changes(TileGrid since) {
        requireSameSize(since);
        List<Region> runs = new ArrayList<>();
        for (int from = 0; from < tiles.length; from += columns) {
            for (int i = 0; i < columns; i++) {
                int start = i;
                while (i < columns && tiles[from + i] != since.tiles[from + i]) {
                    i++;
                }
                Box box = new Box();
                int row = from / columns;
                box.add(start * SIDE, row * SIDE, i * SIDE, (row + 1) * SIDE);
                box.within(width, height).ifPresent(runs::add);
            }
        }
        return runs;
    }

    /** Packs the tiles that are not those of other grids as well. */
    void rest(Collection<TileGrid> kept) {
        List<TileGrid> alike =
                kept.stream().filter(k -> width == k.width && height == k.height).toList();
        for (int i = 0; i < tiles.length; i++) {
            Tile tile = tiles[i];
            int at = i;
            if (alike.stream().noneMatch(k -> k.tiles[at] == tile)) {
                tile.rest();
            }
        }
    }

    /** Unpacks what was packed. */
    void wake() {
        for (Tile tile : tiles) {
            tile.wake();
        }
    }

    /** Bytes of memory that several grids hold together; what they share counts once. */
    static long heldBytes(Collection<TileGrid> grids) {
        Set<Tile> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        long bytes = 0;
        for (TileGrid grid : grids) {
            bytes += 8L * grid.tiles.length;
            for (Tile tile : grid.tiles) {
                bytes += seen.add(tile) ? tile.heldBytes() : 0;
            }
        }
        return bytes;
    }

    @Override
    public boolean equals(Object o) {
        if (this == o) {
            return true;
        }
        if (!(o instanceof TileGrid other) || width != other.width || height != other.height) {
            return false;
        }
        for (int i = 0; i < tiles.length; i++) {
            int w = Math.min(SIDE, width - i % columns * SIDE);
            int row = i / columns;
            int h = Math.min(SIDE, height - row * SIDE);
            if (!tiles[i].equal(other.tiles[i], w, h)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 31 * width + height;
        for (Tile tile : tiles) {
            hash = 31 * hash + tile.first();
        }
        return hash;
    }
}
