package mien.engine.checkpoint.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Bytes that can be read from any position: a stretch of a file, or memory. */
public interface Bytes {

    long size();

    /**
     * Fills the rest of {@code into} with the bytes from {@code position} on.
     *
     * @throws Malformed when there are not that many
     * @throws IOException when the file cannot be read
     */
    void read(long position, ByteBuffer into) throws IOException, Malformed;

    /**
     * A stretch of these bytes; nothing is read or copied.
     *
     * @throws Malformed when it reaches beyond the end
     */
    Bytes part(long position, long size) throws Malformed;

    /** A copy in memory, little-endian, for stretches whose size has been judged. */
    default ByteBuffer read(long position, int count) throws IOException, Malformed {
        reaches(position, count);
        ByteBuffer copy = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        read(position, copy);
        return copy.flip();
    }

    /** Refuses a stretch that is not wholly within. */
    default void reaches(long position, long count) throws Malformed {
        Malformed.expect(
                position >= 0 && count >= 0 && position <= size() - count,
                "it ends before its contents do");
    }
}
