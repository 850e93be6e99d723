package mien.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedSectionTest {

    @TempDir Path folder;

    @Test
    void onlyTheNamedSectionIsReplaced() throws IOException {
        Path page = folder.resolve("page.md");
        Files.writeString(page, "# Title\n");
        MarkedSection.replace(page, "one", "first");
        MarkedSection.replace(page, "two", "second");
        String before = Files.readString(page);
        MarkedSection.replace(page, "one", "changed $1 \\n");
        String after = Files.readString(page);
        assertEquals(before.replace("first", "changed $1 \\n"), after);
        assertTrue(after.startsWith("# Title\n"));
        assertTrue(after.contains("second"));
        assertFalse(after.contains("first"));
    }

    @Test
    void writingTheSameAgainChangesNothing() throws IOException {
        Path page = folder.resolve("new.md");
        MarkedSection.replace(page, "one", "text\n");
        String once = Files.readString(page);
        MarkedSection.replace(page, "one", "text\n");
        assertEquals(once, Files.readString(page));
    }
}
