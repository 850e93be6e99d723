package mien.engine.checkpoint.storage;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Collects the elements of a strided view in row-major order. */
final class Gather {

    private Gather() {}

    /** What is read at once when the view's elements lie scattered. */
    private static final int LARGEST = 1 << 30;

    static void copy(StoredTensor t, ByteBuffer out) throws IOException, Malformed {
        int size = t.type().bytes();
        long span = 1;
        for (int k = 0; k < t.shape().length; k++) {
            span += (t.shape()[k] - 1) * t.strides()[k];
        }
        Malformed.expect(span <= LARGEST / size, "its elements lie too far apart to be collected");
        ByteBuffer stretch = t.bytes().read(t.offset() * size, (int) (span * size));
        int[] index = new int[t.shape().length];
        do {
            int element = 0;
            for (int k = 0; k < index.length; k++) {
                element += index[k] * (int) t.strides()[k];
            }
            row(t, stretch, element, out);
        } while (next(index, t.shape()));
    }

    /** One run along the last dimension. */
    private static void row(StoredTensor t, ByteBuffer from, int element, ByteBuffer out) {
        int size = t.type().bytes();
        int last = t.shape().length - 1;
        int step = (int) t.strides()[last] * size;
        int at = element * size;
        for (long i = t.shape()[last]; i > 0; i--, at += step) {
            switch (size) {
                case Byte.BYTES -> out.put(from.get(at));
                case Short.BYTES -> out.putShort(from.getShort(at));
                case Integer.BYTES -> out.putInt(from.getInt(at));
                default -> out.putLong(from.getLong(at));
            }
        }
    }

    /** Steps to the next run; false after the last. */
    private static boolean next(int[] index, long[] shape) {
        for (int k = index.length - 2; k >= 0; k--) {
            if (++index[k] < shape[k]) {
                return true;
            }
            index[k] = 0;
        }
        return false;
    }
}
