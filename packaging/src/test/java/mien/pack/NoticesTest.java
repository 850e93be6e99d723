package mien.pack;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private static final Notices NOTICES =
            Notices.in(
                    "# Notices\n| part | what |\n|---|---|\n| `jackson-core` | JSON |\n| `api` | x |\n");

    @Test
    void aPartIsNamedWithoutVersionOrSystem() {
        assertDoesNotThrow(
                () -> NOTICES.mustName(List.of("jackson-core-2.20.1.jar", "api-0.35.1-linux.jar")));
    }

    @Test
    void mienItselfNeedsNoRow() {
        assertDoesNotThrow(() -> NOTICES.mustName(List.of("mien-engine-0.1.0-SNAPSHOT.jar")));
    }

    @Test
    void aPartWithoutARowEndsTheBuildInASentence() {
        IOException e =
                assertThrows(
                        IOException.class,
                        () -> NOTICES.mustName(List.of("api-1.jar", "gson-2.13.1.jar")));
        assertEquals(
                "packaging/NOTICES.md has no row for gson: add name, copyright and licence.",
                e.getMessage());
    }
}
