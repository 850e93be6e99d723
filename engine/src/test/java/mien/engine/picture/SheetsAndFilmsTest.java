package mien.engine.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetsAndFilmsTest {
    private static final Picture RED = Picture.filled(1, 1, 0xffff0000);
    private static final Picture BLUE = Picture.filled(3, 1, 0xff0000ff);

    @TempDir Path folder;

    @Test
    void aSheetFitsTheLargestPictureOfEveryRowAndColumn() {
        Picture sheet = ContactSheet.of(List.of(List.of(BLUE, RED), List.of(RED)), 1, 0);
        assertEquals(7, sheet.width());
        assertEquals(5, sheet.height());
        int b = 0xff0000ff;
        int r = 0xffff0000;
        assertArrayEquals(
                new int[] {
                    0, 0, 0, 0, 0, 0, 0, //
                    0, b, b, b, 0, r, 0, //
                    0, 0, 0, 0, 0, 0, 0, //
                    0, 0, r, 0, 0, 0, 0, //
                    0, 0, 0, 0, 0, 0, 0
                },
                sheet.argb());
    }

    @Test
    void aGridBreaksIntoRows() {
        Picture sheet = ContactSheet.grid(List.of(RED, RED, RED), 2, 0, 7);
        assertArrayEquals(new int[] {0xffff0000, 0xffff0000, 0xffff0000, 7}, sheet.argb());
    }

    @Test
    void anEmptySheetIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ContactSheet.of(List.of(), 1, 0));
    }

    @Test
    void aFilmKeepsItsFramesColoursAndPace() throws IOException {
        Path file = folder.resolve("a.gif");
        List<Picture> frames =
                List.of(
                        Picture.filled(8, 6, 0xffff0000),
                        Picture.filled(8, 6, 0xff00ff00),
                        Picture.filled(8, 6, 0xff1020f0));
        Film.gif(frames, 120, file);
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            assertEquals(3, reader.getNumImages(true));
            for (int i = 0; i < 3; i++) {
                assertEquals(frames.get(i).argb()[0], reader.read(i).getRGB(4, 3), "frame " + i);
                var tree =
                        (IIOMetadataNode)
                                reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
                var control =
                        (IIOMetadataNode)
                                tree.getElementsByTagName("GraphicControlExtension").item(0);
                assertEquals("12", control.getAttribute("delayTime"));
            }
        } finally {
            reader.dispose();
        }
        assertEquals('G', Files.readAllBytes(file)[0]);
    }

    @Test
    void framesOfDifferentSizesAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Film.gif(List.of(RED, BLUE), 100, folder.resolve("a.gif")));
    }
}
