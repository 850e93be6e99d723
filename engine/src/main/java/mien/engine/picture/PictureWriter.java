package mien.engine.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.UUID;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Turns pictures into files, whole or not at all. */
final class PictureWriter {
    private static final float JPEG_QUALITY = 0.95f;

    private PictureWriter() {}

    static void write(Picture picture, Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String kind = name.substring(name.lastIndexOf('.') + 1);
        switch (kind) {
            case "png" -> store(encode(picture, "png"), file);
            case "jpg", "jpeg" -> store(encode(picture, "jpg"), file);
            default ->
                    throw new PictureException(
                            "Mien writes .png and .jpg pictures, not %s; choose such an ending."
                                    .formatted(file.getFileName()));
        }
    }

    static byte[] encode(Picture picture, String kind) {
        boolean jpeg = kind.equals("jpg");
        ImageWriter writer = ImageIO.getImageWritersBySuffix(kind).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (jpeg) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(JPEG_QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image(picture, jpeg), null, null), how);
        } catch (IOException e) {
            throw new PictureException("The picture cannot be encoded: " + e.getMessage(), e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The picture for ImageIO; transparent parts lie on white where the file has no alpha. */
    static BufferedImage image(Picture picture, boolean flat) {
        boolean opaque = picture.opaque();
        int type = opaque || flat ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
        int w = picture.width();
        BufferedImage image = new BufferedImage(w, picture.height(), type);
        int[] argb = opaque || !flat ? picture.argb() : onWhite(picture.argb());
        image.setRGB(0, 0, w, picture.height(), argb, 0, w);
        return image;
    }

    private static int[] onWhite(int[] argb) {
        int[] out = new int[argb.length];
        for (int i = 0; i < argb.length; i++) {
            int alpha = argb[i] >>> 24;
            int pixel = 0xff;
            for (int shift = 16; shift >= 0; shift -= 8) {
                int level = argb[i] >> shift & 0xff;
                pixel = pixel << 8 | (level * alpha + 255 * (255 - alpha) + 127) / 255;
            }
            out[i] = pixel;
        }
        return out;
    }

    /** Writes beside the goal and moves over it, so that a crash leaves the old file. */
    static void store(byte[] bytes, Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            // Not a system temporary file: those are readable by their owner alone.
            Path part = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID());
            try {
                Files.write(part, bytes);
                replace(part, file);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new PictureException(
                    "The picture %s cannot be written (%s); choose another folder."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private static void replace(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
