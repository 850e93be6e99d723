package mien.engine.checkpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes zip archives part by part, as PyTorch and NumPy do. */
public final class ZipForge {

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private boolean deflated;

    public ZipForge part(String name, byte[] bytes) {
        parts.put(name, bytes);
        return this;
    }

    ZipForge deflated() {
        deflated = true;
        return this;
    }

    /** PyTorch's archive of an object; storages follow as parts "archive/data/KEY". */
    public static ZipForge torch(byte[] object) {
        return new ZipForge()
                .part("archive/data.pkl", object)
                .part("archive/version", new byte[] {'3', '\n'});
    }

    public ZipForge storage(String key, byte[] bytes) {
        return part("archive/data/" + key, bytes);
    }

    public byte[] done() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                if (!deflated) {
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(part.getValue().length);
                    CRC32 crc = new CRC32();
                    crc.update(part.getValue());
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
