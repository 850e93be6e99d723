package mien.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mien.engine.Catalog;
import mien.engine.edit.EditSystem;
import org.junit.jupiter.api.Test;

/** The window knows editing systems by what they say of themselves, none by its name. */
class SystemsNamesTest {

    private static final Path SOURCES =
            Path.of(System.getProperty("mien.app.sources", "src/main/java"));

    @Test
    void noClassOfTheWindowNamesAnEditingSystem() throws IOException {
        Set<String> ids =
                Catalog.standard().systems().stream()
                        .map(EditSystem::id)
                        .collect(Collectors.toSet());
        assertTrue(ids.size() > 1, "systems: " + ids);
        Set<String> named = new TreeSet<>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            ids.stream()
                    .filter(id -> text.contains('"' + id + '"'))
                    .forEach(id -> named.add(id + " in " + SOURCES.relativize(file)));
        }
        assertEquals(Set.of(), named);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> all = files.filter(f -> f.toString().endsWith(".java")).toList();
            assertTrue(all.size() > 100, "found " + all.size());
            return all;
        }
    }
}
