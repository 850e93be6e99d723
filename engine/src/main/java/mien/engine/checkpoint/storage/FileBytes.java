package mien.engine.checkpoint.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.IntStream;

/**
 * A stretch of an open file. Reads go straight from the file into the memory that is to hold them:
 * a mapped file would end the process if somebody shortened it meanwhile. Long reads are shared
 * among the processor's cores, since fresh memory costs as much as the reading.
 */
public final class FileBytes implements Bytes, AutoCloseable {

    private static final int PIECE = 4 << 20;

    private final FileChannel channel;
    private final ReadAhead ahead;
    private final long begin;
    private final long size;

    private FileBytes(FileChannel channel, ReadAhead ahead, long begin, long size) {
        this.channel = channel;
        this.ahead = ahead;
        this.begin = begin;
        this.size = size;
    }

    /** All bytes of a file as it is now. */
    public static FileBytes open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            long size = channel.size();
            return new FileBytes(channel, ReadAhead.of(channel, size), 0, size);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(long position, ByteBuffer into) throws IOException, Malformed {
        reaches(position, into.remaining());
        ahead.follow(begin + position, begin + position + into.remaining());
        int pieces = (into.remaining() + PIECE - 1) / PIECE;
        if (pieces < 2 || !into.isDirect()) {
            fill(begin + position, into);
            return;
        }
        try {
            IntStream.range(0, pieces).parallel().forEach(i -> piece(begin + position, into, i));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        into.position(into.limit());
    }

    private void piece(long at, ByteBuffer into, int number) {
        int from = number * PIECE;
        int length = Math.min(PIECE, into.remaining() - from);
        try {
            fill(at + from, into.slice(into.position() + from, length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(long from, ByteBuffer into) throws IOException {
        long at = from;
        while (into.hasRemaining()) {
            int count = channel.read(into, at);
            if (count < 0) {
                throw new IOException("the file became shorter while it was read");
            }
            at += count;
        }
    }

    @Override
    public FileBytes part(long position, long count) throws Malformed {
        reaches(position, count);
        return new FileBytes(channel, ahead, begin + position, count);
    }

    /** Closes the file, for all parts. */
    @Override
    public void close() throws IOException {
        ahead.end();
        channel.close();
    }
}
