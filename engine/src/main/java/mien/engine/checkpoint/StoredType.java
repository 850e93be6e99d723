package mien.engine.checkpoint;

import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.Optional;

/** The element types of safetensors files that networks are stored in. */
enum StoredType {
    F64(DataType.FLOAT64),
    F32(DataType.FLOAT32),
    F16(DataType.FLOAT16),
    BF16(DataType.BFLOAT16),
    I64(DataType.INT64),
    I32(DataType.INT32),
    U8(DataType.UINT8),
    BOOL(DataType.BOOLEAN);

    /** The same in DJL. */
    final DataType djl;

    StoredType(DataType djl) {
        this.djl = djl;
    }

    static Optional<StoredType> named(String name) {
        return Arrays.stream(values()).filter(t -> t.name().equals(name)).findFirst();
    }

    int bytes() {
        return djl.getNumOfBytes();
    }
}
