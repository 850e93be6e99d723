package mien.engine.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Records of one length, written one after another and read in any order: a memory-mapped file, or
 * memory alone. The first byte of a record tells whether it is complete, so an interrupted filling
 * goes on where it stopped, and reading may begin while writing goes on.
 */
final class Records implements AutoCloseable {

    private static final int RECORDS_PER_MAP = 4096;
    private static final byte COMPLETE = 1;

    private final int capacity;
    private final int bytes;
    private final List<ByteBuffer> maps = new ArrayList<>();
    private final AtomicInteger complete = new AtomicInteger();
    private Optional<FileChannel> channel = Optional.empty();

    private Records(int capacity, int bytes) {
        this.capacity = capacity;
        this.bytes = bytes;
    }

    /**
     * Opens or begins a file.
     *
     * @param capacity how many records it will hold
     * @param bytes of each, the marker included
     * @throws UncheckedIOException if it cannot be opened or the disk cannot hold it
     */
    static Records in(Path file, int capacity, int bytes) {
        Records records = new Records(capacity, bytes);
        try {
            records.open(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The training cache %s cannot be opened (%s); check the folder and the free space."
                            .formatted(file, e.getMessage()),
                    e);
        }
        return records;
    }

    /** Records that are gone with the process. */
    static Records inMemory(int capacity, int bytes) {
        Records records = new Records(capacity, bytes);
        for (int first = 0; first < capacity; first += RECORDS_PER_MAP) {
            int count = Math.min(RECORDS_PER_MAP, capacity - first);
            records.maps.add(ByteBuffer.allocateDirect(count * bytes));
        }
        return records;
    }

    private void open(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        FileChannel opened =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        channel = Optional.of(opened);
        try {
            countComplete(opened);
            needSpace(file);
            for (int first = 0; first < capacity; first += RECORDS_PER_MAP) {
                long count = Math.min(RECORDS_PER_MAP, capacity - first);
                maps.add(
                        opened.map(
                                FileChannel.MapMode.READ_WRITE,
                                (long) first * bytes,
                                count * bytes));
            }
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    private void countComplete(FileChannel file) throws IOException {
        ByteBuffer marker = ByteBuffer.allocate(1);
        while (complete.get() < capacity
                && file.read(marker.clear(), (long) complete.get() * bytes) == 1
                && marker.get(0) == COMPLETE) {
            complete.incrementAndGet();
        }
    }

    /**
     * Refuses to begin what the disk cannot hold: writing to a map of a file on a full disk would
     * end the whole program.
     */
    private void needSpace(Path file) throws IOException {
        long needed = (long) (capacity - complete.get()) * bytes;
        long free = Files.getFileStore(file).getUsableSpace();
        if (needed > free) {
            throw new IOException(
                    "%d MB are needed and %d MB are free".formatted(needed >> 20, free >> 20));
        }
    }

    int capacity() {
        return capacity;
    }

    /** How many records from the first on are complete. */
    int complete() {
        return complete.get();
    }

    /**
     * Appends the next record; one thread writes.
     *
     * @param content writes what follows the marker
     */
    void append(Consumer<ByteBuffer> content) {
        int index = complete.get();
        content.accept(at(index));
        maps.get(index / RECORDS_PER_MAP).put(index % RECORDS_PER_MAP * bytes, COMPLETE);
        complete.incrementAndGet();
    }

    /** A record's content, little-endian, from the byte after its marker on. */
    ByteBuffer at(int index) {
        int start = index % RECORDS_PER_MAP * bytes;
        ByteBuffer record = maps.get(index / RECORDS_PER_MAP).duplicate();
        record.limit(start + bytes).position(start + 1);
        return record.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
        if (channel.isPresent()) {
            channel.get().close();
        }
    }
}
