package mien.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/** The icon as each system wants it; all three hold PNG pictures. */
final class IconFiles {

    private static final int LINUX = 256;
    private static final List<Integer> WINDOWS = List.of(16, 24, 32, 48, 64, 128, 256);

    /** Apple's names of the sizes. */
    private static final Map<String, Integer> MAC =
            new TreeMap<>(
                    Map.of(
                            "icp4", 16, "icp5", 32, "icp6", 64, "ic07", 128, "ic08", 256, "ic09",
                            512, "ic10", 1024));

    private IconFiles() {}

    /**
     * Writes Mien.png, Mien.ico and Mien.icns.
     *
     * @return the one for this system
     */
    static Path write(Path folder) throws IOException {
        Path linux = Files.write(folder.resolve("Mien.png"), png(LINUX));
        Path windows = Files.write(folder.resolve("Mien.ico"), ico());
        Path mac = Files.write(folder.resolve("Mien.icns"), icns());
        return Host.WINDOWS ? windows : Host.MAC ? mac : linux;
    }

    static byte[] png(int side) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(Icon.drawn(side), "png", out)) {
            throw new IOException("This Java writes no PNG: make the package with a full JDK.");
        }
        return out.toByteArray();
    }

    /** A directory of 16 bytes a picture, then the pictures; a side of 256 is written as 0. */
    static byte[] ico() throws IOException {
        ByteArrayOutputStream pictures = new ByteArrayOutputStream();
        ByteBuffer head =
                ByteBuffer.allocate(6 + 16 * WINDOWS.size()).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) 0).putShort((short) 1).putShort((short) WINDOWS.size());
        for (int side : WINDOWS) {
            byte[] png = png(side);
            head.put((byte) side).put((byte) side).put((byte) 0).put((byte) 0);
            head.putShort((short) 1).putShort((short) 32).putInt(png.length);
            head.putInt(head.capacity() + pictures.size());
            pictures.writeBytes(png);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.array());
        pictures.writeTo(all);
        return all.toByteArray();
    }

    /** A name and a length before each picture and before the whole; lengths count themselves. */
    static byte[] icns() throws IOException {
        ByteArrayOutputStream pictures = new ByteArrayOutputStream();
        for (Map.Entry<String, Integer> size : MAC.entrySet()) {
            byte[] png = png(size.getValue());
            pictures.writeBytes(head(size.getKey(), png.length));
            pictures.writeBytes(png);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head("icns", pictures.size()));
        pictures.writeTo(all);
        return all.toByteArray();
    }

    private static byte[] head(String name, int length) {
        return ByteBuffer.allocate(8)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(length + 8)
                .array();
    }
}
