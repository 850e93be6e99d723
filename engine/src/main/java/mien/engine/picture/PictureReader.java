package mien.engine.picture;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Turns files into pictures; the size is looked at before a single pixel is decoded. */
final class PictureReader {
    private static final long MOST_BYTES = 512L << 20;
    private static final int LONGEST_SIDE = 20_000;
    private static final long MOST_PIXELS = 8192L * 8192;

    private static final int LONGEST_REASON = 120;

    /** A block of 64 pixels takes at least one bit. */
    private static final long JPEG_PIXELS_A_BYTE = 64 * 8;

    /** Other kinds need hardly any bytes for a blank picture; this is more than any is worth. */
    private static final long BLANK_PIXELS = 1 << 20;

    private static final long BLANK_PIXELS_A_BYTE = 20_000;

    private PictureReader() {}

    static Picture read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new PictureException("There is no picture file %s.".formatted(file));
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new PictureException(
                        "The file %s is larger than 512 MiB; save the picture smaller."
                                .formatted(file));
            }
            return decode(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw new PictureException(
                    "The picture %s cannot be read (%s).".formatted(file, reason(e)), e);
        }
    }

    static Picture decode(byte[] bytes, String name) {
        if (bytes.length == 0) {
            throw new PictureException(
                    "There are no bytes in %s; fetch or export it again.".formatted(name));
        }
        byte[] bare = PngChunks.isPng(bytes) ? PngChunks.withoutNotes(bytes) : bytes;
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(bare))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new PictureException(
                        "Mien cannot read %s as a picture; use PNG, JPEG, TIFF or WebP."
                                .formatted(name));
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, false);
                refuseGiants(reader.getWidth(0), reader.getHeight(0), name);
                refuseHollow(bytes, reader.getWidth(0), reader.getHeight(0), name);
                Picture picture = pixels(reader.read(0));
                return Orientation.of(bytes).upright(picture);
            } finally {
                reader.dispose();
            }
        } catch (PictureException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            // One large array could not be had; nothing else was touched.
            throw new PictureException(
                    "There is not enough memory for the picture in %s; close others or shrink it."
                            .formatted(name),
                    e);
        } catch (IOException | RuntimeException e) {
            // Decoders meet damaged files with unchecked exceptions of every kind.
            throw new PictureException(
                    "The picture in %s is damaged (%s); fetch or export it again."
                            .formatted(name, reason(e)),
                    e);
        }
    }

    /** What a decoder says may quote half of the file. */
    private static String reason(Exception e) {
        String words = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        String line = words.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
    }

    private static void refuseGiants(int width, int height, String name) {
        if (Math.max(width, height) > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
            throw new PictureException(
                    "At %d × %d pixels %s is too large; shrink it to 67 million pixels or fewer."
                            .formatted(width, height, name));
        }
    }

    /** A header is believed only as far as the bytes behind it can hold what it claims. */
    private static void refuseHollow(byte[] bytes, int width, int height, String name) {
        long pixels = (long) width * height;
        boolean jpeg = (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8;
        boolean holds;
        if (PngChunks.isPng(bytes)) {
            holds = PngChunks.canHold(bytes, width, height);
        } else if (jpeg) {
            holds = pixels <= JPEG_PIXELS_A_BYTE * bytes.length;
        } else {
            holds = pixels <= BLANK_PIXELS + BLANK_PIXELS_A_BYTE * bytes.length;
        }
        if (!holds) {
            throw new PictureException(
                    "The picture in %s is cut short: %d bytes cannot hold %d × %d pixels; fetch or"
                                    .formatted(name, bytes.length, width, height)
                            + " export it again.");
        }
    }

    private static Picture pixels(BufferedImage image) {
        int w = image.getWidth();
        int h = image.getHeight();
        return isGrey(image.getColorModel())
                ? grey(image.getRaster(), image.getColorModel())
                : new Picture(w, h, image.getRGB(0, 0, w, h, null, 0, w));
    }

    private static boolean isGrey(ColorModel model) {
        return !(model instanceof IndexColorModel)
                && model.getColorSpace().getType() == ColorSpace.TYPE_GRAY
                && model.getTransferType() <= DataBuffer.TYPE_USHORT;
    }

    /** Java takes grey files for linear light and would brighten them; grey levels are copied. */
    private static Picture grey(Raster raster, ColorModel model) {
        int w = raster.getWidth();
        int h = raster.getHeight();
        int most = (1 << model.getComponentSize(0)) - 1;
        int[] level = raster.getSamples(0, 0, w, h, 0, (int[]) null);
        int[] argb = new int[w * h];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xff000000 | level[i] * 255 / most * 0x010101;
        }
        if (model.hasAlpha()) {
            int[] alpha = raster.getSamples(0, 0, w, h, 1, (int[]) null);
            for (int i = 0; i < argb.length; i++) {
                argb[i] = argb[i] & 0xffffff | alpha[i] * 255 / most << 24;
            }
        }
        return new Picture(w, h, argb);
    }
}
