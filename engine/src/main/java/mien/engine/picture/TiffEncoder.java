package mien.engine.picture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.Deflater;

/**
 * TIFF (revision 6.0): 8 bit red, green, blue, with unassociated alpha where something is
 * transparent, folded by Deflate over horizontal differences (technical notes 1 and 2), XMP in tag
 * 700. Little endian; the directory comes last, since only then the lengths are known.
 */
final class TiffEncoder {
    private static final int STRIP_BYTES = 1 << 18;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int BYTE = 1;

    private final FileChannel out;
    private final TreeMap<Integer, Entry> directory = new TreeMap<>();

    private record Entry(int type, int count, ByteBuffer value) {}

    private TiffEncoder(FileChannel out) {
        this.out = out;
    }

    static void encode(
            Picture picture, Optional<String> xmp, FileChannel out, WriteProgress progress)
            throws IOException {
        TiffEncoder tiff = new TiffEncoder(out);
        tiff.put(little(8).putShort((short) 0x4949).putShort((short) 42).putInt(0).flip());
        int samples = picture.opaque() ? 3 : 4;
        tiff.pixels(picture, samples, progress);
        tiff.describe(picture, samples);
        if (xmp.isPresent()) {
            byte[] packet = xmp.get().getBytes(StandardCharsets.UTF_8);
            tiff.directory.put(
                    700, new Entry(BYTE, packet.length, little(packet.length).put(packet).flip()));
        }
        tiff.directory();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void put(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (out.write(bytes) < 0) {
                throw new IOException("the file takes no more");
            }
        }
    }

    private void pixels(Picture picture, int samples, WriteProgress progress) throws IOException {
        int rowBytes = picture.width() * samples;
        int rows = Math.max(1, Math.min(picture.height(), STRIP_BYTES / rowBytes));
        List<Integer> offsets = new ArrayList<>();
        List<Integer> lengths = new ArrayList<>();
        byte[] row = new byte[rowBytes];
        byte[] strip = new byte[rows * rowBytes];
        byte[] folded = new byte[strip.length + strip.length / 1000 + 64];
        Deflater deflater = new Deflater();
        try {
            for (int y = 0; y < picture.height(); y += rows) {
                int here = Math.min(rows, picture.height() - y);
                for (int r = 0; r < here; r++) {
                    Samples.row(picture, y + r, samples, row);
                    difference(row, samples);
                    System.arraycopy(row, 0, strip, r * rowBytes, rowBytes);
                }
                deflater.reset();
                deflater.setInput(strip, 0, here * rowBytes);
                deflater.finish();
                int length = deflater.deflate(folded);
                offsets.add((int) out.position());
                lengths.add(length);
                put(ByteBuffer.wrap(folded, 0, length));
                progress.at((double) (y + here) / picture.height());
            }
        } finally {
            deflater.end();
        }
        directory.put(273, longs(offsets));
        directory.put(278, longs(List.of(rows)));
        directory.put(279, longs(lengths));
    }

    private static void difference(byte[] row, int samples) {
        for (int i = row.length - 1; i >= samples; i--) {
            row[i] -= row[i - samples];
        }
    }

    private void describe(Picture picture, int samples) {
        directory.put(256, longs(List.of(picture.width())));
        directory.put(257, longs(List.of(picture.height())));
        directory.put(258, shorts(samples == 3 ? new int[] {8, 8, 8} : new int[] {8, 8, 8, 8}));
        directory.put(259, shorts(8)); // Deflate
        directory.put(262, shorts(2)); // red, green, blue
        directory.put(277, shorts(samples));
        directory.put(282, dotsPerInch());
        directory.put(283, dotsPerInch());
        directory.put(284, shorts(1)); // interleaved
        directory.put(296, shorts(2)); // inches
        directory.put(317, shorts(2)); // horizontal differences
        if (samples == 4) {
            directory.put(338, shorts(2)); // not multiplied into the colours
        }
    }

    private static Entry dotsPerInch() {
        return new Entry(RATIONAL, 1, little(8).putInt(72).putInt(1).flip());
    }

    private static Entry shorts(int... values) {
        ByteBuffer bytes = little(2 * values.length);
        for (int v : values) {
            bytes.putShort((short) v);
        }
        return new Entry(SHORT, values.length, bytes.flip());
    }

    private static Entry longs(List<Integer> values) {
        ByteBuffer bytes = little(4 * values.size());
        values.forEach(bytes::putInt);
        return new Entry(LONG, values.size(), bytes.flip());
    }

    /** Values of more than four bytes lie before the directory; all begin at even places. */
    private void directory() throws IOException {
        ByteBuffer ifd = little(2 + 12 * directory.size() + 4);
        ifd.putShort((short) directory.size());
        for (var tag : directory.entrySet()) {
            Entry entry = tag.getValue();
            ifd.putShort(tag.getKey().shortValue()).putShort((short) entry.type);
            ifd.putInt(entry.count);
            int place = ifd.position();
            if (entry.value.remaining() <= 4) {
                ifd.put(entry.value);
            } else {
                even();
                ifd.putInt((int) out.position());
                put(entry.value);
            }
            ifd.position(place + 4);
        }
        even();
        int at = (int) out.position();
        put(ifd.putInt(0).flip());
        out.position(4);
        put(little(4).putInt(at).flip());
    }

    private void even() throws IOException {
        if (out.position() % 2 != 0) {
            put(little(1).put((byte) 0).flip());
        }
    }
}
