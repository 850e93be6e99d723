package mien.engine.checkpoint.storage;

import java.util.Arrays;
import java.util.Optional;

/** The element types that files of weights are stored in, under safetensors' names. */
public enum StoredType {
    F64(8),
    F32(4),
    F16(2),
    BF16(2),
    I64(8),
    I32(4),
    I16(2),
    I8(1),
    U64(8),
    U32(4),
    U16(2),
    U8(1),
    BOOL(1);

    private final int bytes;

    StoredType(int bytes) {
        this.bytes = bytes;
    }

    public static Optional<StoredType> named(String name) {
        return Arrays.stream(values()).filter(t -> t.name().equals(name)).findFirst();
    }

    /** Bytes of one element. */
    public int bytes() {
        return bytes;
    }

    /** Whether it holds real numbers, which are loaded as float32. */
    public boolean real() {
        return this == F64 || this == F32 || this == F16 || this == BF16;
    }
}
