package mien.engine.checkpoint;

import static mien.engine.checkpoint.storage.Malformed.expect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mien.engine.checkpoint.objects.NumpyType;
import mien.engine.checkpoint.objects.Storages;
import mien.engine.checkpoint.objects.TensorTree;
import mien.engine.checkpoint.pickle.PickleReader;
import mien.engine.checkpoint.storage.Bytes;
import mien.engine.checkpoint.storage.Contents;
import mien.engine.checkpoint.storage.Malformed;
import mien.engine.checkpoint.storage.StoredTensor;

/** NumPy's files: one array ({@code .npy}, versions 1 to 3), or a zip of them ({@code .npz}). */
final class Npy {

    /** The first bytes of an array's file, as Latin-1. */
    static final String MAGIC = "\u0093NUMPY";

    private static final String ENDING = ".npy";
    private static final int LONGEST_HEADER = 1 << 16;
    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([^']{1,20})'");
    private static final Pattern COLUMNS = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9L, ]*)\\)");

    private Npy() {}

    static boolean areIn(Map<String, Bytes> parts) {
        return !parts.isEmpty() && parts.keySet().stream().allMatch(n -> n.endsWith(ENDING));
    }

    /** An archive; each array has its part's name without the ending. */
    static Contents archive(Map<String, Bytes> parts) throws IOException, Malformed {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        Map<String, String> notes = new LinkedHashMap<>();
        for (Map.Entry<String, Bytes> part : parts.entrySet()) {
            String name = part.getKey().substring(0, part.getKey().length() - ENDING.length());
            try {
                Contents one = array(part.getValue());
                one.tensors()
                        .forEach(
                                (key, tensor) ->
                                        tensors.put(
                                                key.equals(CheckpointFile.ALONE)
                                                        ? name
                                                        : name + "." + key,
                                                tensor));
                one.metadata().forEach((key, note) -> notes.put(name + "." + key, note));
            } catch (Malformed e) {
                throw e.about(name);
            }
        }
        return Contents.flat("NumPy zip", tensors, notes);
    }

    /** One array; an array of Python objects holds the tensors of these. */
    static Contents array(Bytes file) throws IOException, Malformed {
        expect(file.size() >= MAGIC.length() + 4, "it is shorter than any such file");
        ByteBuffer head = file.read(0, (int) Math.min(file.size(), MAGIC.length() + 6));
        byte[] magic = new byte[MAGIC.length()];
        head.get(magic);
        int version = head.get();
        head.get(); // minor version
        boolean known =
                new String(magic, StandardCharsets.ISO_8859_1).equals(MAGIC)
                        && version >= 1
                        && version <= 3;
        expect(known, "it is of no known version");
        boolean wide = version > 1;
        expect(!wide || head.remaining() >= Integer.BYTES, "it is shorter than any such file");
        long length = wide ? head.getInt() : Short.toUnsignedInt(head.getShort());
        expect(length >= 0 && length <= LONGEST_HEADER, "its header is over 64 KiB long");
        byte[] bytes = file.read(head.position(), (int) length).array();
        String header = new String(bytes, StandardCharsets.UTF_8);
        long begin = head.position() + length;
        return array(header, file.part(begin, file.size() - begin));
    }

    private static Contents array(String header, Bytes data) throws IOException, Malformed {
        NumpyType type = NumpyType.of(found(TYPE, header));
        long[] shape = shape(found(SHAPE, header));
        if (type.objects()) {
            return TensorTree.read(
                    "NumPy array",
                    CheckpointFile.ALONE,
                    PickleReader.read(data, 0).value(),
                    Storages.NONE);
        }
        expect(type.stored().isPresent(), "its elements are no numbers that are read here");
        StoredTensor tensor =
                found(COLUMNS, header).equals("True")
                        ? StoredTensor.columnMajor(type.stored().get(), type.order(), data, shape)
                        : StoredTensor.rowMajor(type.stored().get(), type.order(), data, shape);
        return Contents.flat("NumPy array", Map.of(CheckpointFile.ALONE, tensor), Map.of());
    }

    private static String found(Pattern field, String header) throws Malformed {
        Matcher m = field.matcher(header);
        expect(m.find(), "its header lacks the array's type, order or shape");
        return m.group(1);
    }

    private static long[] shape(String text) throws Malformed {
        String[] numbers = text.replace("L", "").split(",", 65);
        long[] shape = new long[numbers.length];
        int n = 0;
        for (String number : numbers) {
            if (!number.isBlank()) {
                try {
                    shape[n++] = Long.parseLong(number.strip());
                } catch (NumberFormatException e) {
                    throw new Malformed("its shape is not made of numbers");
                }
            }
        }
        return Arrays.copyOf(shape, n);
    }
}
