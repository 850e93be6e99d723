package mien.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the notices name.
 *
 * @param parts starts of jar names, such as {@code jackson-core}
 */
record Notices(Set<String> parts) {

    /** A row of the table: a jar without its version in the first column, as code. */
    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)`", Pattern.MULTILINE);

    private static final Pattern VERSION = Pattern.compile("-\\d.*");
    private static final String OWN = "mien-";

    Notices {
        parts = Set.copyOf(parts);
    }

    static Notices of(Path file) throws IOException {
        return in(Files.readString(file));
    }

    static Notices in(String text) {
        return new Notices(
                ROW.matcher(text).results().map(r -> r.group(1)).collect(Collectors.toSet()));
    }

    /**
     * @param jars file names of all that ship
     * @throws IOException naming those that have no row
     */
    void mustName(List<String> jars) throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String jar : jars) {
            String part = VERSION.matcher(jar).replaceFirst("");
            if (!part.startsWith(OWN) && !parts.contains(part)) {
                missing.add(part);
            }
        }
        if (!missing.isEmpty()) {
            throw new IOException(
                    "packaging/NOTICES.md has no row for %s: add name, copyright and licence."
                            .formatted(String.join(", ", missing)));
        }
    }
}
