package mien.engine.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import mien.engine.edit.faceswap.AuthorsPack;
import mien.engine.edit.faceswap.TinySwapPack;
import mien.engine.model.ModelPack;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack of files as the authors save them swaps faces as one of our own files does. */
class AuthorsPackTest {

    @TempDir static Path folder;

    private static Cli cli;
    private static Path target;

    @BeforeAll
    static void install() throws IOException {
        cli = new Cli(folder);
        ModelPack ours = TinySwapPack.write(cli.models().resolve("ours"), "ours");
        AuthorsPack.write(cli.models().resolve("authors"), "authors", ours);
        target = Cli.portrait(folder.resolve("target.png"), 1_000_000);
        Cli.portrait(folder.resolve("source.png"), 1_000_001);
    }

    private static Cli.Said swap(String model) {
        return cli.run(
                "swap-face",
                "--target",
                target,
                "--source",
                folder.resolve("source.png"),
                "--target-points",
                "24,28,40,28,32,36,26,44,38,44",
                "--source-points",
                "24,28,40,28,32,36,26,44,38,44",
                "--out",
                folder.resolve(model + ".png"),
                "--steps",
                2,
                "--no-guide-pose",
                "--precision",
                "float32",
                "--model",
                model);
    }

    @Test
    void everyNetworkIsReadFromItsOwnKindOfFile() throws IOException {
        Cli.Said ours = swap("ours");
        assertEquals(0, ours.code(), ours.err());
        Cli.Said authors = swap("authors");
        assertEquals(0, authors.code(), authors.err());
        int[] pixels = Picture.read(folder.resolve("authors.png")).argb();
        assertArrayEquals(Picture.read(folder.resolve("ours.png")).argb(), pixels);
        assertFalse(Arrays.equals(Picture.read(target).argb(), pixels));
    }

    @Test
    void aFileWhoseNetworkLiesElsewhereIsOneSentence() throws IOException {
        Path moved = folder.resolve("models/moved");
        Files.createDirectories(moved);
        for (Path file : files(folder.resolve("models/authors"))) {
            Files.copy(file, moved.resolve(file.getFileName()));
        }
        Path description = moved.resolve("pack.json");
        String text = Files.readString(description);
        Files.writeString(
                description,
                text.replace("\"authors\"", "\"moved\"").replace("model.module", "model.net"));
        Cli.Said said = swap("moved");
        assertEquals(2, said.code(), said.err());
        assertTrue(said.err().contains("'identity' of the model 'moved'"), said.err());
    }

    private static Path[] files(Path of) throws IOException {
        try (Stream<Path> list = Files.list(of)) {
            return list.toArray(Path[]::new);
        }
    }
}
