package mien.engine.checkpoint.storage;

import static mien.engine.checkpoint.storage.Malformed.expect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of a zip archive, by name. Each is checked when the archive is read: it lies within the
 * file, overlaps no other, is called the same in both of its headers, and unpacks to a believable
 * size. Parts that are not compressed are read in place.
 */
public final class ZipArchive {

    private static final int HEADER = 0x04034b50;
    private static final int HEADER_SIZE = 30;
    private static final int LONGEST_NAME = 1000;

    /** A compressed part may unpack to this and a hundred times what it takes. */
    private static final long UNPACKED = 64L << 20;

    private static final int RATIO = 100;

    private final Map<String, Bytes> parts;

    private ZipArchive(Map<String, Bytes> parts) {
        this.parts = parts;
    }

    /** Reads and checks the directory and every header. */
    public static ZipArchive read(Bytes file) throws IOException, Malformed {
        List<ZipEntry> entries = new ArrayList<>(ZipDirectory.entries(file));
        Map<String, Bytes> parts = new LinkedHashMap<>();
        for (ZipEntry entry : entries) {
            proper(entry);
            parts.put(entry.name(), HeapBytes.of(new byte[0])); // keeps the directory's order
        }
        expect(parts.size() == entries.size(), "two of its parts have the same name");
        entries.sort(Comparator.comparingLong(ZipEntry::header));
        long end = 0;
        for (ZipEntry entry : entries) {
            expect(entry.header() >= end, "its part '" + entry.name() + "' overlaps another");
            long begin = begin(file, entry);
            expect(
                    entry.packed() >= 0 && entry.packed() <= file.size() - begin,
                    "it ends before its part '" + entry.name() + "' does");
            end = begin + entry.packed();
            Bytes packed = file.part(begin, entry.packed());
            parts.put(entry.name(), entry.deflated() ? new InflatedBytes(packed, entry) : packed);
        }
        return new ZipArchive(parts);
    }

    private static void proper(ZipEntry entry) throws Malformed {
        String name = entry.name();
        boolean leads = name.startsWith("/") || name.contains("..") || name.contains("\\");
        expect(!leads && name.indexOf(0) < 0, "one of its parts has a name that leads elsewhere");
        expect(
                !name.isEmpty() && name.length() <= LONGEST_NAME,
                "one of its parts has no name, or one of over 1,000 letters");
        if (entry.deflated()) {
            expect(
                    entry.size() >= 0 && entry.size() <= UNPACKED + RATIO * entry.packed(),
                    "its part '" + name + "' would unpack to far more than it can hold");
        } else {
            expect(
                    entry.size() == entry.packed(),
                    "its part '" + name + "' has two different sizes");
        }
    }

    /** Where a part's bytes begin, behind its own header. */
    private static long begin(Bytes file, ZipEntry entry) throws IOException, Malformed {
        ByteBuffer header = file.read(entry.header(), HEADER_SIZE);
        byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
        int nameSize = Short.toUnsignedInt(header.getShort(26));
        boolean agrees =
                header.getInt(0) == HEADER
                        && nameSize == name.length
                        && file.read(entry.header() + HEADER_SIZE, nameSize)
                                .equals(ByteBuffer.wrap(name));
        expect(agrees, "its part '" + entry.name() + "' is not where it should be");
        return entry.header() + HEADER_SIZE + nameSize + Short.toUnsignedInt(header.getShort(28));
    }

    /** The parts, in the directory's order. */
    public Map<String, Bytes> parts() {
        return Collections.unmodifiableMap(parts);
    }
}
