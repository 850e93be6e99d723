package mien.app.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mien.engine.picture.Picture;
import mien.engine.picture.PictureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngExportTest {

    @TempDir private Path folder;

    @Test
    void theFileHoldsExactlyTheResult() {
        Picture result = new Picture(2, 1, new int[] {0xff010203, 0xfffefdfc});
        Path file = PngExport.write(result, folder.resolve("anna.v2"));
        assertEquals("anna.v2.png", file.getFileName().toString());
        assertArrayEquals(result.argb(), Picture.read(file).argb());
    }

    @Test
    void anotherEndingIsKeptAsPartOfTheName() {
        assertEquals(Path.of("a.PNG"), PngExport.named(Path.of("a.PNG")));
        assertEquals(Path.of("a.jpg.png"), PngExport.named(Path.of("a.jpg")));
    }

    @Test
    void theProposedNameSaysWhatWasDone() {
        assertEquals("anna-relight.png", PngExport.proposed("anna.jpg", "relight"));
        assertEquals(".hidden-relight.png", PngExport.proposed(".hidden", "relight"));
    }

    @Test
    void aPlaceThatCannotBeWrittenIsToldInASentence() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Picture result = Picture.filled(1, 1, 0xff000000);
        assertThrows(
                PictureException.class, () -> PngExport.write(result, file.resolve("below.png")));
    }
}
