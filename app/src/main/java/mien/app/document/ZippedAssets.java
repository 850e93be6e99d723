package mien.app.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import mien.app.text.Saying;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;

/**
 * The parts of an opened document file. Parts are asked for by name and read into memory, so that
 * no name in the file can lead anywhere; sizes are limited before and while they are read.
 */
final class ZippedAssets implements Assets.Source {

    private static final int LARGEST_TEXT = 32 << 20;
    private static final int LARGEST_PICTURE = 512 << 20;
    private static final int BYTES_A_PIXEL = 4;

    private final ZipFile zip;
    private final Map<String, Picture> pictures = new HashMap<>(); // one for all who share it
    private final Map<String, Mask> masks = new HashMap<>();
    private long pixelsLeft;

    /**
     * @param memory how many bytes all pixels together may take
     */
    ZippedAssets(ZipFile zip, long memory) {
        this.zip = zip;
        this.pixelsLeft = memory / BYTES_A_PIXEL;
    }

    byte[] text(String name) {
        return bytes(name, LARGEST_TEXT);
    }

    @Override
    public Picture picture(String hash) {
        return pictures.computeIfAbsent(
                hash, h -> Png.picture(png(PackedAssets.pictureFile(h)), h));
    }

    @Override
    public Mask mask(String hash) {
        return masks.computeIfAbsent(hash, h -> Png.mask(png(PackedAssets.maskFile(h)), h));
    }

    private byte[] png(String name) {
        byte[] png = bytes(name, LARGEST_PICTURE);
        pixelsLeft -= Png.pixels(png);
        if (pixelsLeft < 0) {
            throw new Malformed(Saying.of("damage.memory"), Saying.of("damage.memory.more"));
        }
        return png;
    }

    private byte[] bytes(String name, int most) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null || entry.isDirectory()) {
            throw new Malformed("damage.no-part", name);
        }
        if (entry.getSize() > most) {
            throw new Malformed("damage.large-part", name);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(most);
            CRC32 sum = new CRC32();
            sum.update(bytes);
            if (in.read() >= 0 || sum.getValue() != entry.getCrc()) {
                throw new Malformed("damage.part", name);
            }
            return bytes;
        } catch (IOException e) {
            throw new Malformed("damage.part", name);
        }
    }
}
