package mien.engine.checkpoint.storage;

import static mien.engine.checkpoint.storage.Malformed.expect;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A compressed part of a zip archive, unpacked while it is read. Reading on is cheap. Going back
 * begins anew: a part of moderate size is then kept in memory as long as there is enough, one of
 * more can be begun only so often. The checksum is compared when the end is reached.
 */
final class InflatedBytes implements Bytes {

    private static final int WINDOW = 1 << 16;
    private static final int MODERATE = 64 << 20;
    private static final int MOST_PASSES = 1000;

    private final Bytes packed;
    private final ZipEntry entry;
    private final Supplier<Inflater> inflaters;
    private Stream stream;
    private int begun;
    private SoftReference<HeapBytes> kept = new SoftReference<>(null);

    InflatedBytes(Bytes packed, ZipEntry entry) {
        this(packed, entry, () -> new Inflater(true));
    }

    /**
     * @param inflaters one for each pass; all but the one in use are ended
     */
    InflatedBytes(Bytes packed, ZipEntry entry, Supplier<Inflater> inflaters) {
        this.packed = packed;
        this.entry = entry;
        this.inflaters = inflaters;
    }

    @Override
    public long size() {
        return entry.size();
    }

    @Override
    public synchronized void read(long position, ByteBuffer into) throws IOException, Malformed {
        reaches(position, into.remaining());
        HeapBytes all = kept.get();
        if (all != null) {
            all.read(position, into);
            return;
        }
        boolean back = stream == null ? begun > 0 : stream.position > position;
        if (back && size() <= MODERATE) {
            keep().read(position, into);
            return;
        }
        if (stream == null || back) {
            expect(++begun <= MOST_PASSES, "its part '" + entry.name() + "' leads back too often");
            begin();
        }
        ByteBuffer passed = ByteBuffer.allocate(WINDOW);
        while (stream.position < position) {
            stream.fill(passed.clear().limit((int) Math.min(WINDOW, position - stream.position)));
        }
        stream.fill(into);
        if (stream.position == size()) {
            stream.finish();
            stream = null;
        }
    }

    /** Begins anew; the memory of the pass before is not Java's, and goes at once. */
    private void begin() {
        if (stream != null) {
            stream.inflater.end();
        }
        stream = new Stream();
    }

    private HeapBytes keep() throws IOException, Malformed {
        ByteBuffer all = ByteBuffer.allocate((int) size());
        begin();
        stream.fill(all);
        stream.finish();
        stream = null;
        HeapBytes bytes = HeapBytes.of(all.array());
        kept = new SoftReference<>(bytes);
        return bytes;
    }

    @Override
    public Bytes part(long position, long size) throws Malformed {
        reaches(position, size);
        return new Stretch(this, position, size);
    }

    /** Some of the bytes. */
    private record Stretch(InflatedBytes whole, long begin, long size) implements Bytes {

        @Override
        public void read(long position, ByteBuffer into) throws IOException, Malformed {
            reaches(position, into.remaining());
            whole.read(begin + position, into);
        }

        @Override
        public Bytes part(long position, long count) throws Malformed {
            reaches(position, count);
            return new Stretch(whole, begin + position, count);
        }
    }

    /** One pass over the part. */
    private final class Stream {
        private final Inflater inflater = inflaters.get();
        private final ByteBuffer input = ByteBuffer.allocate(WINDOW).limit(0);
        private final CRC32 crc = new CRC32();
        private long taken; // of the packed bytes
        private long position;

        void fill(ByteBuffer into) throws IOException, Malformed {
            try {
                while (into.hasRemaining()) {
                    int begin = into.position();
                    int count = inflater.inflate(into);
                    position += count;
                    crc.update(into.duplicate().limit(into.position()).position(begin));
                    if (count == 0) {
                        feed();
                    }
                }
            } catch (DataFormatException e) {
                throw damaged();
            }
        }

        private void feed() throws IOException, Malformed {
            boolean more = inflater.needsInput() && taken < packed.size();
            if (!more || inflater.finished()) {
                throw damaged();
            }
            input.clear().limit((int) Math.min(WINDOW, packed.size() - taken));
            packed.read(taken, input);
            taken += input.position();
            inflater.setInput(input.flip());
        }

        void finish() throws Malformed {
            inflater.end();
            expect(crc.getValue() == entry.crc(), damaged().getMessage());
        }

        private Malformed damaged() {
            return new Malformed("its part '" + entry.name() + "' is damaged");
        }
    }
}
