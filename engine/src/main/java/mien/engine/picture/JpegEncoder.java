package mien.engine.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.event.IIOWriteProgressListener;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** JPEG by ImageIO, with an XMP packet in an APP1 segment (XMP specification, part 3, 1.1.3). */
final class JpegEncoder {
    private static final byte[] XMP =
            "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_SEGMENT = 0xffff;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;

    private JpegEncoder() {}

    static void encode(Picture picture, Encoding how, OutputStream out, WriteProgress progress)
            throws IOException {
        Optional<byte[]> xmp = how.xmp().map(JpegEncoder::segment);
        byte[] jpeg = bare(picture, how, progress);
        int at = afterJfif(jpeg);
        out.write(jpeg, 0, at);
        if (xmp.isPresent()) {
            out.write(xmp.get());
        }
        out.write(jpeg, at, jpeg.length - at);
    }

    private static byte[] segment(String packet) {
        byte[] text = packet.getBytes(StandardCharsets.UTF_8);
        int length = 2 + XMP.length + text.length;
        if (length > LONGEST_SEGMENT) {
            throw new PictureException(
                    "The notes for the JPEG are %,d bytes long and it holds %,d: leave the recipe out, or write PNG or TIFF."
                            .formatted(text.length, LONGEST_SEGMENT - 2 - XMP.length));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(length + 2);
        bytes.write(0xff);
        bytes.write(APP1);
        bytes.write(length >> 8);
        bytes.write(length);
        bytes.writeBytes(XMP);
        bytes.writeBytes(text);
        return bytes.toByteArray();
    }

    /** JFIF wants to be the first segment. */
    private static int afterJfif(byte[] jpeg) {
        boolean jfif = (jpeg[2] & 0xff) == 0xff && (jpeg[3] & 0xff) == APP0;
        return jfif ? 4 + ((jpeg[4] & 0xff) << 8 | jpeg[5] & 0xff) : 2;
    }

    private static byte[] bare(Picture picture, Encoding how, WriteProgress progress)
            throws IOException {
        BufferedImage image = Flat.image(picture, how.behind());
        ImageWriter writer = ImageIO.getImageWritersBySuffix("jpg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality((float) how.quality());
            writer.setOutput(out);
            Listener listener = new Listener(progress);
            writer.addIIOWriteProgressListener(listener);
            writer.write(null, new IIOImage(image, null, null), param);
            listener.stopIfAsked();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /**
     * What the writer tells of itself. Part of it is native: it is asked to stop, nothing is thrown
     * through it.
     */
    private static final class Listener implements IIOWriteProgressListener {
        private final WriteProgress progress;
        private Optional<CancellationException> asked = Optional.empty();

        Listener(WriteProgress progress) {
            this.progress = progress;
        }

        void stopIfAsked() {
            if (asked.isPresent()) {
                throw asked.get();
            }
        }

        @Override
        public void imageProgress(ImageWriter source, float percent) {
            try {
                progress.at(percent / 100);
            } catch (CancellationException e) {
                asked = Optional.of(e);
                source.abort();
            }
        }

        @Override
        public void imageStarted(ImageWriter source, int image) {}

        @Override
        public void imageComplete(ImageWriter source) {}

        @Override
        public void thumbnailStarted(ImageWriter source, int image, int thumbnail) {}

        @Override
        public void thumbnailProgress(ImageWriter source, float percent) {}

        @Override
        public void thumbnailComplete(ImageWriter source) {}

        @Override
        public void writeAborted(ImageWriter source) {}
    }
}
