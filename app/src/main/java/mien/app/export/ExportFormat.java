package mien.app.export;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import mien.engine.picture.PictureFormat;

/** What a result can become. */
public enum ExportFormat {
    PNG("png", Optional.of(PictureFormat.PNG)),
    JPEG("jpg", Optional.of(PictureFormat.JPEG)),
    TIFF("tif", Optional.of(PictureFormat.TIFF)),
    /** Layers, for Photoshop and most others. */
    PSD("psd", Optional.empty()),
    /** Layers, for Krita, GIMP and MyPaint. */
    ORA("ora", Optional.empty());

    private final String ending;
    private final Optional<PictureFormat> flat;

    ExportFormat(String ending, Optional<PictureFormat> flat) {
        this.ending = ending;
        this.flat = flat;
    }

    /** Its name in texts and preferences. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What names of its files end in, without the dot. */
    public String ending() {
        return ending;
    }

    /** The flat format, unless it holds layers. */
    Optional<PictureFormat> flat() {
        return flat;
    }

    public boolean layered() {
        return flat.isEmpty();
    }

    /** The format of an id; PNG where there is none of that name. */
    public static ExportFormat of(String id) {
        for (ExportFormat format : values()) {
            if (format.id().equals(id)) {
                return format;
            }
        }
        return PNG;
    }

    /** The file a chosen name stands for: the ending is added where it is missing. */
    Path named(Path chosen) {
        String name = chosen.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean ours =
                flat.map(f -> PictureFormat.named(chosen).filter(n -> n == f).isPresent())
                        .orElse(name.endsWith("." + ending));
        return ours ? chosen : chosen.resolveSibling(chosen.getFileName() + "." + ending);
    }
}
