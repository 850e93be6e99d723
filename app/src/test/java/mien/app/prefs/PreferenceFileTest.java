package mien.app.prefs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import mien.engine.EngineOptions;
import mien.engine.edit.RunSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferenceFileTest {

    @TempDir private Path folder;

    private PreferenceFile file() {
        return new PreferenceFile(folder.resolve("deep/preferences.json"));
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder.resolve("deep"))) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatIsSavedIsThereAtTheNextStart() throws IOException {
        Preferences chosen =
                Preferences.DEFAULT
                        .withWindow(
                                new Preferences.Window(1200, 801.5, true)
                                        .at(new Preferences.Window.Place(-300, 40))
                                        .withPanels(Map.of("side", 380.0)))
                        .withTheme(ThemeChoice.LIGHT)
                        .withLanguage(Locale.KOREAN)
                        .withSteps(Map.of("relight", 50, "other", 8))
                        .withFolder(folder.resolve("사진"))
                        .withKeys(Map.of("undo", List.of("F5"), "redo", List.of()))
                        .withTourSeen(true)
                        .withWork(
                                Work.DEFAULT
                                        .withModelFolders(List.of(folder.resolve("models")))
                                        .withDevice("cuda")
                                        .withPrecision("float16")
                                        .withThreads(3)
                                        .withPreviews(false, 0.4)
                                        .withAutosave(false)
                                        .withExport(
                                                new Work.Export(
                                                        "jpeg", 80, false, true, true, true)));
        file().save(chosen);
        assertEquals(chosen, file().load());
        assertEquals(List.of("preferences.json"), files());
    }

    @Test
    void aFirstStartHasTheDefaults() {
        assertEquals(
                new PreferenceFile.Loaded(Preferences.DEFAULT, Optional.empty()), file().read());
    }

    @Test
    void aFileOfAnEarlierOrLaterVersionIsReadAsFarAsItIsKnown() throws IOException {
        Files.createDirectories(folder.resolve("deep"));
        Files.writeString(file().path(), "{\"theme\": \"light\", \"holograms\": true}");
        assertEquals(Preferences.DEFAULT.withTheme(ThemeChoice.LIGHT), file().load());
    }

    @Test
    void oneNumberOfStepsForAllSystemsWasNotChosenForAnyOfThem() throws IOException {
        Files.createDirectories(folder.resolve("deep"));
        Files.writeString(file().path(), "{\"steps\": 20}");
        assertEquals(
                new PreferenceFile.Loaded(Preferences.DEFAULT, Optional.empty()), file().read());
    }

    @Test
    void aBrokenFileMeansTheDefaultsAndIsKeptAside() throws IOException {
        Files.createDirectories(folder.resolve("deep"));
        for (String broken :
                List.of(
                        "",
                        "{\"theme\": \"purple\"}",
                        "{\"theme\": 3}",
                        "{\"window\": {\"width\": -3}}",
                        "{\"steps\": \"many\"}",
                        "{\"steps\": {\"relight\": 1}}",
                        "{\"work\": {\"device\": \"abacus\"}}",
                        "{\"work\": {\"export\": {\"quality\": 0}}}",
                        "{\"keys\": {\"undo\": [1]}}",
                        "{\"folder\": \"\\u0000\"}",
                        "[1, 2]",
                        "{\"steps\": 20")) {
            Files.writeString(file().path(), broken);
            PreferenceFile.Loaded loaded = file().read();
            assertEquals(Preferences.DEFAULT, loaded.preferences(), broken);
            file().save(loaded.preferences());
            assertEquals(broken, Files.readString(loaded.aside().orElseThrow()));
        }
    }

    @Test
    void theEngineLooksInTheStandardPlacesFirstAndThenInTheArtists() {
        Path mine = folder.resolve("mine");
        EngineOptions options =
                Work.DEFAULT.withModelFolders(List.of(mine)).open(EngineOptions.DEFAULT);
        List<Path> folders = options.modelFolders().orElseThrow();
        assertTrue(folders.size() > 1);
        assertEquals(mine, folders.get(folders.size() - 1));
        assertEquals(EngineOptions.DEFAULT, Work.DEFAULT.open(EngineOptions.DEFAULT));
        assertEquals("cpu", Work.DEFAULT.withDevice("cpu").run(RunSettings.DEFAULT).device());
    }
}
