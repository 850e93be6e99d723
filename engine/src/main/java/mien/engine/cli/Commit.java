package mien.engine.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Which commit a figure belongs to. */
final class Commit {

    private static final String UNKNOWN = "unknown";

    private Commit() {}

    /**
     * The short name of the commit that a file's folder stands at, or "unknown" outside a
     * repository.
     */
    static String of(Path file) {
        try {
            Process git =
                    new ProcessBuilder("git", "rev-parse", "--short", "HEAD")
                            .directory(file.toAbsolutePath().getParent().toFile())
                            .redirectErrorStream(true)
                            .start();
            git.getOutputStream().close();
            try (BufferedReader lines = git.inputReader(StandardCharsets.UTF_8)) {
                String first = lines.readLine();
                return git.waitFor() == 0 && first != null ? first : UNKNOWN;
            }
        } catch (IOException e) {
            return UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UNKNOWN;
        }
    }
}
