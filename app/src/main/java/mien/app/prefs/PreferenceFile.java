package mien.app.prefs;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import mien.engine.picture.WholeFile;
import mien.engine.picture.WholeFile.Until;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of preferences. One that is missing means the defaults; one that cannot be read as well,
 * and is kept aside: it never keeps Mien from starting, and is never lost.
 */
public record PreferenceFile(Path path) {

    /** System property that names another folder. */
    public static final String FOLDER = "mien.config";

    private static final Logger LOG = LoggerFactory.getLogger(PreferenceFile.class);
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /**
     * What was read.
     *
     * @param preferences what to go by
     * @param aside where a file that could not be read was put; tell the person of it
     */
    public record Loaded(Preferences preferences, Optional<Path> aside) {}

    /** The file of the person who runs Mien. */
    public static PreferenceFile standard() {
        return new PreferenceFile(folder().resolve("preferences.json"));
    }

    private static Path folder() {
        String chosen = System.getProperty(FOLDER, "");
        if (!chosen.isEmpty()) {
            return Path.of(chosen);
        }
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String xdg = Optional.ofNullable(System.getenv("XDG_CONFIG_HOME")).orElse("");
        String roaming = Optional.ofNullable(System.getenv("APPDATA")).orElse("");
        Path home = Path.of(System.getProperty("user.home"));
        if (!xdg.isEmpty()) {
            return Path.of(xdg, "mien");
        }
        if (os.contains("win") && !roaming.isEmpty()) {
            return Path.of(roaming, "Mien");
        }
        return os.contains("mac")
                ? home.resolve("Library/Application Support/Mien")
                : home.resolve(".config/mien");
    }

    public Preferences load() {
        return read().preferences();
    }

    /** The same, and where a broken file went. */
    public Loaded read() {
        try {
            byte[] text = Files.readAllBytes(path);
            return new Loaded(PreferenceJson.read(JSON.readTree(text)), Optional.empty());
        } catch (NoSuchFileException e) {
            return new Loaded(Preferences.DEFAULT, Optional.empty());
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} is left aside: {}", path, e.getMessage());
            return new Loaded(Preferences.DEFAULT, Optional.of(setAside()));
        }
    }

    /** A broken file is copied beside, since the next save replaces it. */
    private Path setAside() {
        Path aside = path.resolveSibling(path.getFileName() + ".broken");
        try {
            Files.copy(path, aside, StandardCopyOption.REPLACE_EXISTING);
            return aside;
        } catch (IOException e) {
            LOG.warn("{} cannot be copied: {}", path, e.getMessage());
            return path;
        }
    }

    /** At every moment there is the old one or the new one. A failure is told to the log. */
    public void save(Preferences preferences) {
        try {
            byte[] text =
                    JSON.writerWithDefaultPrettyPrinter()
                            .writeValueAsBytes(PreferenceJson.write(preferences));
            Files.createDirectories(path.toAbsolutePath().getParent());
            WholeFile.replace(path, Until.ON_DISK, text);
        } catch (IOException e) {
            LOG.warn("{} cannot be written: {}", path, e.getMessage());
        }
    }
}
