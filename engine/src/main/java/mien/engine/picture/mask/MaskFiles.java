package mien.engine.picture.mask;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;
import mien.engine.picture.PictureException;
import mien.engine.picture.WholeFile;

/** Masks as 8-bit grey PNG files: white is inside. */
public final class MaskFiles {

    private MaskFiles() {}

    /** The bytes of a grey PNG file. */
    public static byte[] png(TiledMask mask) {
        BufferedImage image =
                new BufferedImage(mask.width(), mask.height(), BufferedImage.TYPE_BYTE_GRAY);
        return encoded(image, mask.plain().values());
    }

    /** The bytes of a PNG file whose pixels are places in a palette. */
    static byte[] png(int width, int height, byte[] values, IndexColorModel palette) {
        BufferedImage image =
                new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, palette);
        return encoded(image, values);
    }

    private static byte[] encoded(BufferedImage image, byte[] values) {
        byte[] into = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(values, 0, into, 0, values.length);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new PictureException("The mask cannot be encoded: " + e.getMessage(), e);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes through a temporary file, so that no reader ever sees half a mask.
     *
     * @throws PictureException if the file cannot be written
     */
    public static void write(TiledMask mask, Path file) {
        WholeFile.write(file, png(mask));
    }

    /**
     * @param file a grey picture of any kind; of a coloured one the lightness counts, and what is
     *     transparent is outside
     * @throws PictureException if it is missing, broken or too large
     */
    public static TiledMask read(Path file) {
        return of(Picture.read(file));
    }

    /**
     * @throws PictureException as {@link #read}
     */
    public static TiledMask decode(byte[] bytes) {
        return of(Picture.decode(bytes));
    }

    private static TiledMask of(Picture picture) {
        byte[] values = new byte[picture.argb().length];
        for (int i = 0; i < values.length; i++) {
            int p = picture.argb()[i];
            int luma = // ITU-R BT.601
                    (299 * (p >> 16 & 0xff) + 587 * (p >> 8 & 0xff) + 114 * (p & 0xff) + 500)
                            / 1000;
            values[i] = (byte) (luma * (p >>> 24) / 255);
        }
        return TiledMask.of(new Mask(picture.width(), picture.height(), values));
    }
}
