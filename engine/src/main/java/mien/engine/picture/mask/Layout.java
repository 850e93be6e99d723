package mien.engine.picture.mask;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import mien.engine.picture.Mask;
import mien.engine.picture.Region;

/**
 * What lies where: a class for every pixel. It never changes; painting makes another one that
 * shares every tile that was not touched.
 */
public final class Layout {

    private static final int HALF = 128; // a pixel belongs to a class from half of it on

    private final List<LayoutClass> classes;
    private final TileGrid grid;

    private Layout(List<LayoutClass> classes, TileGrid grid) {
        this.classes = classes;
        this.grid = grid;
    }

    /**
     * A layout of one class.
     *
     * @param classes with ids and colours that differ
     * @param id the class of every pixel
     */
    public static Layout filled(List<LayoutClass> classes, int width, int height, int id) {
        List<LayoutClass> known = List.copyOf(classes);
        Set<Integer> ids = new HashSet<>();
        Set<Integer> colours = new HashSet<>();
        for (LayoutClass c : known) {
            if (!ids.add(c.id()) || !colours.add(c.rgb())) {
                throw new IllegalArgumentException(
                        "the class '%s' has the id or the colour of another".formatted(c.name()));
            }
        }
        return new Layout(known, TileGrid.filled(width, height, known(known, id).id()));
    }

    /**
     * @param ids the class of every pixel
     */
    public static Layout of(List<LayoutClass> classes, Mask ids) {
        Layout blank = filled(classes, ids.width(), ids.height(), classes.get(0).id());
        boolean[] there = new boolean[256];
        for (byte id : ids.values()) {
            there[id & 0xff] = true;
        }
        IntStream.range(0, there.length).filter(i -> there[i]).forEach(i -> known(classes, i));
        return new Layout(blank.classes, blank.grid.with(blank.grid.whole(), ids.values()));
    }

    private static LayoutClass known(List<LayoutClass> classes, int id) {
        return classes.stream()
                .filter(c -> c.id() == id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a layout has no class " + id));
    }

    public List<LayoutClass> classes() {
        return classes;
    }

    public int width() {
        return grid.width();
    }

    public int height() {
        return grid.height();
    }

    /** The class of a pixel. */
    public LayoutClass at(int x, int y) {
        return known(classes, grid.at(x, y));
    }

    /** The class ids of all pixels. */
    public Mask plain() {
        return new Mask(width(), height(), grid.read(grid.whole()));
    }

    /** Copies the class ids of {@code count} pixels of a row; all must lie inside. */
    public void read(int x, int y, int count, byte[] into) {
        grid.read(x, y, count, into, 0);
    }

    /** With a class wherever a mask is at least half inside. */
    public Layout painted(TiledMask where, int id) {
        return painted(where, grid.whole(), id);
    }

    /**
     * With a class wherever a mask is at least half inside, in a region.
     *
     * @param where of the layout's size
     */
    public Layout painted(TiledMask where, Region region, int id) {
        where.requireSize(width(), height());
        byte value = (byte) known(classes, id).id();
        Map<Integer, Tile> fresh = new HashMap<>();
        grid.each(
                region,
                (x, y) -> {
                    int i = grid.tileAt(x, y);
                    Tile inside = where.grid().tile(i);
                    if (!inside.uniform() || inside.first() >= HALF) {
                        fresh.put(i, painted(grid.tile(i), inside, value));
                    }
                });
        return new Layout(classes, grid.withTiles(fresh.keySet(), fresh::get));
    }

    private static Tile painted(Tile before, Tile inside, byte value) {
        byte[] pixels = before.copy();
        for (int k = 0; k < pixels.length; k++) {
            if (inside.at(k) >= HALF) {
                pixels[k] = value;
            }
        }
        return before.holds(pixels) ? before : Tile.of(pixels);
    }

    /** Where a class lies. */
    public TiledMask area(int id) {
        byte[] table = new byte[256];
        table[known(classes, id).id()] = (byte) 255;
        return new TiledMask(grid.mapped(table));
    }

    /** The pixels of a class that touch another class edge by edge. */
    public TiledMask boundary(int id) {
        Mask area = area(id).plain();
        int w = area.width();
        int h = area.height();
        byte[] edge = new byte[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                boolean inner =
                        (x == 0 || area.at(x - 1, y) != 0)
                                && (x == w - 1 || area.at(x + 1, y) != 0)
                                && (y == 0 || area.at(x, y - 1) != 0)
                                && (y == h - 1 || area.at(x, y + 1) != 0);
                edge[y * w + x] = (byte) (area.at(x, y) != 0 && !inner ? 255 : 0);
            }
        }
        return TiledMask.of(new Mask(w, h, edge));
    }

    /** What encloses all that may differ from another layout of the same size. */
    public Optional<Region> changed(Layout since) {
        return grid.changed(since.grid);
    }

    /** As {@link TiledMask#changes}. */
    public List<Region> changes(Layout since) {
        return grid.changes(since.grid);
    }

    /** As {@link TiledMask#rest}. */
    public void rest(Collection<Layout> kept) {
        grid.rest(kept.stream().map(l -> l.grid).toList());
    }

    /** As {@link TiledMask#wake}. */
    public void wake() {
        grid.wake();
    }

    /** Bytes of memory that several layouts hold together; what they share counts once. */
    public static long heldBytes(Collection<Layout> layouts) {
        return TileGrid.heldBytes(layouts.stream().map(l -> l.grid).toList());
    }

    @Override
    public boolean equals(Object o) {
        return this == o
                || o instanceof Layout other
                        && classes.equals(other.classes)
                        && grid.equals(other.grid);
    }

    @Override
    public int hashCode() {
        return 31 * classes.hashCode() + grid.hashCode();
    }

    @Override
    public String toString() {
        return "Layout[%d × %d, %d classes]".formatted(width(), height(), classes.size());
    }
}
