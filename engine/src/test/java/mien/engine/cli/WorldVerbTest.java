package mien.engine.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldVerbTest {

    private static final List<String> FILES =
            List.of(
                    "picture.png",
                    "layout.png",
                    "parsing.png",
                    "normals.png",
                    "albedo.png",
                    "render.png",
                    "joints.json",
                    "code.json",
                    "caption.txt");

    @TempDir Path folder;

    @Test
    void eachPersonHasAFolderWithEveryLabel() {
        Path out = folder.resolve("w");
        JsonNode said =
                new Cli(folder)
                        .run(
                                "world", "--seed", 1_000_000, "--count", 3, "--looks", 1, "--size",
                                48, "--out", out, "--json")
                        .json();
        assertEquals(3, said.path("folders").size());
        for (int i = 0; i < 3; i++) {
            Path person = out.resolve(Long.toString(1_000_000 + i));
            assertEquals(person.toString(), said.path("folders").get(i).asText());
            for (String file : FILES) {
                assertTrue(Files.exists(person.resolve(file)), file);
                assertTrue(Files.exists(person.resolve("look-1").resolve(file)), file);
            }
            assertEquals(48, Picture.read(person.resolve("picture.png")).width());
        }
    }

    @Test
    void theSameSeedDrawsTheSameBytes() throws IOException {
        for (String run : List.of("a", "b")) {
            new Cli(folder)
                    .run(
                            "world",
                            "--seed",
                            1_000_009,
                            "--count",
                            2,
                            "--size",
                            48,
                            "--out",
                            folder.resolve(run));
        }
        for (String file : FILES) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("a/1000010").resolve(file)),
                    Files.readAllBytes(folder.resolve("b/1000010").resolve(file)),
                    file);
        }
    }
}
