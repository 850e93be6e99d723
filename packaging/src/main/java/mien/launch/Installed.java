package mien.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The installed package.
 *
 * @param libtorch the library that lies in it
 * @param choice the person's file with the folder of another library, one line; it may be missing
 */
record Installed(Path libtorch, Path choice) {

    /** Set when the package was made: where its library lies. */
    private static final String LIBTORCH = "mien.libtorch";

    static Installed here() {
        return new Installed(
                Path.of(System.getProperty(LIBTORCH)),
                config(
                                Environment::get,
                                System.getProperty("os.name"),
                                Path.of(System.getProperty("user.home")))
                        .resolve("natives"));
    }

    /** The folder of the person's settings, where the window keeps its own. */
    static Path config(UnaryOperator<String> environment, String os, Path home) {
        String xdg = environment.apply("XDG_CONFIG_HOME");
        if (!xdg.isEmpty()) {
            return Path.of(xdg, "mien");
        }
        String system = os.toLowerCase(Locale.ROOT);
        String roaming = environment.apply("APPDATA");
        if (system.contains("win") && !roaming.isEmpty()) {
            return Path.of(roaming, "Mien");
        }
        return system.contains("mac")
                ? home.resolve("Library/Application Support/Mien")
                : home.resolve(".config/mien");
    }

    /**
     * The library to load: the chosen one, or the package's own.
     *
     * @param told a sentence if the chosen one is gone
     */
    Library library(Consumer<String> told) {
        Optional<Path> chosen = chosen();
        if (chosen.isEmpty()) {
            return Library.bundled(libtorch, choice);
        }
        if (!Files.isRegularFile(chosen.get().resolve(System.mapLibraryName("torch")))) {
            told.accept(
                    "The chosen PyTorch library %s is gone, so edits run on the processor: 'studio gpu use DIR' chooses another, 'studio gpu use bundled' none."
                            .formatted(chosen.get()));
            return Library.bundled(libtorch, choice);
        }
        return Library.chosen(chosen.get(), choice);
    }

    private Optional<Path> chosen() {
        try {
            return Files.isReadable(choice)
                    ? Files.readAllLines(choice).stream()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .findFirst()
                            .map(Path::of)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // then the package's own runs
        }
    }
}
