package mien.engine.picture.mask;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import mien.engine.picture.Mask;
import mien.engine.picture.PictureException;
import mien.engine.picture.Region;

/**
 * A soft mask, 0 (outside) to 255 (inside), that never changes: painting makes another one that
 * shares every tile that was not touched. Safe for use by several threads.
 */
public final class TiledMask {

    private static final byte[] INVERSE = new byte[256];

    static {
        for (int v = 0; v < 256; v++) {
            INVERSE[v] = (byte) (255 - v);
        }
    }

    private final TileGrid grid;

    TiledMask(TileGrid grid) {
        this.grid = grid;
    }

    /** A mask with nothing inside. */
    public static TiledMask empty(int width, int height) {
        return filled(width, height, 0);
    }

    /**
     * @param value 0 to 255
     */
    public static TiledMask filled(int width, int height, int value) {
        return new TiledMask(TileGrid.filled(width, height, value));
    }

    public static TiledMask of(Mask mask) {
        TileGrid blank = TileGrid.filled(mask.width(), mask.height(), 0);
        return new TiledMask(blank.with(blank.whole(), mask.values()));
    }

    TileGrid grid() {
        return grid;
    }

    public int width() {
        return grid.width();
    }

    public int height() {
        return grid.height();
    }

    /** The value of a pixel, 0 to 255. */
    public int at(int x, int y) {
        return grid.at(x, y);
    }

    /** All values in one array. */
    public Mask plain() {
        return new Mask(width(), height(), grid.read(grid.whole()));
    }

    /** The values of a region that lies inside. */
    public Mask plain(Region region) {
        return new Mask(region.width(), region.height(), grid.read(region));
    }

    /** Copies {@code count} values of a row, from column x on; all must lie inside. */
    public void read(int x, int y, int count, byte[] into) {
        grid.read(x, y, count, into, 0);
    }

    /** The value of all pixels of a region that lies inside, if its tiles are of one value. */
    public Optional<Integer> uniform(Region region) {
        return grid.uniform(region);
    }

    /** Whether nothing is inside. */
    public boolean blank() {
        return equals(empty(width(), height()));
    }

    public TiledMask inverted() {
        return new TiledMask(grid.mapped(INVERSE));
    }

    /**
     * @param other of the same size
     */
    public TiledMask joined(Join how, TiledMask other) {
        return new TiledMask(grid.joined(other.grid, how));
    }

    /**
     * @param where a region that lies inside
     * @param values as many as it has pixels
     */
    public TiledMask with(Region where, Mask values) {
        return new TiledMask(grid.with(where, values.values()));
    }

    /** What encloses all that may differ from another mask of the same size. */
    public Optional<Region> changed(TiledMask since) {
        return grid.changed(since.grid);
    }

    /**
     * The same in pieces that leave out what lies between them, such as beside a slanting stroke.
     */
    public List<Region> changes(TiledMask since) {
        return grid.changes(since.grid);
    }

    /**
     * Packs what this mask does not share with others, since it will not be looked at for a while;
     * reading unpacks it again. To be called for a version that was left.
     */
    public void rest(Collection<TiledMask> kept) {
        grid.rest(kept.stream().map(m -> m.grid).toList());
    }

    /** Unpacks what was packed, since it may be looked at soon. */
    public void wake() {
        grid.wake();
    }

    /** Bytes of memory that several masks hold together; what they share counts once. */
    public static long heldBytes(Collection<TiledMask> masks) {
        return TileGrid.heldBytes(masks.stream().map(m -> m.grid).toList());
    }

    /**
     * @throws PictureException if the mask is of another size
     */
    public TiledMask requireSize(int width, int height) {
        if (width() != width || height() != height) {
            throw new PictureException(
                    "The mask has %d × %d pixels, but the picture has %d × %d: make it as large as the picture."
                            .formatted(width(), height(), width, height));
        }
        return this;
    }

    @Override
    public boolean equals(Object o) {
        return this == o || o instanceof TiledMask other && grid.equals(other.grid);
    }

    @Override
    public int hashCode() {
        return grid.hashCode();
    }

    @Override
    public String toString() {
        return "TiledMask[%d × %d]".formatted(width(), height());
    }

    /** The mean of all values, 0 to 1. */
    public double mean() {
        byte[] row = new byte[width()];
        long sum = 0;
        for (int y = 0; y < height(); y++) {
            read(0, y, row.length, row);
            sum += sum(row);
        }
        return sum / (255.0 * width() * height());
    }

    private static int sum(byte[] row) {
        int sum = 0;
        for (byte b : row) {
            sum += b & 0xff;
        }
        return sum;
    }
}
