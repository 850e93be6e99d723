package mien.engine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import mien.engine.picture.Picture;

/** Where results go; folders are made as needed. */
final class Outputs {

    private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Outputs() {}

    /** Refuses a picture's name before any work is done for it. */
    static void check(String option, Path picture) {
        String name = picture.toString().toLowerCase(Locale.ROOT);
        if (Files.isDirectory(picture)) {
            throw new Refusal("%s %s is a folder: name a file in it.".formatted(option, picture));
        }
        if (ENDINGS.stream().noneMatch(name::endsWith)) {
            throw new Refusal(
                    "%s %s: pictures are written as .png or .jpg; choose such a name."
                            .formatted(option, picture));
        }
    }

    static void write(Picture picture, Path file) {
        makeFolder(file.toAbsolutePath().getParent());
        picture.write(file);
    }

    static void write(JsonNode json, Path file) {
        makeFolder(file.toAbsolutePath().getParent());
        try {
            Files.writeString(
                    file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
        } catch (IOException e) {
            throw new Refusal(
                    "%s cannot be written; check the folder and its permissions.".formatted(file),
                    e);
        }
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
