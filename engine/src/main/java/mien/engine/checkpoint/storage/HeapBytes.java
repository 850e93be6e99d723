package mien.engine.checkpoint.storage;

import java.nio.ByteBuffer;

/** Bytes in memory. */
public final class HeapBytes implements Bytes {

    private final ByteBuffer bytes;

    private HeapBytes(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /**
     * @param bytes not copied
     */
    public static HeapBytes of(byte[] bytes) {
        return new HeapBytes(ByteBuffer.wrap(bytes));
    }

    @Override
    public long size() {
        return bytes.capacity();
    }

    @Override
    public void read(long position, ByteBuffer into) throws Malformed {
        reaches(position, into.remaining());
        into.put(bytes.slice((int) position, into.remaining()));
    }

    @Override
    public HeapBytes part(long position, long size) throws Malformed {
        reaches(position, size);
        return new HeapBytes(bytes.slice((int) position, (int) size));
    }
}
