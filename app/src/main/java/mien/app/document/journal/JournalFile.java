package mien.app.document.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import mien.app.document.AtomicFile;

/**
 * A file that grows by checked records: length, CRC-32C, content. A torn tail is cut; a damaged
 * record in the middle is left out. Not safe for several threads.
 */
final class JournalFile implements AutoCloseable {

    private static final byte[] MAGIC = "MIENJRN1".getBytes(StandardCharsets.US_ASCII);

    /** The length of a file without records. */
    static final int EMPTY = 8;

    private static final int FRAME = 8;
    private static final int LONGEST = 64 << 20;
    private static final long LARGEST = 1L << 30;

    private final Path path;
    private RandomAccessFile file; // not a channel: an interrupt would close that
    private long end; // of the last sound record

    private JournalFile(Path path, RandomAccessFile file, long end) {
        this.path = path;
        this.file = file;
        this.end = end;
    }

    /** Opens or makes the file; what a crash left of a record is written over. */
    static JournalFile open(Path path) throws IOException {
        Content content = Files.exists(path) ? read(path) : new Content(List.of(), 0);
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        JournalFile journal = new JournalFile(path, file, content.end);
        if (content.end < MAGIC.length) {
            journal.begin();
        }
        return journal;
    }

    /** What a file holds. */
    record Content(List<byte[]> records, long end) {}

    /** The sound records of a file, the oldest first; none if it is no journal. */
    static Content read(Path path) throws IOException {
        if (Files.size(path) > LARGEST) {
            return new Content(List.of(), 0);
        }
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(path));
        byte[] magic = new byte[Math.min(MAGIC.length, in.remaining())];
        in.get(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            return new Content(List.of(), 0);
        }
        List<byte[]> records = new ArrayList<>();
        long end = MAGIC.length;
        while (in.remaining() >= FRAME) {
            int length = in.getInt();
            int sum = in.getInt();
            if (length < 0 || length > Math.min(LONGEST, in.remaining())) {
                break;
            }
            byte[] record = new byte[length];
            in.get(record);
            if (sum(record) == sum) {
                records.add(record);
                end = in.position();
            }
        }
        return new Content(records, end);
    }

    private void begin() throws IOException {
        file.setLength(0);
        file.seek(0);
        file.write(MAGIC);
        file.getFD().sync();
        AtomicFile.sync(path.getParent());
        end = MAGIC.length;
    }

    /** Adds a record; when this returns, the disk has it. */
    void append(byte[] record) throws IOException {
        if (record.length > LONGEST) {
            throw new IOException("a step of %d bytes is too long".formatted(record.length));
        }
        ByteBuffer framed = framed(record);
        file.setLength(end); // cuts what a full disk or a crash left
        file.seek(end);
        file.write(framed.array());
        file.getFD().sync();
        end += framed.capacity();
    }

    /** Replaces all records by one, as a whole or not at all. */
    void restart(byte[] record) throws IOException {
        ByteBuffer framed = framed(record);
        file.close();
        try {
            AtomicFile.write(
                    path,
                    out -> {
                        out.write(MAGIC);
                        out.write(framed.array());
                    });
            end = MAGIC.length + framed.capacity();
        } finally {
            file = new RandomAccessFile(path.toFile(), "rw");
        }
    }

    long size() {
        return end;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static ByteBuffer framed(byte[] record) {
        ByteBuffer framed = ByteBuffer.allocate(FRAME + record.length);
        return framed.putInt(record.length).putInt(sum(record)).put(record);
    }

    private static int sum(byte[] record) {
        CRC32C sum = new CRC32C();
        sum.update(record);
        return (int) sum.getValue();
    }
}
