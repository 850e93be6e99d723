package mien.engine.evaluate.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The processor.
 *
 * @param name what it calls itself, or the architecture where it does not tell
 * @param cores that this program may use
 */
public record Processor(String name, int cores) {

    private static final Path INFO = Path.of("/proc/cpuinfo");
    private static final String NAME = "model name";

    /** This machine's. */
    public static Processor found() {
        return new Processor(found(INFO), Runtime.getRuntime().availableProcessors());
    }

    private static String found(Path info) {
        try {
            return Files.isReadable(info)
                    ? Files.readAllLines(info).stream()
                            .filter(line -> line.startsWith(NAME))
                            .map(line -> line.substring(line.indexOf(':') + 1).strip())
                            .findFirst()
                            .orElse(System.getProperty("os.arch"))
                    : System.getProperty("os.arch");
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    /** For people: "4 cores of …". */
    @Override
    public String toString() {
        return "%d cores of %s".formatted(cores, name);
    }
}
