package mien.engine.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Set;

/**
 * What can be told of a PNG file without decoding it (PNG specification, second edition, sections 5
 * and 11).
 */
final class PngChunks {
    private static final long SIGNATURE = 0x89504e470d0a1a0aL;
    private static final int FIRST = 8;

    /** Length, name and check sum of a chunk. */
    private static final int FRAME = 12;

    private static final int DEPTH = 24;
    private static final int COLOUR = 25;
    private static final int HEADER_END = 33;

    /** Deflate makes at most 1032 bytes of one. */
    private static final long UNFOLDING = 1032;

    /** Texts, folded or plain: no pixel depends on them, and a folded one may be a gigabyte. */
    private static final Set<Integer> NOTES = Set.of(0x7a545874, 0x69545874, 0x74455874);

    private PngChunks() {}

    static boolean isPng(byte[] file) {
        return file.length >= HEADER_END && ByteBuffer.wrap(file).getLong() == SIGNATURE;
    }

    /** Whether the pixels of the size that the header names can be folded into so few bytes. */
    static boolean canHold(byte[] png, int width, int height) {
        int samples =
                switch (png[COLOUR]) {
                    case 2 -> 3; // red, green, blue
                    case 4 -> 2; // grey, alpha
                    case 6 -> 4;
                    default -> 1;
                };
        long row = 1 + ((long) width * samples * Math.max(1, png[DEPTH]) + 7) / 8;
        return row * height <= UNFOLDING * png.length;
    }

    /** The same file without its texts; chunks are kept as they are, up to the first broken one. */
    static byte[] withoutNotes(byte[] png) {
        ByteBuffer in = ByteBuffer.wrap(png);
        ByteArrayOutputStream out = new ByteArrayOutputStream(png.length);
        out.write(png, 0, FIRST);
        int at = FIRST;
        while (at <= png.length - FRAME) {
            int length = in.getInt(at);
            if (length < 0 || length > png.length - FRAME - at) {
                break;
            }
            if (!NOTES.contains(in.getInt(at + 4))) {
                out.write(png, at, length + FRAME);
            }
            at += length + FRAME;
        }
        out.write(png, at, png.length - at);
        return out.toByteArray();
    }
}
