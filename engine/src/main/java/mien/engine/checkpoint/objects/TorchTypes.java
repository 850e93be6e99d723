package mien.engine.checkpoint.objects;

import java.util.Map;
import java.util.Optional;
import mien.engine.checkpoint.storage.Malformed;
import mien.engine.checkpoint.storage.StoredType;

/** PyTorch's classes of storages and its names of types. */
final class TorchTypes {

    private static final Map<String, StoredType> STORAGES =
            Map.of(
                    "DoubleStorage", StoredType.F64,
                    "FloatStorage", StoredType.F32,
                    "HalfStorage", StoredType.F16,
                    "BFloat16Storage", StoredType.BF16,
                    "LongStorage", StoredType.I64,
                    "IntStorage", StoredType.I32,
                    "ShortStorage", StoredType.I16,
                    "CharStorage", StoredType.I8,
                    "ByteStorage", StoredType.U8,
                    "BoolStorage", StoredType.BOOL);

    /** Known, but nothing here computes with them: bytes of one element. */
    private static final Map<String, Integer> OTHERS =
            Map.of(
                    "UntypedStorage", 1,
                    "_UntypedStorage", 1,
                    "ComplexFloatStorage", 8,
                    "ComplexDoubleStorage", 16,
                    "QUInt8Storage", 1,
                    "QInt8Storage", 1,
                    "QInt32Storage", 4,
                    "QUInt4x2Storage", 1,
                    "QUInt2x4Storage", 1);

    private static final Map<String, StoredType> NAMES =
            Map.ofEntries(
                    Map.entry("float64", StoredType.F64),
                    Map.entry("float32", StoredType.F32),
                    Map.entry("float16", StoredType.F16),
                    Map.entry("bfloat16", StoredType.BF16),
                    Map.entry("int64", StoredType.I64),
                    Map.entry("int32", StoredType.I32),
                    Map.entry("int16", StoredType.I16),
                    Map.entry("int8", StoredType.I8),
                    Map.entry("uint64", StoredType.U64),
                    Map.entry("uint32", StoredType.U32),
                    Map.entry("uint16", StoredType.U16),
                    Map.entry("uint8", StoredType.U8),
                    Map.entry("bool", StoredType.BOOL));

    private TorchTypes() {}

    /** The type of a storage; empty when nothing here computes with it. */
    static Optional<StoredType> ofStorage(String typeName) {
        return Optional.ofNullable(STORAGES.get(typeName));
    }

    /** The type of a name as in {@code torch.float16}. */
    static Optional<StoredType> named(String name) {
        return Optional.ofNullable(NAMES.get(name));
    }

    /** Bytes of one element. */
    static int bytes(String typeName) throws Malformed {
        Optional<Integer> bytes =
                ofStorage(typeName)
                        .map(StoredType::bytes)
                        .or(() -> Optional.ofNullable(OTHERS.get(typeName)));
        return bytes.orElseThrow(
                () -> new Malformed("it has a storage of the unknown kind " + typeName));
    }
}
