package mien.engine.picture.export;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The first layer of a PSD file as the specification lays it out. */
record PsdRecord(
        List<Integer> channels,
        List<Integer> maskRectangle,
        List<byte[]> data,
        int width,
        int height) {

    static PsdRecord first(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file).position(26);
        skip(in); // palette
        skip(in); // resources
        in.position(in.position() + 8); // lengths
        int count = Math.abs(in.getShort());
        List<Integer> lengths = new ArrayList<>();
        List<Integer> channels = new ArrayList<>();
        List<Integer> mask = new ArrayList<>();
        int width = 0;
        int height = 0;
        for (int layer = 0; layer < count; layer++) {
            int top = in.getInt();
            int left = in.getInt();
            int bottom = in.getInt();
            int right = in.getInt();
            int n = in.getShort();
            for (int c = 0; c < n; c++) {
                int id = in.getShort();
                int length = in.getInt();
                if (layer == 0) {
                    channels.add(id);
                    lengths.add(length);
                    width = right - left;
                    height = bottom - top;
                }
            }
            in.position(in.position() + 12);
            int extra = in.getInt();
            int next = in.position() + extra;
            if (layer == 0 && in.getInt() == 20) {
                for (int i = 0; i < 4; i++) {
                    mask.add(in.getInt());
                }
            }
            in.position(next);
        }
        List<byte[]> data = new ArrayList<>();
        for (int length : lengths) {
            byte[] bytes = new byte[length];
            in.get(bytes);
            data.add(bytes);
        }
        return new PsdRecord(channels, mask, data, width, height);
    }

    private static void skip(ByteBuffer in) {
        int length = in.getInt();
        in.position(in.position() + length);
    }

    /** The samples of a channel by its place in the list. */
    byte[] samples(int channel) {
        ByteBuffer in = ByteBuffer.wrap(data.get(channel));
        if (in.getShort() != 1) {
            throw new AssertionError("the rows are not packed");
        }
        int at = 2 + 2 * height;
        ByteBuffer out = ByteBuffer.allocate(width * height);
        for (int y = 0; y < height; y++) {
            int length = in.getShort();
            out.put(unpacked(data.get(channel), at, length, width));
            at += length;
        }
        return out.array();
    }

    static byte[] unpacked(byte[] packed, int from, int length, int size) {
        ByteBuffer out = ByteBuffer.allocate(size);
        int i = from;
        while (i < from + length) {
            int n = packed[i++];
            if (n >= 0) {
                out.put(packed, i, n + 1);
                i += n + 1;
            } else {
                for (int k = 0; k < 1 - n; k++) {
                    out.put(packed[i]);
                }
                i++;
            }
        }
        return out.array();
    }
}
