package mien.engine.checkpoint.lmdb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import mien.engine.checkpoint.CheckpointException;

/**
 * The bytes of a data file by offset and by page. A mapping holds at most 2 GiB, so a large file is
 * mapped in pieces; pages never cross them, long values may.
 */
final class Pages {
    private static final int PIECE = 1 << 30;

    /** Page 0 and 1 are meta pages. */
    private static final long FIRST = 2;

    private final String name;
    private final ByteBuffer[] pieces;
    private final int pieceBytes;
    private final long bytes;
    private int pageSize;
    private long lastPage;

    Pages(String name, ByteBuffer[] pieces, int pieceBytes) {
        this.name = name;
        this.pieces = pieces;
        this.pieceBytes = pieceBytes;
        long sum = 0;
        for (ByteBuffer piece : pieces) {
            sum += piece.capacity();
        }
        bytes = sum;
    }

    static Pages mapped(FileChannel channel, String name) throws IOException {
        long size = channel.size();
        ByteBuffer[] pieces = new ByteBuffer[Math.toIntExact((size + PIECE - 1) / PIECE)];
        for (int i = 0; i < pieces.length; i++) {
            long from = (long) i * PIECE;
            long count = Math.min(PIECE, size - from);
            pieces[i] = channel.map(FileChannel.MapMode.READ_ONLY, from, count);
        }
        return new Pages(name, pieces, PIECE);
    }

    /** From here on pages are asked for. */
    void use(int size, long last) {
        pageSize = size;
        lastPage = last;
    }

    int pageSize() {
        return pageSize;
    }

    Page page(long number) {
        if (number < FIRST || number > lastPage) {
            throw damaged("page " + Long.toUnsignedString(number) + " is asked for but never used");
        }
        long offset = number * pageSize;
        if (offset > bytes - pageSize) {
            throw damaged("it ends before page " + number);
        }
        return new Page(this, number, bytes(offset, pageSize));
    }

    /** A value that lies on pages of its own, from page {@code number} on. */
    ByteBuffer overflow(long number, long length) {
        Page first = page(number);
        long room = first.overflowPages() * pageSize - Page.HEADER;
        if (length > room) {
            throw damaged("the value on page " + number + " is longer than its pages");
        }
        return bytes(number * pageSize + Page.HEADER, length);
    }

    /** Bytes of the file, read-only and little-endian; copied only where two pieces meet. */
    ByteBuffer bytes(long offset, long length) {
        if (offset < 0 || length < 0 || length > Integer.MAX_VALUE || offset > bytes - length) {
            throw damaged("it ends within its data");
        }
        int piece = (int) (offset / pieceBytes);
        int from = (int) (offset % pieceBytes);
        ByteBuffer whole;
        if (length == 0) {
            whole = ByteBuffer.allocate(0);
        } else if (from + length <= pieces[piece].capacity()) {
            whole = pieces[piece].slice(from, (int) length);
        } else {
            whole = ByteBuffer.allocate((int) length);
            while (whole.hasRemaining()) {
                int count = Math.min(whole.remaining(), pieces[piece].capacity() - from);
                whole.put(pieces[piece].slice(from, count));
                piece++;
                from = 0;
            }
            whole.flip();
        }
        return whole.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    CheckpointException damaged(String why) {
        return new CheckpointException(
                "The database %s is damaged: %s; copy it again.".formatted(name, why));
    }

    CheckpointException unfit(String why) {
        return new CheckpointException("%s %s.".formatted(name, why));
    }
}
