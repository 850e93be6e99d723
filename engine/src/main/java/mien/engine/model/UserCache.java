package mien.engine.model;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Folders for what can be made again, by the custom of the system. */
public final class UserCache {

    private UserCache() {}

    /** Mien's folder for this person; it may not be there yet. */
    public static Path folder() {
        return folder(
                System.getenv(),
                System.getProperty("os.name"),
                Path.of(System.getProperty("user.home")));
    }

    static Path folder(Map<String, String> environment, String os, Path home) {
        String chosen = environment.getOrDefault("XDG_CACHE_HOME", "");
        if (!chosen.isBlank()) {
            return Path.of(chosen, "mien");
        }
        String system = os.toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            return local.isBlank() ? home.resolve("AppData/Local/Mien") : Path.of(local, "Mien");
        }
        return system.contains("mac")
                ? home.resolve("Library/Caches/Mien")
                : home.resolve(".cache/mien");
    }
}
