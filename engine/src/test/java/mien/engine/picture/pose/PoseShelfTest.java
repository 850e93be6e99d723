package mien.engine.picture.pose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoseShelfTest {

    @TempDir private Path folder;
    private PoseShelf shelf;

    @BeforeEach
    void anEmptyShelf() {
        shelf = new PoseShelf(folder.resolve("poses"));
    }

    @Test
    void keptPosesAreFoundAgain() {
        assertEquals(Map.of(), shelf.poses());
        shelf.keep("달리기 1", DrawnFigures.patchy(1));
        shelf.keep("a/b: *", DrawnFigures.patchy(2));
        shelf.keep("a b", DrawnFigures.patchy(3));
        assertEquals(
                Map.of(
                        "달리기 1", DrawnFigures.patchy(1),
                        "a/b: *", DrawnFigures.patchy(2),
                        "a b", DrawnFigures.patchy(3)),
                shelf.poses());
    }

    @Test
    void theSameNameReplacesAndRemovingEndsIt() {
        shelf.keep("mine", DrawnFigures.patchy(1));
        shelf.keep(" mine ", DrawnFigures.patchy(2));
        assertEquals(Map.of("mine", DrawnFigures.patchy(2)), shelf.poses());
        assertTrue(shelf.remove("mine"));
        assertFalse(shelf.remove("mine"));
        assertEquals(Map.of(), shelf.poses());
    }

    @Test
    void aBrokenFileDoesNotHideTheOthers() throws IOException {
        shelf.keep("good", DrawnFigures.patchy(1));
        Files.writeString(folder.resolve("poses/bad.json"), "{");
        assertEquals(List.of("good"), List.copyOf(shelf.poses().keySet()));
    }

    @Test
    void aShelfThatCannotBeWrittenSaysSo() throws IOException {
        Files.writeString(folder.resolve("poses"), "in the way");
        PoseException e =
                assertThrows(PoseException.class, () -> shelf.keep("mine", DrawnFigures.patchy(1)));
        assertTrue(e.getMessage().contains("mine"), e.getMessage());
        assertThrows(PoseException.class, () -> shelf.keep("  ", DrawnFigures.patchy(1)));
    }
}
