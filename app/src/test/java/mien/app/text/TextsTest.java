package mien.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mien.engine.Catalog;
import mien.engine.edit.Control;
import mien.engine.edit.EditSystem;
import mien.engine.edit.Handle;
import mien.engine.edit.Meter;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static Properties words(String file) throws IOException {
        Properties words = new Properties();
        try (Reader in =
                new InputStreamReader(
                        TextsTest.class.getResourceAsStream("/mien/ui/text/" + file),
                        StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }

    @Test
    void everyTextIsThereInEveryLanguageWithTheSamePlaces() throws IOException {
        Properties english = words("studio.properties");
        Properties korean = words("studio_ko.properties");
        assertEquals(
                new TreeSet<>(english.stringPropertyNames()),
                new TreeSet<>(korean.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            assertEquals(places(english.getProperty(key)), places(korean.getProperty(key)), key);
            assertTrue(!korean.getProperty(key).isBlank(), key);
        }
    }

    /** The numbers in {0}, {1}, … */
    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher m = Pattern.compile("\\{(\\d)").matcher(text);
        while (m.find()) {
            places.add(m.group(1));
        }
        return places;
    }

    @Test
    void everythingASystemOffersHasAName() throws IOException {
        Properties english = words("studio.properties");
        Set<String> missing = new TreeSet<>();
        for (EditSystem<?> system : Catalog.standard().systems()) {
            need(english, "system." + system.id(), missing);
            for (Control<?> control : system.controls()) {
                need(english, "group." + control.group(), missing);
                if (!(control instanceof Control.Borrow)) {
                    need(english, "control." + control.id(), missing);
                }
                if (control instanceof Control.Choice<?> choice) {
                    choice.values()
                            .forEach(
                                    v -> need(english, "choice." + choice.id() + "." + v, missing));
                }
            }
            for (Meter meter : system.meters()) {
                need(english, "meter." + meter.id(), missing);
            }
            for (Handle<?> handle : system.handles()) {
                need(english, "handle." + handle.id(), missing);
            }
        }
        assertEquals(Set.of(), missing);
    }

    private static void need(Properties words, String key, Set<String> missing) {
        if (!words.containsKey(key)) {
            missing.add(key);
        }
    }

    /**
     * Keys written out in the sources; those put together from parts are covered by the journeys.
     */
    @Test
    void everyKeyInTheSourcesHasAText() throws IOException {
        Properties english = words("studio.properties");
        Pattern key =
                Pattern.compile("texts(?:\\(\\))?\\.text\\(\\s*\"([a-z0-9.-]+[a-z0-9])\"\\s*[,)]");
        Set<String> missing = new TreeSet<>();
        int found = 0;
        try (Stream<Path> files =
                Files.walk(Path.of(System.getProperty("mien.app.sources", "src/main/java")))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher m = key.matcher(Files.readString(file));
                while (m.find()) {
                    found++;
                    need(english, m.group(1), missing);
                }
            }
        }
        assertEquals(Set.of(), missing);
        assertTrue(found > 40, "found " + found);
    }

    @Test
    void aRowWithoutNamesIsCountedFromOne() {
        assertEquals("Shape 13", Texts.of(Locale.ENGLISH).name("control", "shape.12"));
        assertEquals("표정 1", Texts.of(Locale.KOREAN).name("control", "expression.0"));
    }

    @Test
    void whatNobodyNamedIsCalledByItsId() {
        assertEquals(
                "Upper lip raise", Texts.of(Locale.ENGLISH).name("control", "mood.upperLipRaise"));
    }

    @Test
    void aLanguageMienDoesNotSpeakBecomesEnglish() {
        assertEquals(Locale.ENGLISH, Texts.of(Locale.FRANCE).language());
        assertEquals(Locale.KOREAN, Texts.of(Locale.KOREA).language());
    }
}
