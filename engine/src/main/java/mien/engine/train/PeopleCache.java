package mien.engine.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mien.engine.flame.CodeLayout;
import mien.engine.flame.FlameCode;
import mien.engine.raster.Buffers;

/**
 * Drawn people on disk, memory-mapped, so that rendering does not compete with the network for the
 * processor. One record a picture: 8-bit picture and albedo, 16-bit normals, the code. The rendered
 * buffer is made again from albedo, normals and light.
 *
 * <p>The file grows person by person while training already reads what is there; a marker beside
 * each record tells whether it is complete, so an interrupted filling goes on where it stopped.
 */
final class PeopleCache implements AutoCloseable {

    private static final int RECORDS_PER_MAP = 4096;
    private static final byte COMPLETE = 1;

    private final int size;
    private final CodeLayout layout;
    private final int records;
    private final int recordBytes;
    private final FileChannel channel;
    private final List<MappedByteBuffer> maps = new ArrayList<>();
    private final AtomicInteger complete = new AtomicInteger();

    /** One picture as the network wants it. */
    record Example(float[] picture, float[] albedo, float[] normals, float[] code) {}

    PeopleCache(Path file, int size, int records, CodeLayout layout) {
        this.size = size;
        this.records = records;
        this.layout = layout;
        recordBytes = 1 + 12 * size * size + 4 * layout.count();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            needSpace(file);
            for (int first = 0; first < records; first += RECORDS_PER_MAP) {
                long count = Math.min(RECORDS_PER_MAP, records - first);
                maps.add(
                        channel.map(
                                FileChannel.MapMode.READ_WRITE,
                                (long) first * recordBytes,
                                count * recordBytes));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The training cache %s cannot be opened (%s); check the folder and the free space."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /**
     * Counts what is complete and refuses to begin what the disk cannot hold: writing to a map of a
     * file on a full disk would end the whole program.
     */
    private void needSpace(Path file) throws IOException {
        ByteBuffer marker = ByteBuffer.allocate(1);
        while (complete.get() < records
                && channel.read(marker.clear(), (long) complete.get() * recordBytes) == 1
                && marker.get(0) == COMPLETE) {
            complete.incrementAndGet();
        }
        long needed = (long) (records - complete.get()) * recordBytes;
        long free = Files.getFileStore(file).getUsableSpace();
        if (needed > free) {
            channel.close();
            throw new IOException(
                    "%d MB are needed and %d MB are free".formatted(needed >> 20, free >> 20));
        }
    }

    int size() {
        return size;
    }

    CodeLayout layout() {
        return layout;
    }

    /** How many records from the first on are complete. */
    int complete() {
        return complete.get();
    }

    int capacity() {
        return records;
    }

    /** Appends the next record; one thread writes. */
    void append(float[] picture, Buffers buffers, FlameCode code) {
        int index = complete.get();
        ByteBuffer at = record(index);
        at.put((byte) 0);
        putBytes(at, picture);
        putBytes(at, buffers.albedo());
        for (float n : buffers.normals()) {
            at.putShort((short) Math.round(Math.max(-1, Math.min(1, n)) * Short.MAX_VALUE));
        }
        for (float c : layout.pack(code)) {
            at.putFloat(c);
        }
        record(index).put(COMPLETE);
        complete.incrementAndGet();
    }

    /**
     * A record at the cache's side or a whole fraction of it, each pixel the mean of those it
     * covers.
     *
     * @param side what to shrink to
     */
    Example example(int index, int side) {
        int pixels = 3 * size * size;
        int picture = 1;
        int albedo = picture + pixels;
        int normals = albedo + pixels;
        ByteBuffer at = record(index);
        int base = at.position();
        float[] n = new float[3 * side * side];
        int f = size / side;
        float scale = 1f / (f * f * Short.MAX_VALUE);
        for (int i = 0; i < n.length; i++) {
            int from = base + normals + 2 * corner(i, side, f);
            int sum = 0;
            for (int y = 0; y < f; y++) {
                for (int x = 0; x < f; x++) {
                    sum += at.getShort(from + 2 * (y * size + x));
                }
            }
            n[i] = sum * scale;
        }
        return new Example(
                bytes(at, base + picture, side), bytes(at, base + albedo, side), n, code(index));
    }

    /** Only the picture of a record, shrunk like {@link #example}. */
    float[] picture(int index, int side) {
        ByteBuffer at = record(index);
        return bytes(at, at.position() + 1, side);
    }

    /**
     * Where in a cached plane stack the top left pixel of element {@code i} of a shrunk one lies.
     */
    private int corner(int i, int side, int f) {
        int plane = i / (side * side);
        int row = i / side % side;
        return (plane * size + row * f) * size + i % side * f;
    }

    private float[] bytes(ByteBuffer at, int base, int side) {
        int f = size / side;
        float scale = 1f / (255 * f * f);
        float[] values = new float[3 * side * side];
        for (int i = 0; i < values.length; i++) {
            int from = base + corner(i, side, f);
            int sum = 0;
            for (int y = 0; y < f; y++) {
                for (int x = 0; x < f; x++) {
                    sum += at.get(from + y * size + x) & 255;
                }
            }
            values[i] = sum * scale;
        }
        return values;
    }

    /** Only the code of a record. */
    float[] code(int index) {
        ByteBuffer at = record(index);
        at.position(at.position() + 1 + 12 * size * size);
        return code(at);
    }

    private float[] code(ByteBuffer at) {
        float[] code = new float[layout.count()];
        for (int i = 0; i < code.length; i++) {
            code[i] = at.getFloat();
        }
        return code;
    }

    private static void putBytes(ByteBuffer at, float[] values) {
        for (float v : values) {
            at.put((byte) Math.max(0, Math.min(255, Math.round(v * 255))));
        }
    }

    private ByteBuffer record(int index) {
        return maps.get(index / RECORDS_PER_MAP)
                .duplicate()
                .order(ByteOrder.LITTLE_ENDIAN)
                .position(index % RECORDS_PER_MAP * recordBytes)
                .limit((index % RECORDS_PER_MAP + 1) * recordBytes);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
