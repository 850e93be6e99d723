package mien.engine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import mien.engine.picture.Picture;
import mien.engine.picture.PictureFormat;
import mien.engine.picture.WholeFile;
import mien.engine.picture.export.Export;
import mien.engine.picture.export.Provenance;

/** Where results go; folders are made as needed. */
final class Outputs {

    private Outputs() {}

    /** Refuses a picture's name before any work is done for it. */
    static void check(String option, Path picture) {
        if (Files.isDirectory(picture)) {
            throw new Refusal("%s %s is a folder: name a file in it.".formatted(option, picture));
        }
        if (PictureFormat.named(picture).isEmpty()) {
            throw new Refusal(
                    "%s %s: pictures are written as .png, .jpg or .tif; choose such a name."
                            .formatted(option, picture));
        }
    }

    static void write(Picture picture, Path file) {
        makeFolder(file.toAbsolutePath().getParent());
        picture.write(file);
    }

    /** With what is to be said of how it was made. */
    static void write(Picture picture, Provenance provenance, Path file) {
        makeFolder(file.toAbsolutePath().getParent());
        Export.flat(picture, provenance, file);
    }

    static void write(JsonNode json, Path file) {
        write(json.toPrettyString() + "\n", file);
    }

    static void write(String text, Path file) {
        makeFolder(file.toAbsolutePath().getParent());
        WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Refusal(
                    "The folder %s cannot be made; check the path and its permissions."
                            .formatted(folder),
                    e);
        }
    }
}
