package mien.engine.checkpoint;

import static mien.engine.checkpoint.storage.Malformed.expect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mien.engine.checkpoint.storage.Bytes;
import mien.engine.checkpoint.storage.Contents;
import mien.engine.checkpoint.storage.Malformed;
import mien.engine.checkpoint.storage.StoredTensor;
import mien.engine.checkpoint.storage.StoredType;

/**
 * The header of a safetensors file: JSON that names each tensor, its type, its shape and its place
 * among the bytes that follow. Everything in it is checked before any byte is read.
 *
 * @param tensors by name, in the header's order
 * @param metadata the writer's free texts
 */
record SafetensorsHeader(Map<String, Entry> tensors, Map<String, String> metadata) {

    /** The format's own limit. */
    private static final long LONGEST = 100_000_000;

    private static final int LONGEST_NAME = 1000;

    /** No network's tensor has more dimensions. */
    private static final int MOST_DIMENSIONS = 8;

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /**
     * One tensor.
     *
     * @param begin first byte, counted from the end of the header
     * @param end one past the last byte
     */
    record Entry(StoredType type, long[] shape, long begin, long end) {}

    /** What a file holds, its header checked. */
    static Contents contents(Bytes file) throws IOException, Malformed {
        expect(file.size() >= Long.BYTES, "it is shorter than any such file");
        long length = file.read(0, Long.BYTES).getLong();
        boolean fits = 0 <= length && length <= Math.min(LONGEST, file.size() - Long.BYTES);
        expect(fits, "its header would be longer than the file or the format allow");
        byte[] json = file.read(Long.BYTES, (int) length).array();
        long start = Long.BYTES + length;
        SafetensorsHeader header = parse(json, file.size() - start);
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        for (Map.Entry<String, Entry> e : header.tensors.entrySet()) {
            Entry place = e.getValue();
            Bytes bytes = file.part(start + place.begin, place.end - place.begin);
            tensors.put(
                    e.getKey(),
                    StoredTensor.rowMajor(place.type, ByteOrder.LITTLE_ENDIAN, bytes, place.shape));
        }
        return Contents.flat(Container.SAFETENSORS.label, tensors, header.metadata);
    }

    /**
     * @param json the header's bytes
     * @param dataBytes how many bytes follow the header
     */
    static SafetensorsHeader parse(byte[] json, long dataBytes) throws Malformed {
        Map<String, Entry> tensors = new LinkedHashMap<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        try (JsonParser in = JSON.createParser(json)) {
            expect(in.nextToken() == JsonToken.START_OBJECT, "its header is not an object");
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                expect(name.length() <= LONGEST_NAME, "a tensor's name is over 1,000 letters long");
                expect(in.nextToken() == JsonToken.START_OBJECT, "'" + name + "' is not an object");
                if (name.equals("__metadata__")) {
                    texts(in, metadata);
                } else {
                    tensors.put(name, entry(in, name));
                }
            }
            expect(in.nextToken() == null, "its header goes on after its end");
        } catch (IOException e) {
            throw new Malformed("its header is not proper JSON");
        }
        covers(tensors, dataBytes);
        return new SafetensorsHeader(tensors, metadata);
    }

    private static void texts(JsonParser in, Map<String, String> metadata)
            throws IOException, Malformed {
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            expect(in.nextToken() == JsonToken.VALUE_STRING, "its metadata holds more than texts");
            metadata.put(in.currentName(), in.getText());
        }
    }

    private static Entry entry(JsonParser in, String name) throws IOException, Malformed {
        String type = "";
        long[] shape = null;
        long[] offsets = null;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String field = in.currentName();
            JsonToken value = in.nextToken();
            if (field.equals("dtype") && value == JsonToken.VALUE_STRING) {
                type = in.getText();
            } else if (field.equals("shape")) {
                shape = naturals(in, name);
            } else if (field.equals("data_offsets")) {
                offsets = naturals(in, name);
            } else {
                throw new Malformed("'" + name + "' has an unknown field '" + field + "'");
            }
        }
        expect(shape != null && offsets != null && offsets.length == 2, incomplete(name));
        String stored = type;
        StoredType known =
                StoredType.named(type)
                        .orElseThrow(
                                () ->
                                        new Malformed(
                                                "'%s' is stored as %s, not as one of %s"
                                                        .formatted(
                                                                name,
                                                                stored.isEmpty()
                                                                        ? "nothing"
                                                                        : stored,
                                                                Arrays.toString(
                                                                        StoredType.values()))));
        expect(shape.length <= MOST_DIMENSIONS, "'" + name + "' has too many dimensions");
        Entry e = new Entry(known, shape, offsets[0], offsets[1]);
        expect(e.begin <= e.end && e.end - e.begin == size(e), wrongSize(name));
        return e;
    }

    private static String incomplete(String name) {
        return "'" + name + "' lacks its type, its shape or its place";
    }

    private static String wrongSize(String name) {
        return "the place of '" + name + "' is not as large as its shape";
    }

    private static long[] naturals(JsonParser in, String name) throws IOException, Malformed {
        expect(in.currentToken() == JsonToken.START_ARRAY, incomplete(name));
        List<Long> values = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            expect(in.currentToken() == JsonToken.VALUE_NUMBER_INT, incomplete(name));
            values.add(in.getLongValue());
            expect(in.getLongValue() >= 0, "'" + name + "' has a negative number");
        }
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    /** Bytes that a tensor takes, −1 when there are too many to count. */
    private static long size(Entry e) {
        try {
            long size = e.type.bytes();
            for (long d : e.shape) {
                size = Math.multiplyExact(size, d);
            }
            return size;
        } catch (ArithmeticException tooMany) {
            return -1;
        }
    }

    /** The tensors must follow one another without gaps or overlaps and fill the file. */
    private static void covers(Map<String, Entry> tensors, long dataBytes) throws Malformed {
        List<Map.Entry<String, Entry>> inOrder = new ArrayList<>(tensors.entrySet());
        inOrder.sort(
                Comparator.comparingLong((Map.Entry<String, Entry> e) -> e.getValue().begin)
                        .thenComparingLong(e -> e.getValue().end));
        long end = 0;
        for (Map.Entry<String, Entry> e : inOrder) {
            Entry place = e.getValue();
            expect(place.end <= dataBytes, "it ends before '" + e.getKey() + "' does");
            expect(place.begin >= end, "'" + e.getKey() + "' overlaps another tensor");
            expect(place.begin == end, "no tensor owns the bytes before '" + e.getKey() + "'");
            end = place.end;
        }
        expect(end == dataBytes, "bytes that belong to no tensor follow the last one");
    }
}
