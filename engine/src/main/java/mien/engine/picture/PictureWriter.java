package mien.engine.picture;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Turns pictures into the bytes of files. */
final class PictureWriter {
    private static final int BUFFER = 1 << 16;

    private PictureWriter() {}

    static void write(Picture picture, Path file) {
        Encoding.of(PictureFormat.of(file)).write(picture, file, WriteProgress.NONE);
    }

    static void encode(Picture picture, Encoding how, FileChannel out, WriteProgress progress)
            throws IOException {
        if (how.format() == PictureFormat.TIFF) {
            TiffEncoder.encode(picture, how.xmp(), out, progress);
            return;
        }
        OutputStream bytes = new BufferedOutputStream(Channels.newOutputStream(out), BUFFER);
        encode(picture, how, bytes, progress);
        bytes.flush();
    }

    /** PNG or JPEG into a stream that stays open. */
    static void encode(Picture picture, Encoding how, OutputStream out, WriteProgress progress)
            throws IOException {
        if (how.format() == PictureFormat.PNG) {
            PngEncoder.encode(picture, how.xmp(), out, progress);
        } else {
            JpegEncoder.encode(picture, how, out, progress);
        }
    }

    /** A PNG or JPEG in memory. */
    static byte[] bytes(Picture picture, Encoding how) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            encode(picture, how, bytes, WriteProgress.NONE);
        } catch (IOException e) {
            throw new PictureException("The picture cannot be encoded: " + e.getMessage(), e);
        }
        return bytes.toByteArray();
    }
}
