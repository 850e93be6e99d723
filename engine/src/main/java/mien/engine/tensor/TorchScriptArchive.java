package mien.engine.tensor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a TorchScript module that has code but no weights: a zip of four stored entries. The
 * pickles are written by hand because they hold nothing but the module's class and its training
 * flag.
 */
final class TorchScriptArchive {

    /** {@code __torch__.Aten} with the state {"training": False}, pickle protocol 2. */
    private static final byte[] OBJECT =
            latin1(
                    "\u0080\u0002c__torch__\nAten\nq\u0000)\u0081}X\b\u0000\u0000\u0000training\u0089sb.");

    /** The empty tuple. */
    private static final byte[] NO_CONSTANTS = latin1("\u0080\u0002).");

    private TorchScriptArchive() {}

    static byte[] of(byte[] source) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            store(zip, "aten/data.pkl", OBJECT);
            store(zip, "aten/code/__torch__.py", source);
            store(zip, "aten/constants.pkl", NO_CONSTANTS);
            store(zip, "aten/version", latin1("3\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] latin1(String s) {
        return s.getBytes(StandardCharsets.ISO_8859_1);
    }
}
