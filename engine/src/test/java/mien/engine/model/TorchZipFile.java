package mien.engine.model;

import ai.djl.ndarray.types.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A file as PyTorch writes it: a dictionary with one state dict of zeros and, beside it, an object
 * of a class that nobody here has.
 */
public final class TorchZipFile {

    private static final String FLOATS = "ctorch\nFloatStorage\n";
    private static final String TENSOR = "ctorch._utils\n_rebuild_tensor_v2\n";
    private static final String ORDERED = "ccollections\nOrderedDict\n)R";

    private final ByteArrayOutputStream pickle = new ByteArrayOutputStream();

    private TorchZipFile() {}

    /**
     * @param section the entry that holds the state dict
     */
    public static Path write(Path file, String section, Map<String, Shape> tensors)
            throws IOException {
        TorchZipFile writer = new TorchZipFile();
        long longest = tensors.values().stream().mapToLong(Shape::size).max().orElse(0);
        writer.object(section, tensors, longest);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "archive/data.pkl", writer.pickle.toByteArray());
            put(zip, "archive/data/0", new byte[(int) (Float.BYTES * longest)]);
            put(zip, "archive/version", "3\n".getBytes(StandardCharsets.US_ASCII));
        }
        return file;
    }

    private void object(String section, Map<String, Shape> tensors, long longest)
            throws IOException {
        ops("\u0080\u0002}(");
        text("conf");
        ops("cconfig.unheard\nOf\n)\u0081"); // an instance of an unknown class
        text(section);
        ops(ORDERED + "(");
        for (Map.Entry<String, Shape> tensor : tensors.entrySet()) {
            text(tensor.getKey());
            tensor(tensor.getValue(), longest);
        }
        ops("uu.");
    }

    /** All tensors share one storage of zeros, as views that begin with it. */
    private void tensor(Shape shape, long longest) throws IOException {
        ops(TENSOR + "((");
        text("storage");
        ops(FLOATS);
        text("0");
        text("cpu");
        number(longest);
        ops("tQ");
        number(0);
        long[] sides = shape.getShape();
        ops("(");
        for (long side : sides) {
            number(side);
        }
        ops("t(");
        for (int d = 0; d < sides.length; d++) {
            number(shape.slice(d + 1).size());
        }
        ops("t\u0089" + ORDERED + "tR");
    }

    private void ops(String letters) throws IOException {
        pickle.write(letters.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        pickle.write('X');
        pickle.write(four(bytes.length));
        pickle.write(bytes);
    }

    private void number(long value) throws IOException {
        pickle.write('J');
        pickle.write(four((int) value));
    }

    private static byte[] four(int value) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        ((OutputStream) zip).write(bytes);
        zip.closeEntry();
    }
}
