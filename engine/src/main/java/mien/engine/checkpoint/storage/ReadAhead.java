package mien.engine.checkpoint.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * Reads on in a file while what was read before is being worked on, so that the disk does not wait
 * for the processor. What is read is thrown away: the system keeps it for the one who will ask. Of
 * what the system has already, only samples are taken.
 */
final class ReadAhead {

    /** How far it goes beyond the newest read. */
    static final long LEAD = 256L << 20;

    static final int PIECE = 1 << 20;

    /** Reads shorter than this, such as headers, say nothing of what will be read. */
    static final int LEAST = 1 << 18;

    /** One of so many pieces is a sample. */
    static final int SAMPLE = 16;

    /** No disk is as fast as the system's own memory: 4 GB a second. */
    private static final long QUICK_NANOS = PIECE / 4;

    private final Source file;
    private final long size;
    private final Executor executor;
    private final LongSupplier nanos;
    private long at;
    private long goal;
    private boolean reading;
    private boolean ended;

    /** Bytes at places of a file. */
    @FunctionalInterface
    interface Source {
        int read(ByteBuffer into, long at) throws IOException;
    }

    /**
     * @param executor where it reads
     * @param nanos the time
     */
    ReadAhead(Source file, long size, Executor executor, LongSupplier nanos) {
        this.file = file;
        this.size = size;
        this.executor = executor;
        this.nanos = nanos;
    }

    /** Ahead of the readers of a file; on threads of its own. */
    static ReadAhead of(FileChannel file, long size) {
        return new ReadAhead(
                file::read,
                size,
                new CompletableFuture<Void>().defaultExecutor(),
                System::nanoTime);
    }

    /** Something is about to be read; returns at once. */
    void follow(long from, long to) {
        if (to - from >= LEAST && begin(to)) {
            executor.execute(this::read);
        }
    }

    private synchronized boolean begin(long to) {
        if (at < to || at > to + LEAD) { // it fell behind, or the reader went elsewhere
            at = to;
        }
        goal = Math.min(size, to + LEAD);
        boolean begins = !reading && !ended && goal - at >= PIECE;
        reading |= begins;
        return begins;
    }

    private void read() {
        ByteBuffer thrownAway = ByteBuffer.allocateDirect(PIECE);
        for (OptionalLong from = next(); from.isPresent(); from = next()) {
            long start = nanos.getAsLong();
            try {
                if (file.read(thrownAway.clear(), from.getAsLong()) < 0) {
                    end(); // somebody shortened the file
                }
            } catch (IOException e) {
                end(); // whoever needs these bytes meets the same and says it
            }
            if (nanos.getAsLong() - start < QUICK_NANOS) {
                skip();
            }
        }
    }

    /** Where to read next; empty when it is far enough ahead. */
    private synchronized OptionalLong next() {
        if (ended || at >= goal) {
            reading = false;
            return OptionalLong.empty();
        }
        long from = at;
        at += PIECE;
        return OptionalLong.of(from);
    }

    private synchronized void skip() {
        at += (SAMPLE - 1L) * PIECE;
    }

    /** It reads no more. */
    synchronized void end() {
        ended = true;
    }
}
