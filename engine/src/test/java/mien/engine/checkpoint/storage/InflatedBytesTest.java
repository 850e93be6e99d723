package mien.engine.checkpoint.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

class InflatedBytesTest {

    private int open;

    /** Counts those that hold memory outside of Java. */
    private final class Counted extends Inflater {
        private boolean ended;

        Counted() {
            super(true);
            open++;
        }

        @Override
        public void end() {
            open -= ended ? 0 : 1;
            ended = true;
            super.end();
        }
    }

    @Test
    void goingBackLeavesNoPassOpen() throws IOException, Malformed {
        byte[] plain = new byte[100_000];
        new Random(5).nextBytes(plain);
        InflatedBytes bytes = packed(plain);
        assertArrayEquals(part(plain, 50_000), read(bytes, 50_000));
        assertEquals(1, open, "one that may go on");
        assertArrayEquals(part(plain, 10), read(bytes, 10));
        assertEquals(0, open, "all was read and kept");
    }

    private static byte[] part(byte[] plain, int from) {
        return Arrays.copyOfRange(plain, from, from + 100);
    }

    private static byte[] read(InflatedBytes bytes, long from) throws IOException, Malformed {
        ByteBuffer into = ByteBuffer.allocate(100);
        bytes.read(from, into);
        return into.array();
    }

    private InflatedBytes packed(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(plain);
        deflater.finish();
        byte[] packed = new byte[plain.length + 1000];
        int size = deflater.deflate(packed);
        deflater.end();
        CRC32 crc = new CRC32();
        crc.update(plain);
        ZipEntry entry = new ZipEntry("part", true, size, plain.length, crc.getValue(), 0);
        HeapBytes stored = HeapBytes.of(Arrays.copyOf(packed, size));
        return new InflatedBytes(stored, entry, Counted::new);
    }
}
