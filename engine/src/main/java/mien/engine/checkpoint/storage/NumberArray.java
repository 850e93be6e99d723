package mien.engine.checkpoint.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Numbers of any type in memory, in row-major order.
 *
 * @param shape the dimensions
 * @param bytes little-endian
 */
public record NumberArray(StoredType type, long[] shape, ByteBuffer bytes) {

    /** Half a maximal array: what tables of numbers are read into memory up to. */
    private static final long LARGEST = 1L << 30;

    /** Reads a tensor into memory. */
    public static NumberArray of(StoredTensor t) throws IOException, Malformed {
        Malformed.expect(t.byteCount() <= LARGEST, "its table of numbers is over 1 GiB large");
        ByteBuffer bytes = ByteBuffer.allocate((int) t.byteCount()).order(ByteOrder.LITTLE_ENDIAN);
        t.copyTo(bytes);
        return new NumberArray(t.type(), t.shape(), bytes);
    }

    /** How many numbers. */
    public int count() {
        return bytes.capacity() / type.bytes();
    }

    /** A number, counted in row-major order. */
    public double real(int i) {
        return switch (type) {
            case F64 -> bytes.getDouble(Double.BYTES * i);
            case F32 -> bytes.getFloat(Float.BYTES * i);
            case F16 -> half(bytes.getShort(Short.BYTES * i));
            case BF16 -> Float.intBitsToFloat(bytes.getShort(Short.BYTES * i) << Short.SIZE);
            default -> whole(i);
        };
    }

    /** A whole number; real ones lose what follows their point. */
    public long whole(int i) {
        return switch (type) {
            case I64, U64 -> bytes.getLong(Long.BYTES * i);
            case I32 -> bytes.getInt(Integer.BYTES * i);
            case U32 -> Integer.toUnsignedLong(bytes.getInt(Integer.BYTES * i));
            case I16 -> bytes.getShort(Short.BYTES * i);
            case U16 -> Short.toUnsignedLong(bytes.getShort(Short.BYTES * i));
            case I8 -> bytes.get(i);
            case U8, BOOL -> Byte.toUnsignedLong(bytes.get(i));
            default -> (long) real(i);
        };
    }

    /** All numbers, rounded to float32. */
    public float[] floats() {
        float[] floats = new float[count()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) real(i);
        }
        return floats;
    }

    /** IEEE 754's binary16: 5 bits of exponent, 10 of mantissa. */
    private static double half(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int mantissa = bits & 0x3ff;
        double size =
                switch (exponent) {
                    case 0 -> mantissa * 0x1p-24;
                    case 0x1f -> mantissa == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
                    default -> Math.scalb(1 + mantissa * 0x1p-10, exponent - 15);
                };
        return bits < 0 ? -size : size;
    }
}
