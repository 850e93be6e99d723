package mien.engine.picture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a flat picture becomes a file.
 *
 * @param format the kind of file
 * @param quality of a JPEG, 0 to 1
 * @param behind 0xRRGGBB, laid behind transparent parts of a JPEG
 * @param xmp a whole XMP packet that goes into the file
 */
public record Encoding(PictureFormat format, double quality, int behind, Optional<String> xmp) {

    /** What a JPEG is written with when nothing was chosen. */
    public static final double QUALITY = 0.95;

    private static final int WHITE = 0xffffff;

    public Encoding {
        if (!(quality >= 0 && quality <= 1)) {
            throw new IllegalArgumentException("a quality is 0 to 1, but got " + quality);
        }
    }

    /** The usual way, without notes. */
    public static Encoding of(PictureFormat format) {
        return new Encoding(format, QUALITY, WHITE, Optional.empty());
    }

    public Encoding withQuality(double newQuality) {
        return new Encoding(format, newQuality, behind, xmp);
    }

    public Encoding withBehind(int rgb) {
        return new Encoding(format, quality, rgb, xmp);
    }

    public Encoding withXmp(String packet) {
        return new Encoding(format, quality, behind, Optional.of(packet));
    }

    /** Writes a file, whole or not at all. */
    public void write(Picture picture, Path file, WriteProgress progress) {
        WholeFile.write(file, out -> PictureWriter.encode(picture, this, out, progress));
    }

    /**
     * Writes a PNG or JPEG into something larger, such as an archive; it stays open.
     *
     * @throws IllegalArgumentException for TIFF, which goes back in its file
     */
    public void write(Picture picture, OutputStream out, WriteProgress progress)
            throws IOException {
        if (format == PictureFormat.TIFF) {
            throw new IllegalArgumentException("a TIFF needs a file of its own");
        }
        PictureWriter.encode(picture, this, out, progress);
    }
}
