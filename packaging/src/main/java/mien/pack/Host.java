package mien.pack;

import java.util.Locale;

/** Which system the package is made on, and so for. */
final class Host {

    private static final String OS = System.getProperty("os.name").toLowerCase(Locale.ROOT);

    static final boolean WINDOWS = OS.contains("win");
    static final boolean MAC = OS.contains("mac");

    private Host() {}

    /** As DJL names it, such as {@code linux-x86_64}. */
    static String forTensors() {
        String system = WINDOWS ? "win" : MAC ? "osx" : "linux";
        String arch = System.getProperty("os.arch");
        return system + "-" + (arch.equals("amd64") ? "x86_64" : arch);
    }

    /** As JNA names it, such as {@code linux-x86-64}. */
    static String forJna() {
        String system = WINDOWS ? "win32" : MAC ? "darwin" : "linux";
        String arch = System.getProperty("os.arch");
        return system + "-" + (arch.equals("amd64") ? "x86-64" : arch);
    }
}
