package mien.engine.picture;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of flat pictures that are written. */
public enum PictureFormat {
    /** Every pixel as it is, transparency too. */
    PNG("png"),
    /** Small; nearly as it was, without transparency. */
    JPEG("jpg", "jpeg"),
    /** Every pixel as it is, transparency too; for print. */
    TIFF("tif", "tiff");

    private final List<String> endings;

    PictureFormat(String... endings) {
        this.endings = List.of(endings);
    }

    /** What names of such files end in, without the dot; the first is the usual one. */
    public List<String> endings() {
        return endings;
    }

    /** The format that a file's name asks for. */
    public static Optional<PictureFormat> named(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return Arrays.stream(values())
                .filter(f -> name.contains(".") && f.endings.contains(ending))
                .findFirst();
    }

    /**
     * The format that a file's name asks for.
     *
     * @throws PictureException if it asks for none of them
     */
    public static PictureFormat of(Path file) {
        return named(file)
                .orElseThrow(
                        () ->
                                new PictureException(
                                        "Mien writes .png, .jpg and .tif pictures, not %s; choose such an ending."
                                                .formatted(file.getFileName())));
    }
}
