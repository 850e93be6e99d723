package mien.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The classes that the window loads, made ready in a file beside the package's jars, so that it
 * opens sooner. Java writes the file when a window that was opened for it closes; where none can be
 * opened, the package has no such file and starts a little slower.
 */
final class StartArchive {

    private static final String FILE = "mien.jsa";
    private static final int PATIENCE_MINUTES = 5;

    private final Path app;
    private final Path program;
    private final String name;

    /**
     * @param image the package
     * @param name of its program
     */
    StartArchive(Path image, String name) {
        this.name = name;
        app = image.resolve(Host.WINDOWS ? "app" : Host.MAC ? "Contents/app" : "lib/app");
        program =
                Host.WINDOWS
                        ? image.resolve(name + ".exe")
                        : image.resolve(Host.MAC ? "Contents/MacOS" : "bin").resolve(name);
    }

    /**
     * Opens the window once.
     *
     * @param work a folder for what the window leaves behind
     * @return whether there is an archive now
     */
    boolean write(Path work) throws IOException {
        Path file = app.resolve(FILE);
        Path home = Folders.fresh(work);
        List<String> command = new ArrayList<>();
        if (!Host.WINDOWS && !Host.MAC) {
            command.addAll(List.of("xvfb-run", "-a", "-s", "-screen 0 1600x1000x24"));
        }
        String result = home.resolve("window.json").toString();
        command.addAll(List.of(program.toString(), "--self-test", result, "2", "4"));
        ProcessBuilder start = new ProcessBuilder(command);
        start.environment()
                .put(
                        "JAVA_TOOL_OPTIONS",
                        "-XX:ArchiveClassesAtExit=%s -Xlog:cds=off -Xlog:cds+dynamic=off -Duser.home=%s"
                                .formatted(file, home));
        start.redirectErrorStream(true).redirectOutput(home.resolve("window.log").toFile());
        if (!ended(start) || !Files.exists(file)) {
            Files.deleteIfExists(file);
            return false;
        }
        Files.writeString(
                app.resolve(name + ".cfg"),
                option("-XX:SharedArchiveFile=$APPDIR/" + FILE)
                        + option("-Xshare:auto")
                        + option("-Xlog:cds=off")
                        + option("-Xlog:cds+dynamic=off"),
                StandardOpenOption.APPEND);
        return true;
    }

    /** The last section of the file that jpackage wrote is that of Java's options. */
    private static String option(String option) {
        return "java-options=" + option + System.lineSeparator();
    }

    private static boolean ended(ProcessBuilder start) {
        try {
            Process window = start.start();
            if (window.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                return window.exitValue() == 0;
            }
            window.destroyForcibly();
            return false;
        } catch (IOException e) { // there is no xvfb-run
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
