package mien.engine.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import mien.engine.Mutations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures that are damaged, cut short or lie about themselves: one sentence, little memory. */
class DamagedPicturesTest {
    private static final int HEADER_WIDTH = 16;

    /** What a refusal may take, whatever the file says of itself. */
    private static final long LITTLE = 8 << 20;

    /** One pixel. */
    private static final String WEBP = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp", "tiff", "webp"})
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void damagedFilesAreReadOrRefused(String kind) throws IOException {
        // Others than these two may hold any number of blank pixels in a few bytes.
        long most = kind.equals("png") || kind.equals("jpg") ? 32L << 20 : 1L << 30;
        Mutations mutations = new Mutations(kind.hashCode(), most, PictureException.class);
        int refused = mutations.over(sound(kind), Picture::decode);
        assertTrue(refused > 10, "only " + refused + " were refused");
    }

    private static List<byte[]> sound(String kind) throws IOException {
        List<byte[]> files = new ArrayList<>();
        if (kind.equals("webp")) {
            files.add(Base64.getDecoder().decode(WEBP));
        }
        if (kind.equals("jpg")) {
            byte[] jpeg =
                    PictureWriter.bytes(
                            Picture.filled(20, 20, 0xff204060), Encoding.of(PictureFormat.JPEG));
            files.add(inserted(jpeg, 2, heldSideways()));
        }
        int[] types = {
            BufferedImage.TYPE_INT_RGB,
            BufferedImage.TYPE_BYTE_GRAY,
            BufferedImage.TYPE_BYTE_INDEXED,
            BufferedImage.TYPE_INT_ARGB
        };
        for (int type : types) {
            BufferedImage image = noise(40, 30, type);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            if (ImageIO.write(image, kind, bytes)) {
                files.add(bytes.toByteArray());
            }
        }
        return files;
    }

    @ParameterizedTest
    @ValueSource(ints = {20_001, 60_000, 2_000_000_000})
    void aHeaderThatClaimsTooMuchTakesNoMemory(int side) {
        for (byte[] file : List.of(claiming(pngFile(), side, side), jpegClaiming(side & 0xffff))) {
            assertRefused("too large", file);
        }
    }

    @Test
    void aHeaderThatClaimsMoreThanItsBytesCanHoldTakesNoMemory() {
        assertRefused("cut short", claiming(pngFile(), 7_900, 7_900));
        assertRefused("cut short", jpegClaiming(7_900));
        assertRefused("cut short", claiming(pngFile(), 20_000, 3_000));
    }

    @Test
    void cutOffFilesAreRefused() throws IOException {
        Path file = folder.resolve("a.png");
        for (int length : new int[] {0, 1, 8, 20, 33, 60}) {
            Files.write(file, Arrays.copyOf(pngFile(), length));
            String message =
                    assertThrows(PictureException.class, () -> Picture.read(file)).getMessage();
            assertTrue(message.contains(file.toString()), message);
            Mutations.sentence(message);
        }
    }

    @Test
    void aLargeButHonestPictureIsRead() {
        Picture flat = Picture.filled(2_000, 2_000, 0xff204060);
        for (PictureFormat kind : List.of(PictureFormat.PNG, PictureFormat.JPEG)) {
            byte[] file = PictureWriter.bytes(flat, Encoding.of(kind));
            assertEquals(4_000_000, Picture.decode(file).argb().length, kind.name());
        }
    }

    @Test
    void aNoteThatUnfoldsToAGigabyteStaysFolded() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.writeBytes("Comment\0\0".getBytes(StandardCharsets.US_ASCII));
        try (DeflaterOutputStream out = new DeflaterOutputStream(bomb)) {
            for (int i = 0; i < 256; i++) {
                out.write(new byte[1 << 18]);
            }
        }
        byte[] png = pngFile();
        int[] expected = Picture.decode(png).argb();
        byte[] withNote = inserted(png, 33, chunk("zTXt", bomb.toByteArray()));
        long before = allocated();
        assertArrayEquals(expected, Picture.decode(withNote).argb());
        assertTrue(allocated() - before < LITTLE, "the note was unfolded");
    }

    private static void assertRefused(String words, byte[] file) {
        long before = allocated();
        String message =
                assertThrows(PictureException.class, () -> Picture.decode(file)).getMessage();
        assertTrue(message.contains(words), message);
        Mutations.sentence(message);
        assertTrue(
                allocated() - before < LITTLE, "memory was taken for a picture that is not there");
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }

    /** An Exif note that asks for a quarter turn. */
    private static byte[] heldSideways() {
        return ByteBuffer.allocate(36)
                .putInt(0xffe10022)
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII))
                .putInt(8)
                .putShort((short) 1)
                .putLong(0x0112000300000001L)
                .putInt(0x00060000)
                .putInt(0)
                .array();
    }

    @Test
    void aNoteThatEndsTooSoonIsNoNote() {
        byte[] start = {-1, -40}; // FF D8
        byte[] whole = inserted(start, 2, heldSideways());
        assertEquals(6, Orientation.of(whole).code());
        for (int length = 0; length < whole.length - 6; length++) {
            assertEquals(1, Orientation.of(Arrays.copyOf(whole, length)).code());
        }
    }

    private static byte[] pngFile() {
        return Picture.filled(20, 20, 0xff204060).png();
    }

    private static byte[] claiming(byte[] png, int width, int height) {
        ByteBuffer.wrap(png).putInt(HEADER_WIDTH, width).putInt(HEADER_WIDTH + 4, height);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
        return png;
    }

    /** A JPEG whose frame header (0xFFC0) claims a side. */
    private static byte[] jpegClaiming(int side) {
        byte[] jpeg =
                PictureWriter.bytes(
                        Picture.filled(20, 20, 0xff204060), Encoding.of(PictureFormat.JPEG));
        for (int i = 0; i < jpeg.length - 9; i++) {
            if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == 0xc0) {
                ByteBuffer.wrap(jpeg).putShort(i + 5, (short) side).putShort(i + 7, (short) side);
                return jpeg;
            }
        }
        throw new AssertionError("no frame header");
    }

    private static byte[] chunk(String kind, byte[] data) {
        byte[] name = kind.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] inserted(byte[] file, int at, byte[] piece) {
        return ByteBuffer.allocate(file.length + piece.length)
                .put(file, 0, at)
                .put(piece)
                .put(file, at, file.length - at)
                .array();
    }

    private static BufferedImage noise(int w, int h, int type) {
        Random random = new Random(type);
        BufferedImage image = new BufferedImage(w, h, type);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                image.setRGB(x, y, 0xff000000 | random.nextInt() & 0xf0f0f0);
            }
        }
        return image;
    }
}
