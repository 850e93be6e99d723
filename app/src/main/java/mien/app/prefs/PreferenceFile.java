package mien.app.prefs;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.LoggerFactory;

/**
 * The file of preferences. One that is missing or cannot be read means the defaults: it never keeps
 * Mien from starting.
 */
public record PreferenceFile(Path path) {

    /** System property that names another folder. */
    public static final String FOLDER = "mien.config";

    /** The file of the person who runs Mien. */
    public static PreferenceFile standard() {
        return new PreferenceFile(folder().resolve("studio.properties"));
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
        Properties p = new Properties();
        try (Reader in = Files.newBufferedReader(path)) {
            p.load(in);
            return parsed(p);
        } catch (NoSuchFileException e) {
            return Preferences.DEFAULT;
        } catch (IOException | IllegalArgumentException e) {
            LoggerFactory.getLogger(PreferenceFile.class)
                    .warn("{} is left aside: {}", path, e.getMessage());
            return Preferences.DEFAULT;
        }
    }

    private static Preferences parsed(Properties p) {
        Preferences d = Preferences.DEFAULT;
        return new Preferences(
                new Preferences.Window(
                        number(p, "window.width", d.window().width()),
                        number(p, "window.height", d.window().height()),
                        Boolean.parseBoolean(p.getProperty("window.maximised"))),
                ThemeChoice.valueOf(
                        p.getProperty("theme", d.theme().name()).toUpperCase(Locale.ROOT)),
                text(p, "language").map(Locale::forLanguageTag),
                (int) number(p, "steps", d.steps()),
                text(p, "folder").map(Path::of));
    }

    private static double number(Properties p, String key, double otherwise) {
        return text(p, key).map(Double::parseDouble).orElse(otherwise);
    }

    private static Optional<String> text(Properties p, String key) {
        return Optional.ofNullable(p.getProperty(key)).map(String::strip).filter(s -> !s.isEmpty());
    }

    /** Writes beside the file and moves over it. */
    public void save(Preferences preferences) {
        Properties p = new Properties();
        p.setProperty("window.width", Double.toString(preferences.window().width()));
        p.setProperty("window.height", Double.toString(preferences.window().height()));
        p.setProperty("window.maximised", Boolean.toString(preferences.window().maximised()));
        p.setProperty("theme", preferences.theme().name().toLowerCase(Locale.ROOT));
        preferences.language().ifPresent(l -> p.setProperty("language", l.toLanguageTag()));
        p.setProperty("steps", Integer.toString(preferences.steps()));
        preferences.folder().ifPresent(f -> p.setProperty("folder", f.toString()));
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Path part = path.resolveSibling(path.getFileName() + ".part");
            try (Writer out = Files.newBufferedWriter(part)) {
                p.store(out, "Mien");
            }
            Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LoggerFactory.getLogger(PreferenceFile.class)
                    .warn("{} cannot be written: {}", path, e.getMessage());
        }
    }
}
