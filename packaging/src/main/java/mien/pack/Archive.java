package mien.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Files within jars. */
final class Archive {

    private Archive() {}

    /**
     * Unpacks what is wanted.
     *
     * @param wanted by the entry's name
     * @param place where an entry goes, by its name
     */
    static void unpack(Path jar, Predicate<String> wanted, Function<String, Path> place)
            throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<? extends ZipEntry> entries =
                    zip.stream().filter(e -> !e.isDirectory() && wanted.test(e.getName())).toList();
            for (ZipEntry entry : entries) {
                Path to = place.apply(entry.getName());
                Files.createDirectories(to.toAbsolutePath().getParent());
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
