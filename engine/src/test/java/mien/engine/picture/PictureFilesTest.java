package mien.engine.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFilesTest {
    @TempDir Path folder;

    @Test
    void pngFilesComeBackAsTheyWere() {
        Picture picture = noise(17, 9, 0xffffffff);
        Path file = folder.resolve("new").resolve("a.png");
        picture.write(file);
        assertArrayEquals(picture.argb(), Picture.read(file).argb());
        assertEquals(9, Picture.decode(picture.png()).height());
    }

    @Test
    void pngFilesKeepTransparency() {
        Picture picture = new Picture(2, 1, new int[] {0x80ff8040, 0xff010203});
        assertArrayEquals(picture.argb(), Picture.decode(picture.png()).argb());
    }

    @Test
    void jpegFilesComeBackNearlyAsTheyWere() {
        Picture flat = Picture.filled(24, 24, 0xff4080c0);
        Path file = folder.resolve("a.JPG");
        flat.write(file);
        int pixel = Picture.read(file).argb()[300];
        assertEquals(0x40, pixel >> 16 & 0xff, 3);
        assertEquals(0x80, pixel >> 8 & 0xff, 3);
        assertEquals(0xc0, pixel & 0xff, 3);
    }

    @Test
    void jpegFilesShowTransparencyAsWhite() {
        Path file = folder.resolve("a.jpg");
        Picture.filled(16, 16, 0x00ff0000).write(file);
        assertEquals(255, Picture.read(file).argb()[40] & 0xff, 2);
    }

    @Test
    void tiffAndWebpFilesAreRead() throws IOException {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        image.setRGB(2, 1, 0x123456);
        assertEquals(0xff123456, Picture.decode(encoded(image, "tiff")).argb()[5]);
        String onePixel = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";
        assertEquals(1, Picture.decode(Base64.getDecoder().decode(onePixel)).argb().length);
    }

    @Test
    void greyLevelsAreNotBrightened() throws IOException {
        BufferedImage grey = new BufferedImage(256, 1, BufferedImage.TYPE_BYTE_GRAY);
        BufferedImage deep = new BufferedImage(256, 1, BufferedImage.TYPE_USHORT_GRAY);
        for (int i = 0; i < 256; i++) {
            grey.getRaster().setSample(i, 0, 0, i);
            deep.getRaster().setSample(i, 0, 0, i * 257);
        }
        for (BufferedImage image : List.of(grey, deep)) {
            int[] argb = Picture.decode(encoded(image, "png")).argb();
            for (int i = 0; i < 256; i++) {
                assertEquals(0xff000000 | i * 0x010101, argb[i]);
            }
        }
    }

    @Test
    void photographsHeldSidewaysAreTurnedUpright() {
        Picture wide = Picture.filled(32, 16, 0xff000000);
        for (int y = 0; y < 16; y++) {
            for (int x = 0; x < 8; x++) {
                wide.argb()[32 * y + x] = 0xffffffff; // white on the left
            }
        }
        byte[] jpeg = PictureWriter.bytes(wide, Encoding.of(PictureFormat.JPEG));
        Picture turned = Picture.decode(withOrientation(jpeg, 6));
        assertEquals(16, turned.width());
        assertEquals(32, turned.height());
        assertTrue((turned.argb()[8] & 0xff) > 200, "white on top");
        Picture mirrored = Picture.decode(withOrientation(jpeg, 2));
        assertTrue((mirrored.argb()[31] & 0xff) > 200, "white on the right");
        assertTrue((Picture.decode(jpeg).argb()[0] & 0xff) > 200, "white on the left");
    }

    @Test
    void everyOrientationUndoesHowTheCameraWasHeld() {
        Picture stored = new Picture(3, 2, new int[] {1, 2, 3, 4, 5, 6});
        int[][] upright = {
            {1, 2, 3, 4, 5, 6}, {3, 2, 1, 6, 5, 4}, {6, 5, 4, 3, 2, 1}, {4, 5, 6, 1, 2, 3},
            {1, 4, 2, 5, 3, 6}, {4, 1, 5, 2, 6, 3}, {6, 3, 5, 2, 4, 1}, {3, 6, 2, 5, 1, 4}
        };
        for (int code = 1; code <= 8; code++) {
            Picture picture = new Orientation(code).upright(stored);
            assertArrayEquals(upright[code - 1], picture.argb(), "orientation " + code);
            assertEquals(code < 5 ? 3 : 2, picture.width());
        }
    }

    @Test
    void badFilesAreRefusedInOneSentence() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.png"));
        assertRefused("no bytes", () -> Picture.read(empty));
        Path text = Files.writeString(folder.resolve("text.png"), "not a picture at all");
        assertRefused("as a picture", () -> Picture.read(text));
        assertRefused("no picture file", () -> Picture.read(folder.resolve("absent.png")));
        assertRefused("no picture file", () -> Picture.read(folder));
        byte[] png = noise(40, 40, -1).png();
        assertRefused("damaged", () -> Picture.decode(Arrays.copyOf(png, png.length / 2)));
    }

    @Test
    void giantsAreRefusedBeforeTheyAreDecoded() {
        byte[] png = Picture.filled(1, 1, -1).png();
        ByteBuffer.wrap(png).putInt(16, 30_000); // width in the header
        fixHeaderSum(png);
        assertRefused("30000 × 1 pixels", () -> Picture.decode(png));
        ByteBuffer.wrap(png).putInt(16, 9_000).putInt(20, 9_000);
        fixHeaderSum(png);
        assertRefused("too large", () -> Picture.decode(png));
    }

    @Test
    void damagedBytesNeverEscapeAsAnotherException() {
        Random random = new Random(12);
        for (PictureFormat kind : List.of(PictureFormat.PNG, PictureFormat.JPEG)) {
            byte[] whole = PictureWriter.bytes(noise(20, 20, 0xff3f3f3f), Encoding.of(kind));
            for (int i = 0; i < 200; i++) {
                byte[] bytes = whole.clone();
                for (int k = 0; k < 4; k++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
                try {
                    Picture.decode(bytes);
                } catch (PictureException e) {
                    assertTrue(e.getMessage().endsWith("."), e.getMessage());
                }
            }
        }
    }

    @Test
    void writingLeavesNothingBesideThePicture() throws IOException {
        Path file = folder.resolve("a.png");
        Picture.filled(2, 2, -1).write(file);
        Picture.filled(3, 3, -1).write(file);
        assertEquals(3, Picture.read(file).width());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void unknownEndingsAndForbiddenPlacesAreRefused() throws IOException {
        Picture picture = Picture.filled(2, 2, -1);
        assertRefused(".png, .jpg and .tif", () -> picture.write(folder.resolve("a.bmp")));
        Path file = Files.createFile(folder.resolve("file"));
        assertRefused("cannot be written", () -> picture.write(file.resolve("a.png")));
    }

    private static void assertRefused(String words, Runnable action) {
        PictureException refusal = assertThrows(PictureException.class, action::run);
        assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
    }

    private static Picture noise(int width, int height, int mask) {
        Random random = new Random(1);
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xff000000 | random.nextInt() & mask;
        }
        return new Picture(width, height, argb);
    }

    private static byte[] encoded(BufferedImage image, String kind) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, kind, bytes), kind);
        return bytes.toByteArray();
    }

    /** The check sum of a PNG header. */
    private static void fixHeaderSum(byte[] png) {
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
    }

    /** The JPEG with an Exif note of one entry behind its first marker. */
    private static byte[] withOrientation(byte[] jpeg, int code) {
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + 36);
        out.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) 34);
        out.put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        out.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        out.putShort((short) code).putShort((short) 0).putInt(0);
        return out.put(jpeg, 2, jpeg.length - 2).array();
    }
}
