package mien.app.document.journal;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Where the studio keeps what it needs between two starts and nobody else should touch. */
public record StateFolder(Path path) {

    /** System property that names another folder. */
    public static final String FOLDER = "mien.state";

    /** The folder of the person who runs Mien. */
    public static StateFolder standard() {
        String chosen = System.getProperty(FOLDER, "");
        return new StateFolder(chosen.isEmpty() ? usual() : Path.of(chosen));
    }

    private static Path usual() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home"));
        if (os.contains("win")) {
            return variable("LOCALAPPDATA").orElse(home).resolve("Mien").resolve("State");
        }
        return os.contains("mac")
                ? home.resolve("Library/Application Support/Mien/State")
                : variable("XDG_STATE_HOME").orElse(home.resolve(".local/state")).resolve("mien");
    }

    private static Optional<Path> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(v -> !v.isEmpty()).map(Path::of);
    }

    Path sessions() {
        return path.resolve("sessions");
    }

    /** What runs took, for the engine. */
    public Path experience() {
        return path.resolve("experience.json");
    }

    /** Runs that go on, for the engine. */
    public Path runs() {
        return path.resolve("runs");
    }

    /** Documents that were opened or saved lately. */
    public Path recent() {
        return path.resolve("recent.txt");
    }
}
