package mien.app.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import mien.app.text.Saying;

/**
 * One document in one file: a zip archive of {@code document.json}, {@code pictures/HASH.png} and
 * {@code masks/HASH.png}. The same document gives the same bytes.
 */
public final class DocumentFile {

    static final String TEXT = "document.json";

    private static final long LARGEST = 16L << 30;
    private static final int MOST_PARTS = 20_000;

    /** Zip archives know no earlier day. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter PRETTY = JSON.writerWithDefaultPrettyPrinter();

    private DocumentFile() {}

    /**
     * Replaces the file as a whole, or leaves the old one.
     *
     * @throws DocumentException if it cannot be written
     */
    public static void write(DocumentState state, Path file) {
        PackedAssets assets = new PackedAssets();
        try {
            byte[] text = PRETTY.writeValueAsBytes(DocumentJson.write(state, assets));
            AtomicFile.write(file, out -> write(text, assets, out));
        } catch (IOException e) {
            throw new DocumentException(
                    Saying.of("failure.document.save", file.toString(), DiskReason.of(e)), e);
        }
    }

    private static void write(byte[] text, PackedAssets assets, OutputStream out)
            throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        ZipEntry document = new ZipEntry(TEXT);
        document.setTimeLocal(NO_TIME);
        zip.putNextEntry(document);
        zip.write(text);
        zip.closeEntry();
        for (Map.Entry<String, Supplier<byte[]>> part : assets.files().entrySet()) {
            byte[] png = part.getValue().get();
            CRC32 sum = new CRC32();
            sum.update(png);
            ZipEntry stored = new ZipEntry(part.getKey());
            stored.setTimeLocal(NO_TIME);
            stored.setMethod(ZipEntry.STORED); // PNG is deflated already
            stored.setSize(png.length);
            stored.setCrc(sum.getValue());
            zip.putNextEntry(stored);
            zip.write(png);
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }

    /**
     * Reads a document of any schema.
     *
     * @throws DocumentException if it is missing, damaged, newer, or none
     */
    public static DocumentJson.Opened read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new DocumentException(Saying.of("failure.document.none", file.toString()));
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw new Malformed("damage.huge");
            }
            return parsed(file);
        } catch (Malformed e) {
            throw new DocumentException(
                    Saying.of("failure.document.open", file.toString(), e.what(), e.advice()), e);
        } catch (IOException e) {
            throw new DocumentException(
                    Saying.of("failure.document.read", file.toString(), DiskReason.of(e)), e);
        } catch (IllegalArgumentException e) { // names in the archive that are no text
            throw new DocumentException(Saying.of("failure.document.archive", file.toString()), e);
        } catch (OutOfMemoryError e) { // one large array could not be had
            throw new DocumentException(Saying.of("failure.document.memory", file.toString()), e);
        }
    }

    private static DocumentJson.Opened parsed(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            if (zip.size() > MOST_PARTS) {
                throw new Malformed("damage.many-parts", MOST_PARTS);
            }
            ZippedAssets assets = new ZippedAssets(zip, Runtime.getRuntime().maxMemory() / 2);
            return DocumentJson.read(JSON.readTree(assets.text(TEXT)), assets);
        } catch (JsonProcessingException e) {
            throw new Malformed("damage.text");
        }
    }
}
