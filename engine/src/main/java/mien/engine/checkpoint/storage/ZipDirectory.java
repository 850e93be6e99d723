package mien.engine.checkpoint.storage;

import static mien.engine.checkpoint.storage.Malformed.expect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The directory at the end of a zip archive (PKWARE's application note, sections 4.3.12 to 4.3.16),
 * for archives of any size.
 */
final class ZipDirectory {

    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int LOCATOR_64_SIZE = 20;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_SIZE = 56;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_SIZE = 46;
    private static final int ENCRYPTED = 1;
    private static final int DEFLATED = 8;
    private static final long IN_EXTRA = 0xFFFFFFFFL;

    private static final long LARGEST = 64L << 20;
    private static final String CUT_SHORT = "the list of its parts, at its end, is cut short";

    private ZipDirectory() {}

    /** Where the list lies. */
    private record Extent(long begin, long size, long count) {}

    /** Every entry, in the order of the list; nothing about them is checked yet. */
    static List<ZipEntry> entries(Bytes file) throws IOException, Malformed {
        Extent extent = extent(file);
        expect(extent.size >= 0 && extent.size <= LARGEST, "the list of its parts is over 64 MiB");
        ByteBuffer list = file.read(extent.begin, (int) extent.size);
        List<ZipEntry> entries = new ArrayList<>();
        while (list.hasRemaining()) {
            entries.add(entry(list));
        }
        expect(entries.size() == extent.count, "the list of its parts is not as long as it says");
        return entries;
    }

    private static Extent extent(Bytes file) throws IOException, Malformed {
        int tailSize = (int) Math.min(file.size(), END_SIZE + LONGEST_COMMENT);
        ByteBuffer tail = file.read(file.size() - tailSize, tailSize);
        for (int at = tailSize - END_SIZE; at >= 0; at--) {
            int comment = Short.toUnsignedInt(tail.getShort(at + 20));
            if (tail.getInt(at) == END && at + END_SIZE + comment == tailSize) {
                long end = file.size() - tailSize + at;
                Optional<Extent> large = large(file, end);
                return large.isPresent()
                        ? large.get()
                        : new Extent(
                                Integer.toUnsignedLong(tail.getInt(at + 16)),
                                Integer.toUnsignedLong(tail.getInt(at + 12)),
                                Short.toUnsignedLong(tail.getShort(at + 10)));
            }
        }
        throw new Malformed(CUT_SHORT);
    }

    /** Archives over 4 GiB or 65,535 entries have their extent in a record of its own. */
    private static Optional<Extent> large(Bytes file, long end) throws IOException, Malformed {
        if (end < LOCATOR_64_SIZE) {
            return Optional.empty();
        }
        ByteBuffer locator = file.read(end - LOCATOR_64_SIZE, LOCATOR_64_SIZE);
        if (locator.getInt(0) != LOCATOR_64) {
            return Optional.empty();
        }
        ByteBuffer record = file.read(locator.getLong(8), END_64_SIZE);
        expect(record.getInt(0) == END_64, CUT_SHORT);
        return Optional.of(new Extent(record.getLong(48), record.getLong(40), record.getLong(32)));
    }

    private static ZipEntry entry(ByteBuffer list) throws Malformed {
        expect(list.remaining() >= ENTRY_SIZE, CUT_SHORT);
        int at = list.position();
        expect(list.getInt(at) == ENTRY, "the list of its parts is damaged");
        int flags = list.getShort(at + 8);
        int method = list.getShort(at + 10);
        long crc = Integer.toUnsignedLong(list.getInt(at + 16));
        long packed = Integer.toUnsignedLong(list.getInt(at + 20));
        long size = Integer.toUnsignedLong(list.getInt(at + 24));
        int nameSize = Short.toUnsignedInt(list.getShort(at + 28));
        int extraSize = Short.toUnsignedInt(list.getShort(at + 30));
        int commentSize = Short.toUnsignedInt(list.getShort(at + 32));
        long header = Integer.toUnsignedLong(list.getInt(at + 42));
        int whole = ENTRY_SIZE + nameSize + extraSize + commentSize;
        expect(list.remaining() >= whole, CUT_SHORT);
        String name = text(list, at + ENTRY_SIZE, nameSize);
        expect((flags & ENCRYPTED) == 0, "its part '" + name + "' is encrypted");
        expect(
                method == 0 || method == DEFLATED,
                "its part '" + name + "' is compressed in an uncommon way");
        long[] wide = {size, packed, header};
        widen(list.slice(at + ENTRY_SIZE + nameSize, extraSize), wide);
        list.position(at + whole);
        return new ZipEntry(name, method == DEFLATED, wide[1], wide[0], crc, wide[2]);
    }

    private static String text(ByteBuffer list, int at, int size) {
        byte[] bytes = new byte[size];
        list.get(at, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Fills in the numbers that did not fit 32 bits, in their fixed order. */
    private static void widen(ByteBuffer extras, long[] numbers) throws Malformed {
        extras.order(ByteOrder.LITTLE_ENDIAN);
        while (extras.remaining() >= 4) {
            int kind = extras.getShort();
            int size = Short.toUnsignedInt(extras.getShort());
            expect(size <= extras.remaining(), CUT_SHORT);
            int end = extras.position() + size;
            if (kind == 1) {
                for (int i = 0; i < numbers.length; i++) {
                    if (numbers[i] == IN_EXTRA) {
                        expect(extras.position() + Long.BYTES <= end, CUT_SHORT);
                        numbers[i] = extras.getLong();
                    }
                }
            }
            extras.position(end);
        }
    }
}
