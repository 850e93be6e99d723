package mien.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class IconFilesTest {

    @Test
    void everyPictureOfTheWindowsIconHasTheSideThatItsEntrySays() throws IOException {
        byte[] ico = IconFiles.ico();
        ByteBuffer head = ByteBuffer.wrap(ico).order(ByteOrder.LITTLE_ENDIAN);
        int count = head.getShort(4);
        assertEquals(7, count);
        for (int i = 0; i < count; i++) {
            int entry = 6 + 16 * i;
            int side = head.get(entry) == 0 ? 256 : Byte.toUnsignedInt(head.get(entry));
            BufferedImage picture = read(ico, head.getInt(entry + 12), head.getInt(entry + 8));
            assertEquals(side, picture.getWidth());
            assertEquals(side, picture.getHeight());
        }
    }

    @Test
    void thePartsOfTheMacIconFillItExactly() throws IOException {
        byte[] icns = IconFiles.icns();
        ByteBuffer all = ByteBuffer.wrap(icns);
        assertEquals(icns.length, all.getInt(4));
        int at = 8;
        int parts = 0;
        while (at < icns.length) {
            int length = all.getInt(at + 4);
            assertEquals(
                    1,
                    Integer.bitCount(read(icns, at + 8, length - 8).getWidth()),
                    "a power of two");
            at += length;
            parts++;
        }
        assertEquals(icns.length, at);
        assertEquals(7, parts);
    }

    @Test
    void theIconIsLitFromItsLampAndClearInItsCorners() {
        BufferedImage icon = Icon.drawn(200);
        assertEquals(0, icon.getRGB(1, 1) >>> 24);
        assertEquals(255, icon.getRGB(100, 100) >>> 24);
        int lit = icon.getRGB(118, 70) >> 16 & 0xff;
        int far = icon.getRGB(66, 110) >> 16 & 0xff;
        assertTrue(lit > far + 40, lit + " is not lighter than " + far);
    }

    private static BufferedImage read(byte[] all, int at, int length) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(all, at, length));
    }
}
