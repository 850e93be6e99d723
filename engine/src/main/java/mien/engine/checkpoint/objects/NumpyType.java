package mien.engine.checkpoint.objects;

import java.nio.ByteOrder;
import java.util.Map;
import java.util.Optional;
import mien.engine.checkpoint.pickle.Instance;
import mien.engine.checkpoint.pickle.PickleValue;
import mien.engine.checkpoint.pickle.PickleValue.Sequence;
import mien.engine.checkpoint.storage.StoredType;

/**
 * NumPy's element type.
 *
 * @param stored empty for types that nothing here computes with: texts, structures, dates
 * @param objects whether the elements are Python objects, pickled
 */
public record NumpyType(Optional<StoredType> stored, ByteOrder order, boolean objects) {

    private static final Map<String, StoredType> CODES =
            Map.ofEntries(
                    Map.entry("f8", StoredType.F64),
                    Map.entry("f4", StoredType.F32),
                    Map.entry("f2", StoredType.F16),
                    Map.entry("i8", StoredType.I64),
                    Map.entry("i4", StoredType.I32),
                    Map.entry("i2", StoredType.I16),
                    Map.entry("i1", StoredType.I8),
                    Map.entry("u8", StoredType.U64),
                    Map.entry("u4", StoredType.U32),
                    Map.entry("u2", StoredType.U16),
                    Map.entry("u1", StoredType.U8),
                    Map.entry("b1", StoredType.BOOL));

    /** A type as in "&lt;f8": order, kind, bytes. */
    public static NumpyType of(String code) {
        if (code.isEmpty()) {
            return of("", '|');
        }
        char first = code.charAt(0);
        boolean ordered = "<>|=".indexOf(first) >= 0;
        return of(ordered ? code.substring(1) : code, ordered ? first : '=');
    }

    private static NumpyType of(String code, char order) {
        return new NumpyType(
                Optional.ofNullable(CODES.get(code)),
                order == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                code.startsWith("O"));
    }

    /** A pickled type: the class's argument "f8", the state (3, "&lt;", …). */
    static NumpyType of(PickleValue pickled) {
        if (!(pickled instanceof Instance type) || !type.made().equals("numpy.dtype")) {
            return of("");
        }
        NumpyType named = of(type.argument(0).flatMap(PickleValue::text).orElse(""));
        Optional<String> order =
                type.state()
                        .filter(Sequence.class::isInstance)
                        .flatMap(state -> ((Sequence) state).at(1))
                        .flatMap(PickleValue::text);
        return order.isEmpty() || !order.get().equals(">")
                ? named
                : new NumpyType(named.stored, ByteOrder.BIG_ENDIAN, named.objects);
    }
}
