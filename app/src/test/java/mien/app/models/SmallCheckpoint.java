package mien.app.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The smallest published checkpoint (the five layers of LPIPS), as a safetensors file. */
public final class SmallCheckpoint {

    static final String ID = "lpips-alex";

    private static final int[] CHANNELS = {64, 192, 384, 256, 256};

    private SmallCheckpoint() {}

    public static Path whole(Path file) {
        return write(file, CHANNELS.length, Map.of());
    }

    public static Path cutOff(Path file) {
        return write(file, CHANNELS.length - 1, Map.of());
    }

    public static Path withMore(Path file) {
        return write(file, CHANNELS.length, Map.of("optimizer.step", 3));
    }

    public static Path ofSomethingElse(Path file) {
        return write(file, 0, Map.of("cat.weight", 4, "dog.weight", 5));
    }

    private static Path write(Path file, int layers, Map<String, Integer> more) {
        Map<String, int[]> shapes = new TreeMap<>();
        for (int i = 0; i < layers; i++) {
            shapes.put("lin" + i + ".model.1.weight", new int[] {1, CHANNELS[i], 1, 1});
        }
        more.forEach((name, n) -> shapes.put(name, new int[] {n}));
        StringBuilder json = new StringBuilder("{");
        int at = 0;
        for (Map.Entry<String, int[]> one : shapes.entrySet()) {
            int length = 4;
            StringBuilder shape = new StringBuilder();
            for (int side : one.getValue()) {
                length *= side;
                shape.append(shape.length() == 0 ? "" : ",").append(side);
            }
            json.append(json.length() == 1 ? "" : ",")
                    .append("\"%s\":{\"dtype\":\"F32\",".formatted(one.getKey()))
                    .append("\"shape\":[%s],".formatted(shape))
                    .append("\"data_offsets\":[%d,%d]}".formatted(at, at + length));
            at += length;
        }
        byte[] header = json.append("}").toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + header.length + at);
        bytes.order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).put(header);
        while (bytes.hasRemaining()) {
            bytes.putFloat(0.5f);
        }
        try {
            return Files.write(file, bytes.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
