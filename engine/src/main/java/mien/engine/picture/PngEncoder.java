package mien.engine.picture;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * PNG row by row (PNG specification, second edition): 8 bit sRGB, with alpha only where something
 * is transparent, XMP in an {@code iTXt} chunk before the pixels. The same picture gives the same
 * bytes.
 */
final class PngEncoder {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final String XMP_KEYWORD = "XML:com.adobe.xmp";
    private static final int CHUNK = 1 << 16;
    private static final int PERCEPTUAL = 0;

    private PngEncoder() {}

    static void encode(
            Picture picture, Optional<String> xmp, OutputStream out, WriteProgress progress)
            throws IOException {
        boolean alpha = !picture.opaque();
        out.write(SIGNATURE);
        chunk(out, "IHDR", header(picture, alpha));
        chunk(out, "sRGB", new byte[] {PERCEPTUAL});
        if (xmp.isPresent()) {
            chunk(out, "iTXt", text(xmp.get()));
        }
        Deflater deflater = new Deflater();
        try (OutputStream data =
                new DeflaterOutputStream(
                        new BufferedOutputStream(new Chunks(out), CHUNK), deflater, CHUNK)) {
            rows(picture, alpha ? 4 : 3, data, progress);
        } finally {
            deflater.end();
        }
        chunk(out, "IEND", new byte[0]);
    }

    private static byte[] header(Picture picture, boolean alpha) {
        return ByteBuffer.allocate(13)
                .putInt(picture.width())
                .putInt(picture.height())
                .put((byte) 8)
                .put((byte) (alpha ? 6 : 2))
                .array();
    }

    /** Keyword, not compressed, no language, no translation (section 11.3.4.5). */
    private static byte[] text(String xmp) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(XMP_KEYWORD.getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(new byte[5]);
        bytes.writeBytes(xmp.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static void rows(
            Picture picture, int samples, OutputStream data, WriteProgress progress)
            throws IOException {
        PngFilters filters = new PngFilters(picture.width() * samples, samples);
        byte[] row = new byte[picture.width() * samples];
        for (int y = 0; y < picture.height(); y++) {
            Samples.row(picture, y, samples, row);
            data.write(filters.best(row));
            progress.at((y + 1.0) / picture.height());
        }
    }

    private static void chunk(OutputStream out, String name, byte[] content) throws IOException {
        chunk(out, name, content, 0, content.length);
    }

    private static void chunk(OutputStream out, String name, byte[] content, int from, int length)
            throws IOException {
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(type);
        sum.update(content, from, length);
        out.write(ByteBuffer.allocate(4).putInt(length).array());
        out.write(type);
        out.write(content, from, length);
        out.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    /** The folded rows, as they come, in one chunk each. */
    private static final class Chunks extends OutputStream {
        private final OutputStream out;

        Chunks(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            chunk(out, "IDAT", bytes, from, length);
        }
    }
}
