package mien.engine.checkpoint;

import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.Optional;

/** The element types of safetensors files that networks are stored in. */
enum StoredType {
    F64(DataType.FLOAT64),
    F32(DataType.FLOAT32),
    F16(DataType.FLOAT16),
    /** The upper half of a float32; the tensor library takes its bytes only. */
    BF16(DataType.UINT8),
    I64(DataType.INT64),
    I32(DataType.INT32),
    U8(DataType.UINT8),
    BOOL(DataType.BOOLEAN);

    /** What the bytes are handed over as. */
    final DataType carrier;

    StoredType(DataType carrier) {
        this.carrier = carrier;
    }

    static Optional<StoredType> named(String name) {
        return Arrays.stream(values()).filter(t -> t.name().equals(name)).findFirst();
    }

    int bytes() {
        return this == BF16 ? 2 : carrier.getNumOfBytes();
    }

    boolean real() {
        return this == F64 || this == F32 || this == F16 || this == BF16;
    }
}
