package mien.engine.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures one after the other. */
public final class Film {
    private static final String FORMAT = "javax_imageio_gif_image_1.0";
    private static final byte[] FOR_EVER = {1, 0, 0};
    private static final int WHITE = 0xffffff;

    private Film() {}

    /**
     * Writes an endless GIF, through a temporary file.
     *
     * @param frames pictures of one size, at least one; transparency is laid on white
     * @param delayMs time a frame stands, in milliseconds (GIF counts hundredths of a second)
     * @param file where to
     * @throws PictureException if the file cannot be written
     */
    public static void gif(List<Picture> frames, int delayMs, Path file) {
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("A film needs at least one picture.");
        }
        Picture first = frames.get(0);
        for (Picture frame : frames) {
            if (frame.width() != first.width() || frame.height() != first.height()) {
                throw new IllegalArgumentException(
                        "A film needs pictures of one size, but got %d × %d after %d × %d."
                                .formatted(
                                        frame.width(),
                                        frame.height(),
                                        first.width(),
                                        first.height()));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            ImageWriteParam how = writer.getDefaultWriteParam();
            for (Picture frame : frames) {
                var image = Flat.image(frame, WHITE);
                IIOMetadata notes =
                        writer.getDefaultImageMetadata(
                                ImageTypeSpecifier.createFromRenderedImage(image), how);
                notes.setFromTree(FORMAT, timed(notes, delayMs));
                writer.writeToSequence(new IIOImage(image, null, notes), how);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new PictureException("The film cannot be encoded: " + e.getMessage(), e);
        } finally {
            writer.dispose();
        }
        WholeFile.write(file, bytes.toByteArray());
    }

    private static IIOMetadataNode timed(IIOMetadata notes, int delayMs)
            throws IIOInvalidTreeException {
        IIOMetadataNode root = (IIOMetadataNode) notes.getAsTree(FORMAT);
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("delayTime", Integer.toString(Math.round(delayMs / 10f)));
        control.setAttribute("transparentColorIndex", "0");
        IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
        loop.setAttribute("applicationID", "NETSCAPE");
        loop.setAttribute("authenticationCode", "2.0");
        loop.setUserObject(FOR_EVER);
        child(root, "ApplicationExtensions").appendChild(loop);
        return root;
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i).getNodeName().equals(name)) {
                return (IIOMetadataNode) root.item(i);
            }
        }
        IIOMetadataNode node = new IIOMetadataNode(name);
        root.appendChild(node);
        return node;
    }
}
