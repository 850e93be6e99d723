package mien.engine.evaluate.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Memory in MiB as the operating system counts it.
 *
 * @param total of the machine
 * @param available for programs without swapping
 */
public record Memory(OptionalLong total, OptionalLong available) {

    private static final Path INFO = Path.of("/proc/meminfo");
    private static final Path SELF = Path.of("/proc/self/status");
    private static final long KIB = 1024;

    /** What this machine has; empty where the system does not tell. */
    public static Memory found() {
        return new Memory(entry(INFO, "MemTotal:"), entry(INFO, "MemAvailable:"));
    }

    /** What this process holds now, in MiB; the Java heap alone where the system does not tell. */
    public static long resident() {
        Runtime java = Runtime.getRuntime();
        return entry(SELF, "VmRSS:").orElse((java.totalMemory() - java.freeMemory()) / KIB / KIB);
    }

    /**
     * The most that this process has held, in MiB; what it holds now where the system is silent.
     */
    public static long peak() {
        return entry(SELF, "VmHWM:").orElseGet(Memory::resident);
    }

    /** A "Name: 123 kB" entry of one of the kernel's files, in MiB. */
    static OptionalLong entry(Path file, String name) {
        try {
            return Files.isReadable(file)
                    ? Files.readAllLines(file).stream()
                            .filter(line -> line.startsWith(name))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB)
                            .findFirst()
                    : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
