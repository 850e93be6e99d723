package mien.engine.model;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where models lie on this machine: the person's own folder first, then the ones that came with
 * Mien.
 */
final class ModelFolders {

    private static final String NAME = "models";

    private ModelFolders() {}

    static List<Path> standard() {
        List<Path> folders = new ArrayList<>(List.of(userData().resolve(NAME)));
        bundled().ifPresent(folders::add);
        return folders;
    }

    /** The system property mien.models, the variable MIEN_MODELS, or beside the program. */
    static Optional<Path> bundled() {
        String chosen =
                System.getProperty("mien.models", System.getenv().getOrDefault("MIEN_MODELS", ""));
        if (!chosen.isBlank()) {
            return Optional.of(Path.of(chosen));
        }
        Path program = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        try {
            program =
                    Path.of(
                            ModelFolders.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
        } catch (URISyntaxException | RuntimeException e) {
            // A program without a place of its own: look beside the current folder.
        }
        for (Path at = program; at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(NAME).resolve("demo"))) {
                return Optional.of(at.resolve(NAME));
            }
        }
        return Optional.empty();
    }

    /** The person's data folder by the custom of the system. */
    static Path userData() {
        String home = System.getProperty("user.home");
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            return Path.of(System.getenv().getOrDefault("APPDATA", home), "Mien");
        }
        if (os.contains("mac")) {
            return Path.of(home, "Library", "Application Support", "Mien");
        }
        String data = System.getenv().getOrDefault("XDG_DATA_HOME", "");
        return (data.isBlank() ? Path.of(home, ".local", "share") : Path.of(data)).resolve("mien");
    }
}
