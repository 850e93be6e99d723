package mien.engine.checkpoint.storage;

import static mien.engine.checkpoint.storage.Malformed.expect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Where a tensor lies: element i₀, i₁, … is number offset + Σ i_k·stride_k of the elements in
 * {@code bytes}. Checked when made: every element lies within the bytes.
 *
 * @param order of the bytes of one element
 * @param offset of the first element, in elements
 * @param shape at most eight dimensions
 * @param strides in elements
 */
public record StoredTensor(
        StoredType type, ByteOrder order, Bytes bytes, long offset, long[] shape, long[] strides) {

    /** No network's tensor has more dimensions. */
    private static final int MOST_DIMENSIONS = 8;

    /** A tensor whose elements share places may be larger than what is stored, up to this. */
    private static final long SHARED = 64L << 20;

    /** Row-major from the first byte on, and exactly as large as the bytes. */
    public static StoredTensor rowMajor(
            StoredType type, ByteOrder order, Bytes bytes, long... shape) throws Malformed {
        StoredTensor t = strided(type, order, bytes, 0, shape, rowMajorStrides(shape));
        expect(
                t.count() * type.bytes() == bytes.size(),
                "its bytes are not as many as its shape takes");
        return t;
    }

    /** Column-major from the first byte on, and exactly as large as the bytes. */
    public static StoredTensor columnMajor(
            StoredType type, ByteOrder order, Bytes bytes, long... shape) throws Malformed {
        StoredTensor row = rowMajor(type, order, bytes, shape);
        long[] strides = new long[shape.length];
        long stride = 1;
        for (int k = 0; k < shape.length; k++) {
            strides[k] = stride;
            stride *= shape[k];
        }
        return new StoredTensor(type, order, bytes, 0, row.shape, strides);
    }

    /** Any view of the bytes. */
    public static StoredTensor strided(
            StoredType type,
            ByteOrder order,
            Bytes bytes,
            long offset,
            long[] shape,
            long[] strides)
            throws Malformed {
        expect(shape.length == strides.length, "its strides are not as many as its dimensions");
        StoredTensor t = new StoredTensor(type, order, bytes, offset, shape, strides);
        long count = count(shape);
        long last = t.last();
        expect(
                offset >= 0 && (count == 0 || last < bytes.size() / type.bytes()),
                "it lies beyond the end of its storage");
        expect(
                count * type.bytes() <= Math.max(SHARED, 4 * bytes.size()),
                "it is far larger than its storage");
        return t;
    }

    /**
     * Elements of a shape.
     *
     * @throws Malformed when there are too many to count, or dimensions too many or negative
     */
    public static long count(long... shape) throws Malformed {
        expect(shape.length <= MOST_DIMENSIONS, "it has too many dimensions");
        long count = 1;
        long bound = 1; // without the zeros, so that strides cannot overflow either
        for (long d : shape) {
            expect(d >= 0, "it has a negative dimension");
            bound = times(bound, Math.max(d, 1));
            count *= d;
        }
        times(bound, Long.BYTES);
        return count;
    }

    private static long times(long a, long b) throws Malformed {
        expect(a <= Long.MAX_VALUE / b, "its dimensions are too large to be true");
        return a * b;
    }

    private static long[] rowMajorStrides(long[] shape) throws Malformed {
        count(shape);
        long[] strides = new long[shape.length];
        long stride = 1;
        for (int k = shape.length - 1; k >= 0; k--) {
            strides[k] = stride;
            stride *= shape[k];
        }
        return strides;
    }

    /** The highest element number that is used. */
    private long last() throws Malformed {
        long last = offset;
        for (int k = 0; k < shape.length; k++) {
            expect(strides[k] >= 0, "it has a negative stride");
            long steps = Math.max(shape[k] - 1, 0);
            last = strides[k] == 0 ? last : plus(last, times(steps, strides[k]));
        }
        return last;
    }

    private static long plus(long a, long b) throws Malformed {
        expect(a <= Long.MAX_VALUE - b, "its dimensions are too large to be true");
        return a + b;
    }

    /** How many elements. */
    public long count() {
        long count = 1;
        for (long d : shape) {
            count *= d;
        }
        return count;
    }

    /** Bytes of all elements in row-major order. */
    public long byteCount() {
        return count() * type.bytes();
    }

    private boolean contiguous() {
        long stride = 1;
        for (int k = shape.length - 1; k >= 0; k--) {
            if (shape[k] != 1 && strides[k] != stride) {
                return false;
            }
            stride *= shape[k];
        }
        return true;
    }

    /**
     * Writes all elements in row-major, little-endian order.
     *
     * @param out exactly {@link #byteCount} bytes
     */
    public void copyTo(ByteBuffer out) throws IOException, Malformed {
        int begin = out.position();
        if (contiguous() || count() == 0) {
            bytes.read(offset * type.bytes(), out);
        } else {
            Gather.copy(this, out);
        }
        if (order == ByteOrder.BIG_ENDIAN) {
            reverse(out, begin);
        }
        if (type == StoredType.BOOL) {
            for (int i = begin; i < out.position(); i++) {
                out.put(i, (byte) (out.get(i) == 0 ? 0 : 1)); // PyTorch knows no other truths
            }
        }
    }

    /** Turns the bytes of every element round. */
    private void reverse(ByteBuffer out, int begin) {
        int size = type.bytes();
        for (int at = begin; at < out.position(); at += size) {
            for (int i = 0; i < size / 2; i++) {
                byte low = out.get(at + i);
                out.put(at + i, out.get(at + size - 1 - i));
                out.put(at + size - 1 - i, low);
            }
        }
    }
}
