package mien.app.prefs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferenceFileTest {

    @TempDir private Path folder;

    private PreferenceFile file() {
        return new PreferenceFile(folder.resolve("deep/studio.properties"));
    }

    @Test
    void whatIsSavedIsThereAtTheNextStart() throws IOException {
        Preferences chosen =
                Preferences.DEFAULT
                        .withWindow(new Preferences.Window(1200, 801.5, true))
                        .withTheme(ThemeChoice.LIGHT)
                        .withLanguage(Locale.KOREAN)
                        .withSteps(50)
                        .withFolder(folder.resolve("사진"));
        file().save(chosen);
        assertEquals(chosen, file().load());
        try (var files = Files.list(folder.resolve("deep"))) {
            assertEquals(
                    List.of("studio.properties"),
                    files.map(f -> f.getFileName().toString()).toList());
        }
    }

    @Test
    void aFirstStartHasTheDefaults() {
        assertEquals(Preferences.DEFAULT, file().load());
    }

    @Test
    void aBrokenFileDoesNotKeepMienFromStarting() throws IOException {
        Files.createDirectories(folder.resolve("deep"));
        for (String broken :
                List.of(
                        "theme=purple",
                        "window.width=-3",
                        "steps=many",
                        "window.width=NaN",
                        "\\u00zz")) {
            Files.writeString(file().path(), broken);
            assertEquals(Preferences.DEFAULT, file().load(), broken);
        }
    }
}
