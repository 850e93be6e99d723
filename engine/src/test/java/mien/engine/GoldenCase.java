package mien.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One golden file: named tensors and what they were made with. It reads safetensors by itself, so
 * that no code under test takes part in checking itself.
 *
 * @param system the system it belongs to
 * @param name file name without its ending
 * @param metadata config, seed, exercises, bound, …
 * @param tensors the tensors by name
 */
public record GoldenCase(
        String system, String name, Map<String, String> metadata, Map<String, Tensor> tensors) {

    /**
     * @param type safetensors' type: F32, F64, I64, …
     * @param shape the dimensions
     * @param bytes little-endian values
     */
    public record Tensor(String type, long[] shape, ByteBuffer bytes) {}

    static GoldenCase parse(String system, String name, byte[] file) {
        ByteBuffer all = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int header = (int) all.getLong();
        JsonNode tree = json(new String(file, 8, header, StandardCharsets.UTF_8));
        Map<String, String> metadata = new LinkedHashMap<>();
        tree.path("__metadata__")
                .properties()
                .forEach(e -> metadata.put(e.getKey(), e.getValue().asText()));
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Iterator<String> names = tree.fieldNames(); names.hasNext(); ) {
            String key = names.next();
            if (!key.equals("__metadata__")) {
                JsonNode entry = tree.get(key);
                int from = 8 + header + entry.get("data_offsets").get(0).asInt();
                int to = 8 + header + entry.get("data_offsets").get(1).asInt();
                ByteBuffer bytes = all.slice(from, to - from).order(ByteOrder.LITTLE_ENDIAN);
                tensors.put(key, new Tensor(entry.get("dtype").asText(), dims(entry), bytes));
            }
        }
        return new GoldenCase(system, name, metadata, tensors);
    }

    private static long[] dims(JsonNode entry) {
        JsonNode shape = entry.get("shape");
        long[] dims = new long[shape.size()];
        for (int i = 0; i < dims.length; i++) {
            dims[i] = shape.get(i).asLong();
        }
        return dims;
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @return the configuration the case was made with; an empty object if it names none
     */
    public JsonNode config() {
        return json(metadata.getOrDefault("config", "{}"));
    }

    /**
     * @return the seed of its synthetic weights
     */
    public long seed() {
        return Long.parseLong(metadata.get("seed"));
    }

    /**
     * @return the names of its tensors
     */
    public Set<String> names() {
        return tensors.keySet();
    }

    /**
     * @param tensor a name
     * @return whether the case has it
     */
    public boolean has(String tensor) {
        return tensors.containsKey(tensor);
    }

    /**
     * @param tensor a name
     * @return its dimensions
     */
    public long[] shape(String tensor) {
        return tensor(tensor).shape();
    }

    /**
     * @param tensor a name
     * @param axis which dimension
     * @return its length
     */
    public int size(String tensor, int axis) {
        return Math.toIntExact(shape(tensor)[axis]);
    }

    /**
     * @param tensor a name
     * @return the values, rounded to float32 where they are finer
     */
    public float[] floats(String tensor) {
        double[] values = doubles(tensor);
        float[] out = new float[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) values[i];
        }
        return out;
    }

    /**
     * @param tensor a name of an integer or boolean tensor
     * @return the values
     */
    public int[] ints(String tensor) {
        long[] values = longs(tensor);
        int[] out = new int[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.toIntExact(values[i]);
        }
        return out;
    }

    /**
     * @param tensor a name of an integer or boolean tensor
     * @return the values
     */
    public long[] longs(String tensor) {
        Tensor t = tensor(tensor);
        long[] out = new long[count(t)];
        for (int i = 0; i < out.length; i++) {
            out[i] = whole(t, i);
        }
        return out;
    }

    /**
     * @param tensor a name
     * @return the values
     */
    public double[] doubles(String tensor) {
        Tensor t = tensor(tensor);
        double[] out = new double[count(t)];
        for (int i = 0; i < out.length; i++) {
            out[i] =
                    switch (t.type()) {
                        case "F64" -> t.bytes().getDouble(8 * i);
                        case "F32" -> t.bytes().getFloat(4 * i);
                        case "F16" -> half(t.bytes().getShort(2 * i));
                        case "BF16" -> Float.intBitsToFloat(t.bytes().getShort(2 * i) << 16);
                        default -> whole(t, i);
                    };
        }
        return out;
    }

    /**
     * @param tensor a name of a U8 tensor
     * @return its bytes
     */
    public byte[] bytes(String tensor) {
        byte[] out = new byte[tensor(tensor).bytes().capacity()];
        tensor(tensor).bytes().get(0, out);
        return out;
    }

    private Tensor tensor(String tensor) {
        return Optional.ofNullable(tensors.get(tensor))
                .orElseThrow(() -> new AssertionError("No tensor " + tensor + " in " + name));
    }

    private static int count(Tensor t) {
        long n = 1;
        for (long d : t.shape()) {
            n *= d;
        }
        return Math.toIntExact(n);
    }

    private static long whole(Tensor t, int i) {
        return switch (t.type()) {
            case "I64", "U64" -> t.bytes().getLong(8 * i);
            case "I32" -> t.bytes().getInt(4 * i);
            case "U32" -> Integer.toUnsignedLong(t.bytes().getInt(4 * i));
            case "I16" -> t.bytes().getShort(2 * i);
            case "U16" -> Short.toUnsignedLong(t.bytes().getShort(2 * i));
            case "I8" -> t.bytes().get(i);
            case "U8", "BOOL" -> Byte.toUnsignedLong(t.bytes().get(i));
            default -> throw new AssertionError("No whole numbers in a tensor of " + t.type());
        };
    }

    private static double half(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int mantissa = bits & 0x3ff;
        double size =
                switch (exponent) {
                    case 0 -> mantissa * 0x1p-24;
                    case 31 -> mantissa == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
                    default -> Math.scalb(1 + mantissa * 0x1p-10, exponent - 15);
                };
        return bits < 0 ? -size : size;
    }

    @Override
    public String toString() {
        return system + "/" + name;
    }
}
