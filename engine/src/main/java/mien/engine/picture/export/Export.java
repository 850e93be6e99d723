package mien.engine.picture.export;

import java.nio.file.Path;
import java.util.Optional;
import mien.engine.picture.Encoding;
import mien.engine.picture.Picture;
import mien.engine.picture.PictureFormat;
import mien.engine.picture.WholeFile;
import mien.engine.picture.WriteProgress;

/** Writes pictures with what is to be said of them; every file is there whole or not at all. */
public final class Export {
    private Export() {}

    /**
     * A flat picture.
     *
     * @param how format, quality and ground; its packet becomes that of the provenance
     * @throws mien.engine.picture.PictureException if it cannot be written
     */
    public static void flat(
            Picture picture,
            Provenance provenance,
            Encoding how,
            Path file,
            WriteProgress progress) {
        boolean room = how.format() != PictureFormat.JPEG;
        Provenance told = room ? provenance : provenance.withoutSession();
        how.withXmp(told.packet()).write(picture, file, progress);
    }

    /** A flat picture in the usual quality, in the format that its name asks for. */
    public static void flat(Picture picture, Provenance provenance, Path file) {
        flat(picture, provenance, Encoding.of(PictureFormat.of(file)), file, WriteProgress.NONE);
    }

    /** A PSD file with layers, layer masks and the merged picture. */
    public static void psd(
            LayeredPicture layers, Provenance provenance, Path file, WriteProgress progress) {
        String xmp = provenance.packet();
        WholeFile.write(file, out -> PsdWriter.write(layers, Optional.of(xmp), out, progress));
    }

    /** An OpenRaster file with layers; the provenance lies in its merged picture. */
    public static void openRaster(
            LayeredPicture layers, Provenance provenance, Path file, WriteProgress progress) {
        String xmp = provenance.packet();
        WholeFile.write(file, out -> OraWriter.write(layers, Optional.of(xmp), out, progress));
    }
}
