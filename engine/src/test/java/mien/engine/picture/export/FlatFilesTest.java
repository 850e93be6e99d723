package mien.engine.picture.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import mien.engine.picture.Encoding;
import mien.engine.picture.Picture;
import mien.engine.picture.PictureException;
import mien.engine.picture.PictureFormat;
import mien.engine.picture.WholeFile;
import mien.engine.picture.WriteProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlatFilesTest {
    private static final Provenance EDIT = Provenance.edit("Mien test", "Mien relight", "1");

    @TempDir private Path folder;

    private static int[] argb(BufferedImage image) {
        int w = image.getWidth();
        return image.getRGB(0, 0, w, image.getHeight(), null, 0, w);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tif"})
    void anotherReaderFindsEveryPixelAsItWas(String ending) throws IOException {
        int[][] sizes = {{1, 1}, {3, 1}, {1, 5}, {129, 130}, {700, 333}};
        for (int[] size : sizes) {
            for (boolean alpha : new boolean[] {false, true}) {
                Picture picture = Pictures.noise(size[0], size[1], 7, alpha);
                Path file = folder.resolve("a." + ending);
                Export.flat(picture, EDIT, file);
                BufferedImage read = ImageIO.read(file.toFile());
                assertEquals(alpha, read.getColorModel().hasAlpha());
                assertArrayEquals(picture.argb(), argb(read), size[0] + " × " + size[1]);
                assertArrayEquals(picture.argb(), Picture.read(file).argb());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tif"})
    void smoothPicturesAreFoldedWell(String ending) throws IOException {
        Picture ramp = Pictures.ramp(512, 512);
        Path file = folder.resolve("a." + ending);
        ramp.write(file);
        assertArrayEquals(ramp.argb(), argb(ImageIO.read(file.toFile())));
        assertTrue(Files.size(file) < 3 * 512 * 512 / 10, "bytes: " + Files.size(file));
    }

    @ParameterizedTest
    @EnumSource(PictureFormat.class)
    void theSamePictureGivesTheSameBytes(PictureFormat format) throws IOException {
        Picture picture = Pictures.noise(60, 40, 3, true);
        Path one = folder.resolve("one." + format.endings().get(0));
        Path two = folder.resolve("two." + format.endings().get(0));
        Export.flat(picture, EDIT.withRecipe("{}"), one);
        Export.flat(picture, EDIT.withRecipe("{}"), two);
        assertEquals(-1, Files.mismatch(one, two));
    }

    @Test
    void aJpegLiesOnTheChosenColourAndObeysTheQuality() throws IOException {
        Path file = folder.resolve("a.jpg");
        Encoding on = Encoding.of(PictureFormat.JPEG).withBehind(0x2040c0);
        Export.flat(Picture.filled(32, 32, 0x80ff8000), EDIT, on, file, WriteProgress.NONE);
        int pixel = ImageIO.read(file.toFile()).getRGB(16, 16);
        assertEquals(0x90, pixel >> 16 & 0xff, 3);
        assertEquals(0x60, pixel >> 8 & 0xff, 3);
        assertEquals(0x60, pixel & 0xff, 3);

        Picture noise = Pictures.noise(256, 256, 1, false);
        long[] sizes = new long[3];
        double[] qualities = {0.5, 0.8, 1};
        for (int i = 0; i < 3; i++) {
            Export.flat(noise, EDIT, on.withQuality(qualities[i]), file, WriteProgress.NONE);
            sizes[i] = Files.size(file);
        }
        assertTrue(sizes[0] < sizes[1] && sizes[1] < sizes[2], List.of(sizes[0], sizes[1]) + "");
    }

    @Test
    void aRecipeTooLongForAJpegIsToldAndTheOldFileStays() throws IOException {
        Path file = Files.writeString(folder.resolve("a.jpg"), "old");
        Provenance longOne = EDIT.withRecipe("x".repeat(70_000));
        Picture picture = Picture.filled(8, 8, -1);
        PictureException e =
                assertThrows(PictureException.class, () -> Export.flat(picture, longOne, file));
        assertTrue(e.getMessage().contains("leave the recipe out"), e.getMessage());
        assertEquals("old", Files.readString(file));
        Export.flat(picture, longOne, folder.resolve("a.png"));
        assertEquals(70_000, XmpFile.recipe(folder.resolve("a.png")).orElseThrow().length());
    }

    @ParameterizedTest
    @EnumSource(PictureFormat.class)
    void aCancelledExportLeavesTheOldFileAndNothingBesideIt(PictureFormat format)
            throws IOException {
        Path file = Files.writeString(folder.resolve("a." + format.endings().get(0)), "old");
        Picture picture = Pictures.noise(400, 900, 1, false);
        double[] reached = {0};
        assertThrows(
                CancellationException.class,
                () ->
                        Export.flat(
                                picture,
                                EDIT,
                                Encoding.of(format),
                                file,
                                share -> {
                                    reached[0] = share;
                                    if (share > 0.3) {
                                        throw new CancellationException();
                                    }
                                }));
        assertTrue(reached[0] < 0.9, "went on to " + reached[0]);
        assertOnly(file, "old");
    }

    private void assertOnly(Path file, String content) throws IOException {
        assertEquals(content, Files.readString(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void aFullDiskIsToldAndTheOldFileStays() throws IOException {
        Path file = Files.writeString(folder.resolve("a.png"), "old");
        PictureException e =
                assertThrows(
                        PictureException.class,
                        () ->
                                WholeFile.write(
                                        file,
                                        out -> {
                                            throw new IOException("No space left on device");
                                        }));
        assertTrue(e.getMessage().contains("make room"), e.getMessage());
        assertTrue(e.getMessage().endsWith("the old file is still there."), e.getMessage());
        assertOnly(file, "old");
    }

    @Test
    void aFolderInTheWayIsToldAndStays() throws IOException {
        Path place = Files.createDirectory(folder.resolve("a.png"));
        PictureException e =
                assertThrows(
                        PictureException.class,
                        () -> Export.flat(Picture.filled(2, 2, -1), EDIT, place));
        assertTrue(e.getMessage().contains("it is a folder"), e.getMessage());
        assertFalse(e.getMessage().contains("old file"), e.getMessage());
        assertTrue(Files.isDirectory(place));
    }

    @Test
    void progressRisesToTheEnd() {
        for (PictureFormat format : List.of(PictureFormat.PNG, PictureFormat.TIFF)) {
            double[] last = {0};
            Export.flat(
                    Pictures.ramp(50, 300),
                    EDIT,
                    Encoding.of(format),
                    folder.resolve("a"),
                    share -> {
                        assertTrue(share >= last[0], share + " after " + last[0]);
                        last[0] = share;
                    });
            assertEquals(1, last[0], 1e-9);
        }
    }
}
