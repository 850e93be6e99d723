package mien.engine.checkpoint.objects;

import static mien.engine.checkpoint.storage.Malformed.expect;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import mien.engine.checkpoint.pickle.Instance;
import mien.engine.checkpoint.pickle.PickleValue;
import mien.engine.checkpoint.pickle.PickleValue.Binary;
import mien.engine.checkpoint.pickle.PickleValue.Sequence;
import mien.engine.checkpoint.storage.Bytes;
import mien.engine.checkpoint.storage.LatinBytes;
import mien.engine.checkpoint.storage.Malformed;
import mien.engine.checkpoint.storage.NumberArray;
import mien.engine.checkpoint.storage.StoredTensor;

/** NumPy's arrays and numbers as their pickles describe them. */
final class NumpyObjects {

    private static final String NO_ARRAY = "its array is not described as NumPy does";

    private NumpyObjects() {}

    /** The parts of a pickled array, from either way of pickling it. */
    private record Parts(
            NumpyType type, Optional<PickleValue> shape, boolean columns, PickleValue data) {}

    private static Optional<Parts> parts(Instance instance) throws Malformed {
        switch (instance.made()) {
            case "numpy.core.multiarray._reconstruct" -> {
                boolean built = instance.state().orElse(instance) instanceof Sequence;
                expect(built, NO_ARRAY);
                List<PickleValue> state = ((Sequence) instance.state().get()).items();
                int from = state.size() - 4; // before the four: the state's version
                expect(from == 0 || from == 1, NO_ARRAY);
                boolean columns = PickleValue.whole(state.get(from + 2)).orElse(0L) != 0;
                NumpyType type = NumpyType.of(state.get(from + 1));
                return Optional.of(
                        new Parts(
                                type, Optional.of(state.get(from)), columns, state.get(from + 3)));
            }
            case "numpy.core.numeric._frombuffer" -> {
                List<PickleValue> arguments = instance.arguments().items();
                expect(arguments.size() == 4, NO_ARRAY);
                boolean columns =
                        PickleValue.text(arguments.get(3)).filter("F"::equals).isPresent();
                NumpyType type = NumpyType.of(arguments.get(1));
                return Optional.of(
                        new Parts(type, instance.argument(2), columns, arguments.get(0)));
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    /** The numbers of an array; empty when it is none, or one of other things than numbers. */
    static Optional<StoredTensor> array(Instance instance) throws Malformed {
        Optional<Parts> parts = parts(instance);
        if (parts.isEmpty() || parts.get().type.stored().isEmpty()) {
            return Optional.empty();
        }
        Parts p = parts.get();
        Bytes bytes = bytes(p.data).orElseThrow(() -> new Malformed(NO_ARRAY));
        long[] shape = Numbers.of(p.shape, NO_ARRAY);
        ByteOrder order = p.type.order();
        return Optional.of(
                p.columns
                        ? StoredTensor.columnMajor(p.type.stored().get(), order, bytes, shape)
                        : StoredTensor.rowMajor(p.type.stored().get(), order, bytes, shape));
    }

    /** The elements of an array of objects. */
    static Optional<Sequence> objects(Instance instance) throws Malformed {
        return parts(instance)
                .filter(p -> p.type.objects() && p.data instanceof Sequence)
                .map(p -> (Sequence) p.data);
    }

    /** A single number, spelled out. */
    static Optional<String> number(Instance instance) throws IOException, Malformed {
        if (!instance.made().equals("numpy.core.multiarray.scalar")) {
            return Optional.empty();
        }
        NumpyType type = NumpyType.of(instance.argument(0).orElse(instance));
        Optional<Bytes> bytes = instance.argument(1).flatMap(NumpyObjects::bytes);
        if (type.stored().isEmpty() || bytes.isEmpty()) {
            return Optional.empty();
        }
        StoredTensor one = StoredTensor.rowMajor(type.stored().get(), type.order(), bytes.get());
        NumberArray value = NumberArray.of(one);
        return Optional.of(
                one.type().real() ? Double.toString(value.real(0)) : Long.toString(value.whole(0)));
    }

    /** Bytes, also where Python 3 wrote them as a text for readers of protocol 2. */
    private static Optional<Bytes> bytes(PickleValue data) {
        if (data instanceof Binary binary) {
            return Optional.of(binary.bytes());
        }
        if (!(data instanceof Instance made)) {
            return Optional.empty();
        }
        return switch (made.made()) {
            case "_codecs.encode" ->
                    made.argument(0).flatMap(PickleValue::text).map(LatinBytes::of);
            case "builtins.bytearray", "builtins.bytes" ->
                    made.argument(0).isEmpty()
                            ? Optional.of(LatinBytes.of(""))
                            : made.argument(0).flatMap(NumpyObjects::bytes);
            default -> Optional.empty();
        };
    }
}
