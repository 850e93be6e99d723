package mien.engine.picture.mask;

import java.util.Arrays;

/**
 * Packs the bytes of a tile: each is foretold from its three neighbours (left + above − above left,
 * exact on every even slope), and what is left over, small numbers on soft strokes, is written with
 * as many bits as the largest of sixteen needs.
 */
final class TileCodec {

    private static final int GROUP = 16;
    private static final int SIDE = Tile.SIDE;

    private TileCodec() {}

    static byte[] pack(byte[] pixels) {
        byte[] out = new byte[Tile.PIXELS / GROUP + Tile.PIXELS + 8];
        int[] rest = new int[GROUP];
        int at = 0;
        for (int start = 0; start < Tile.PIXELS; start += GROUP) {
            int largest = 0;
            for (int k = 0; k < GROUP; k++) {
                int i = start + k;
                byte d = (byte) (pixels[i] - foretold(pixels, i));
                rest[k] = (d << 1 ^ d >> 31) & 0xff; // 0, −1, 1, −2 … → 0, 1, 2, 3 …
                largest |= rest[k];
            }
            int bits = 32 - Integer.numberOfLeadingZeros(largest);
            out[at++] = (byte) bits;
            at = write(rest, bits, out, at);
        }
        return Arrays.copyOf(out, at);
    }

    private static int write(int[] rest, int bits, byte[] out, int from) {
        int at = from;
        int held = 0;
        int pending = 0;
        for (int k = 0; k < GROUP && bits > 0; k++) {
            held |= rest[k] << pending;
            pending += bits;
            while (pending >= 8) {
                out[at++] = (byte) held;
                held >>>= 8;
                pending -= 8;
            }
        }
        return at; // 16 numbers of any width end on a whole byte
    }

    static byte[] unpack(byte[] packed) {
        byte[] pixels = new byte[Tile.PIXELS];
        int at = 0;
        for (int start = 0; start < Tile.PIXELS; start += GROUP) {
            int bits = packed[at++];
            int mask = (1 << bits) - 1;
            int held = 0;
            int pending = 0;
            for (int i = start; i < start + GROUP; i++) {
                while (pending < bits) {
                    held |= (packed[at++] & 0xff) << pending;
                    pending += 8;
                }
                int z = held & mask;
                held >>>= bits;
                pending -= bits;
                pixels[i] = (byte) (foretold(pixels, i) + (z >>> 1 ^ -(z & 1)));
            }
        }
        return pixels;
    }

    private static int foretold(byte[] p, int i) {
        boolean top = i < SIDE;
        if ((i & SIDE - 1) == 0) {
            return top ? 0 : p[i - SIDE];
        }
        return top ? p[i - 1] : p[i - 1] + p[i - SIDE] - p[i - SIDE - 1];
    }
}
