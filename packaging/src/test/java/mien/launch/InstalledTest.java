package mien.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledTest {

    private static final String PATH = "PYTORCH_LIBRARY_PATH";

    @TempDir Path folder;
    private final List<String> told = new ArrayList<>();

    @Test
    void withoutAChoiceThePackagesOwnLibraryRuns() {
        Library library = here().library(told::add);
        assertEquals(folder.resolve("own").toString(), library.environment().get(PATH));
        assertEquals("cpu", library.environment().get("PYTORCH_FLAVOR"));
        assertEquals(
                Map.of("mien.natives", folder.resolve("natives").toString()), library.properties());
    }

    @Test
    void aChosenLibraryThatIsThereRunsInstead() throws IOException {
        Path lib = Files.createDirectories(folder.resolve("torch lib"));
        Files.createFile(lib.resolve(System.mapLibraryName("torch")));
        Files.writeString(folder.resolve("natives"), "\n" + lib + "\n");
        Library library = here().library(told::add);
        assertEquals(lib.toString(), library.environment().get(PATH));
        assertEquals("cu128", library.environment().get("PYTORCH_FLAVOR"));
        assertEquals(lib.toString(), library.properties().get("mien.natives.used"));
        assertEquals(List.of(), told);
    }

    @Test
    void aChosenLibraryThatIsGoneIsToldAndThePackagesOwnRuns() throws IOException {
        Files.writeString(folder.resolve("natives"), folder.resolve("gone") + "\n");
        Library library = here().library(told::add);
        assertEquals(folder.resolve("own").toString(), library.environment().get(PATH));
        assertEquals(1, told.size());
        assertTrue(told.get(0).contains(folder.resolve("gone") + " is gone"), told.get(0));
    }

    @Test
    void settingsLieWhereTheSystemKeepsThem() {
        Path home = Path.of("home");
        assertEquals(home.resolve(".config/mien"), Installed.config(n -> "", "Linux", home));
        assertEquals(
                home.resolve("Library/Application Support/Mien"),
                Installed.config(n -> "", "Mac OS X", home));
        assertEquals(
                Path.of("roaming/Mien"),
                Installed.config(n -> n.equals("APPDATA") ? "roaming" : "", "Windows 11", home));
        assertEquals(
                Path.of("other/mien"),
                Installed.config(n -> n.equals("XDG_CONFIG_HOME") ? "other" : "", "Linux", home));
    }

    @Test
    void variablesAreSetForTheProcessAndKeptWhereAPersonSetThem() {
        Environment.put("MIEN_TEST_VARIABLE", "a b");
        assertEquals("a b", Environment.get("MIEN_TEST_VARIABLE"));
        Environment.offer("MIEN_TEST_VARIABLE", "c");
        assertEquals("a b", Environment.get("MIEN_TEST_VARIABLE"));
        assertEquals("", Environment.get("MIEN_TEST_VARIABLE_THAT_NOBODY_SET"));
    }

    private Installed here() {
        return new Installed(folder.resolve("own"), folder.resolve("natives"));
    }
}
