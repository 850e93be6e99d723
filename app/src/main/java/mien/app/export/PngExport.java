package mien.app.export;

import java.nio.file.Path;
import java.util.Locale;
import mien.engine.picture.Picture;
import mien.engine.picture.PictureException;

/** Writes a result as PNG, whole or not at all. */
public final class PngExport {

    private PngExport() {}

    /** The file a name stands for: the ending is added where it is missing. */
    public static Path named(Path chosen) {
        return chosen.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".png")
                ? chosen
                : chosen.resolveSibling(chosen.getFileName() + ".png");
    }

    /** What to call the result of a picture: {@code anna.jpg} becomes {@code anna-relight.png}. */
    public static String proposed(String picture, String system) {
        int dot = picture.lastIndexOf('.');
        return (dot > 0 ? picture.substring(0, dot) : picture) + "-" + system + ".png";
    }

    /**
     * @return where it was written
     * @throws PictureException if it cannot be written, one clear sentence
     */
    public static Path write(Picture result, Path chosen) {
        Path file = named(chosen);
        result.write(file);
        return file;
    }
}
