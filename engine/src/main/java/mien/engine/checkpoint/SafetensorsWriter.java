package mien.engine.checkpoint;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import mien.engine.checkpoint.storage.StoredType;
import mien.engine.picture.WholeFile;
import mien.engine.picture.WholeFile.Until;
import mien.engine.tensor.Aten;
import mien.engine.tensor.ScalarType;

/** Writes named tensors as one safetensors file, all of its real numbers in one type. */
public final class SafetensorsWriter {

    private static final int ALIGNMENT = 8;

    private SafetensorsWriter() {}

    /**
     * Writes a file beside its final place and moves it there when it is complete: readers see the
     * old file or the new one, never half of one.
     *
     * @param tensors arrays of real numbers by name, written in this order
     * @param type {@code FLOAT32} or {@code FLOAT16}
     * @param metadata free texts, such as a licence or a recipe
     * @throws UncheckedIOException when the folder cannot be written to
     */
    public static void write(
            Path file,
            Map<String, NDArray> tensors,
            ScalarType type,
            Map<String, String> metadata) {
        try {
            WholeFile.replace(
                    file,
                    Until.ON_DISK,
                    out -> {
                        write(out, header(tensors, type, metadata));
                        for (NDArray tensor : tensors.values()) {
                            write(out, bytes(tensor, type));
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s cannot be written (%s); check the folder and the free space."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private static ByteBuffer header(
            Map<String, NDArray> tensors, ScalarType type, Map<String, String> metadata)
            throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode header = json.createObjectNode();
        if (!metadata.isEmpty()) {
            header.set("__metadata__", json.valueToTree(metadata));
        }
        long begin = 0;
        for (Map.Entry<String, NDArray> e : tensors.entrySet()) {
            ObjectNode entry = header.putObject(e.getKey());
            entry.put("dtype", stored(type).name());
            ArrayNode shape = entry.putArray("shape");
            Arrays.stream(e.getValue().getShape().getShape()).forEach(shape::add);
            long end = begin + stored(type).bytes() * e.getValue().getShape().size();
            entry.putArray("data_offsets").add(begin).add(end);
            begin = end;
        }
        byte[] text = json.writeValueAsBytes(header);
        int padded = (text.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        byte[] spaced = Arrays.copyOf(text, padded);
        Arrays.fill(spaced, text.length, padded, (byte) ' ');
        return ByteBuffer.allocate(Long.BYTES + padded)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(padded)
                .put(spaced)
                .flip();
    }

    private static StoredType stored(ScalarType type) {
        return switch (type) {
            case FLOAT32 -> StoredType.F32;
            case FLOAT16 -> StoredType.F16;
            default ->
                    throw new IllegalArgumentException(
                            "weights are written as float32 or float16, not as " + type);
        };
    }

    private static ByteBuffer bytes(NDArray tensor, ScalarType type) {
        try (NDArray cast = Aten.cast(tensor.stopGradient(), type);
                NDArray plain = Aten.rowMajor(cast)) {
            return plain.toByteBuffer();
        }
    }

    private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
