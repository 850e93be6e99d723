package mien.engine.picture.mask;

import java.util.Arrays;
import java.util.Optional;

/**
 * A square of 64 × 64 bytes that never changes its content. One value everywhere costs nothing.
 * What is not looked at for a while may {@link #rest}: it is then kept packed and unpacked when it
 * is next read.
 */
final class Tile {

    static final int SIDE = 64;
    static final int PIXELS = SIDE * SIDE;

    private static final Tile[] UNIFORM = new Tile[256];

    static {
        for (int v = 0; v < 256; v++) {
            UNIFORM[v] = new Tile((byte) v);
        }
    }

    private final byte first;
    private final boolean uniform;
    private volatile Optional<byte[]> pixels = Optional.empty();
    private volatile Optional<byte[]> packed = Optional.empty();

    private Tile(byte value) {
        first = value;
        uniform = true;
    }

    private Tile(byte[] content) {
        first = content[0];
        uniform = false;
        pixels = Optional.of(content);
    }

    static Tile uniform(int value) {
        return UNIFORM[value & 0xff];
    }

    /**
     * @param content 64 · 64 bytes, row-major; from now on the tile's own
     */
    static Tile of(byte[] content) {
        byte v = content[0];
        for (byte b : content) {
            if (b != v) {
                return new Tile(content);
            }
        }
        return uniform(v);
    }

    boolean uniform() {
        return uniform;
    }

    /** The value of the pixel at the top left: that of all, where the tile is uniform. */
    int first() {
        return first & 0xff;
    }

    int at(int i) {
        return uniform ? first() : content()[i] & 0xff;
    }

    /** A copy to paint on. */
    byte[] copy() {
        if (uniform) {
            byte[] all = new byte[PIXELS];
            Arrays.fill(all, first);
            return all;
        }
        return content().clone();
    }

    /** Copies a part of a row. */
    void read(int from, int count, byte[] into, int at) {
        if (uniform) {
            Arrays.fill(into, at, at + count, first);
        } else {
            System.arraycopy(content(), from, into, at, count);
        }
    }

    /** The bytes themselves, for reading only; not for uniform tiles. */
    byte[] content() {
        Optional<byte[]> held = pixels;
        if (held.isPresent()) {
            return held.get();
        }
        byte[] unpacked = TileCodec.unpack(packed.orElseThrow());
        pixels = Optional.of(unpacked);
        return unpacked;
    }

    /** Gives up the plain bytes for packed ones, if that saves something. */
    void rest() {
        if (uniform) {
            return;
        }
        if (packed.isEmpty()) {
            byte[] small = TileCodec.pack(content());
            if (small.length > PIXELS * 3 / 4) {
                return;
            }
            packed = Optional.of(small);
        }
        pixels = Optional.empty(); // after packed is set: a reader finds one of them
    }

    /** Unpacks the bytes before they are read. */
    void wake() {
        if (!uniform) {
            content();
        }
    }

    /** Bytes of memory held by the content. */
    int heldBytes() {
        return pixels.map(p -> p.length).orElse(0) + packed.map(p -> p.length).orElse(0);
    }

    /** Whether it is not uniform and has this content. */
    boolean holds(byte[] pixels) {
        return !uniform && Arrays.equals(content(), pixels);
    }

    /** Whether the upper left part of two tiles is alike. */
    boolean equal(Tile other, int width, int height) {
        if (this == other) {
            return true;
        }
        if (uniform && other.uniform) {
            return first == other.first;
        }
        if (first != other.first) {
            return false;
        }
        byte[] a = uniform ? copy() : content();
        byte[] b = other.uniform ? other.copy() : other.content();
        for (int y = 0; y < height; y++) {
            int row = y * SIDE;
            if (!Arrays.equals(a, row, row + width, b, row, row + width)) {
                return false;
            }
        }
        return true;
    }
}
