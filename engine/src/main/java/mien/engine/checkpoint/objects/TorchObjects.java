package mien.engine.checkpoint.objects;

import static mien.engine.checkpoint.storage.Malformed.expect;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import mien.engine.checkpoint.pickle.Instance;
import mien.engine.checkpoint.pickle.PickleValue;
import mien.engine.checkpoint.pickle.PickleValue.Binary;
import mien.engine.checkpoint.pickle.PickleValue.GlobalName;
import mien.engine.checkpoint.pickle.PickleValue.Persistent;
import mien.engine.checkpoint.pickle.PickleValue.Sequence;
import mien.engine.checkpoint.storage.Malformed;
import mien.engine.checkpoint.storage.StoredTensor;
import mien.engine.checkpoint.storage.StoredType;

/** PyTorch's tensors as their pickles describe them. */
final class TorchObjects {

    private static final String NO_TENSOR = "its tensor is not described as PyTorch does";

    private final Storages storages;
    private final Map<Object, Storage> embedded = new IdentityHashMap<>();

    /** A tensor of a type that nothing here computes with. */
    static final class Uncommon extends Exception {

        private static final long serialVersionUID = 1;

        Uncommon(String typeName) {
            super("a tensor of a " + typeName + ", which is not read");
        }
    }

    TorchObjects(Storages storages) {
        this.storages = storages;
    }

    /** The value that a parameter wraps. */
    static Optional<PickleValue> wrapped(Instance instance) {
        return switch (instance.made()) {
            case "torch._utils._rebuild_parameter",
                    "torch._utils._rebuild_parameter_with_state",
                    "torch.nn.parameter.Parameter",
                    "torch.nn.parameter.Buffer" ->
                    instance.argument(0);
            default -> Optional.empty();
        };
    }

    /** The tensor that an object stands for; empty when it is something else. */
    Optional<StoredTensor> tensor(Instance instance) throws IOException, Malformed, Uncommon {
        if (instance.made().equals("torch.tensor._rebuild_from_type_v2")) {
            boolean plain =
                    instance.argument(0).orElse(instance) instanceof GlobalName
                            && instance.argument(2).orElse(instance) instanceof Sequence;
            expect(plain, NO_TENSOR);
            GlobalName made = (GlobalName) instance.arguments().items().get(0);
            return tensor(made.qualified(), (Sequence) instance.arguments().items().get(2));
        }
        return tensor(instance.made(), instance.arguments());
    }

    private Optional<StoredTensor> tensor(String made, Sequence arguments)
            throws IOException, Malformed, Uncommon {
        return switch (made) {
            case "torch._utils._rebuild_tensor", "torch._utils._rebuild_tensor_v2" -> {
                Storage storage = storage(arguments);
                yield Optional.of(
                        view(storage, TorchTypes.ofStorage(storage.typeName()), arguments));
            }
            case "torch._utils._rebuild_tensor_v3" -> {
                boolean named = arguments.at(6).orElse(arguments) instanceof GlobalName;
                expect(named, NO_TENSOR);
                GlobalName type = (GlobalName) arguments.items().get(6);
                Storage untyped = storage(arguments);
                Storage typed = new Storage(type.name(), untyped.order(), untyped.bytes());
                yield Optional.of(view(typed, TorchTypes.named(type.name()), arguments));
            }
            default -> Optional.empty();
        };
    }

    private static StoredTensor view(Storage s, Optional<StoredType> type, Sequence arguments)
            throws Malformed, Uncommon {
        if (type.isEmpty()) {
            throw new Uncommon(s.typeName());
        }
        Optional<Long> offset = arguments.at(1).flatMap(PickleValue::whole);
        expect(offset.isPresent(), NO_TENSOR);
        long[] shape = Numbers.of(arguments.at(2), NO_TENSOR);
        long[] strides = Numbers.of(arguments.at(3), NO_TENSOR);
        return StoredTensor.strided(type.get(), s.order(), s.bytes(), offset.get(), shape, strides);
    }

    private Storage storage(Sequence arguments) throws IOException, Malformed {
        PickleValue storage = arguments.at(0).orElse(arguments);
        if (storage instanceof Persistent outside) {
            return storages.find(outside.id());
        }
        boolean inside =
                storage instanceof Instance made
                        && made.made().equals("torch.storage._load_from_bytes");
        expect(inside, NO_TENSOR);
        return embedded((Instance) storage);
    }

    /** A storage that is a whole file of its own within the pickle. */
    private Storage embedded(Instance instance) throws IOException, Malformed {
        PickleValue bytes = instance.argument(0).orElse(instance);
        Storage known = embedded.get(bytes);
        if (known != null) {
            return known;
        }
        expect(bytes instanceof Binary, NO_TENSOR);
        TorchLegacy file = TorchLegacy.read(((Binary) bytes).bytes());
        expect(file.object() instanceof Persistent, NO_TENSOR);
        Storage storage = file.storages().find(((Persistent) file.object()).id());
        embedded.put(bytes, storage);
        return storage;
    }
}
