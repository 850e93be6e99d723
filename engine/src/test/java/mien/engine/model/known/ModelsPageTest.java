package mien.engine.model.known;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page for artists and the program's tables say the same. */
class ModelsPageTest {

    private static Path page() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path page = at.resolve("docs/howto/models.md");
            if (Files.exists(page)) {
                return page;
            }
        }
        throw new AssertionError("docs/howto/models.md is not in this checkout");
    }

    @Test
    void everyCheckpointStandsOnThePageWithItsFileLicenseAndPlace() throws IOException {
        String page = Files.readString(page());
        for (KnownCheckpoint known : KnownCheckpoints.standard().all()) {
            String row = "| `%s` | `%s` |".formatted(known.id(), known.file());
            int at = page.indexOf(row);
            assertTrue(at >= 0, row);
            String line = page.substring(at, page.indexOf('\n', at));
            assertTrue(line.contains("| " + known.license() + " |"), line);
            assertTrue(line.contains(known.page()), line);
        }
    }
}
