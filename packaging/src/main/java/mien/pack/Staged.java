package mien.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The jars as they go into the package, with the native libraries beside them: nothing is unpacked
 * when the program starts.
 *
 * @param folder where they lie
 */
record Staged(Path folder) {

    /** The folder of PyTorch, within. */
    static final String LIBTORCH = "libtorch";

    private static final String TORCH = "pytorch-native-cpu-";
    private static final String CALLER = "pytorch-jni-";
    private static final String WINDOW = "javafx-graphics-";
    private static final String ACCESS = "jna-";
    private static final Pattern LIBRARY = Pattern.compile(".*\\.(so|so\\.\\d+|dylib|dll)");
    private static final Pattern LEGAL =
            Pattern.compile("(META-INF/)?(LICENSE|LICENCE|NOTICE|COPYING|AL2\\.0|LGPL2\\.1)[^/]*");

    /**
     * @param jar the launcher's
     * @param jars a folder with those it needs
     */
    static Staged into(Path folder, Path jar, Path jars) throws IOException {
        Staged staged = new Staged(folder);
        Files.copy(jar, folder.resolve(jar.getFileName()));
        for (Path each : jarsIn(jars)) {
            staged.take(each);
        }
        return staged;
    }

    private void take(Path jar) throws IOException {
        String name = jar.getFileName().toString();
        if (name.startsWith(TORCH)) {
            libraries(jar, "pytorch/cpu/" + Host.forTensors() + "/", LIBTORCH);
            return; // DJL would take it from the class path before anything that was chosen
        }
        Files.copy(jar, folder.resolve(name));
        if (name.startsWith(CALLER)) {
            libraries(jar, "jnilib/" + Host.forTensors() + "/cpu/", LIBTORCH);
        } else if (name.startsWith(ACCESS)) {
            libraries(jar, "com/sun/jna/" + Host.forJna() + "/", "");
        } else if (name.startsWith(WINDOW) && !Host.WINDOWS) {
            libraries(jar, "", "");
        }
        Path legal = folder.resolve("legal").resolve(name.replaceAll("\\.jar$", ""));
        Archive.unpack(jar, entry -> LEGAL.matcher(entry).matches(), fileName(legal));
    }

    /** On Windows JavaFX looks for its libraries elsewhere. */
    void copyWindowLibraries(Path to) throws IOException {
        Files.createDirectories(to);
        for (Path jar : jars()) {
            if (jar.getFileName().toString().startsWith(WINDOW)) {
                Archive.unpack(jar, entry -> isLibrary(entry, ""), fileName(to));
            }
        }
    }

    private void libraries(Path jar, String inside, String to) throws IOException {
        Path place = Files.createDirectories(folder.resolve(to));
        Archive.unpack(jar, entry -> isLibrary(entry, inside), fileName(place));
    }

    private static boolean isLibrary(String entry, String inside) {
        return entry.startsWith(inside)
                && entry.indexOf('/', inside.length()) < 0
                && LIBRARY.matcher(entry).matches();
    }

    private static Function<String, Path> fileName(Path folder) {
        return entry -> folder.resolve(entry.substring(entry.lastIndexOf('/') + 1));
    }

    List<Path> jars() throws IOException {
        return jarsIn(folder);
    }

    /** File names of all jars. */
    List<String> names() throws IOException {
        return jars().stream().map(jar -> jar.getFileName().toString()).toList();
    }

    private static List<Path> jarsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }
}
