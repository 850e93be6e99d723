package mien.engine.checkpoint.objects;

import static mien.engine.checkpoint.storage.Malformed.expect;

import java.nio.ByteOrder;
import java.util.Optional;
import mien.engine.checkpoint.pickle.PickleValue;
import mien.engine.checkpoint.pickle.PickleValue.GlobalName;
import mien.engine.checkpoint.pickle.PickleValue.Sequence;
import mien.engine.checkpoint.storage.Bytes;
import mien.engine.checkpoint.storage.Malformed;

/**
 * PyTorch's name for a storage: ("storage", class, key, device, elements) and, in old files, which
 * part of it is meant. The device it once lay on is of no interest.
 *
 * @param typeName class without its module, as in "FloatStorage"
 * @param offset first element that is meant
 * @param count elements that are meant
 * @param whole elements of the whole storage
 */
public record StorageId(String typeName, String key, long offset, long count, long whole) {

    private static final String NO_NAME = "it refers to something by no name that PyTorch gives";

    /** Reads a persistent id. */
    public static StorageId of(PickleValue id) throws Malformed {
        expect(id instanceof Sequence, NO_NAME);
        Sequence parts = (Sequence) id;
        boolean storage =
                parts.at(0).flatMap(PickleValue::text).filter("storage"::equals).isPresent();
        expect(storage && parts.at(1).orElse(id) instanceof GlobalName, NO_NAME);
        GlobalName type = (GlobalName) parts.items().get(1);
        Optional<String> key = parts.at(2).flatMap(PickleValue::text);
        Optional<Long> whole = parts.at(4).flatMap(PickleValue::whole);
        expect(key.isPresent() && whole.isPresent() && whole.get() >= 0, NO_NAME);
        StorageId all = new StorageId(type.name(), key.get(), 0, whole.get(), whole.get());
        Optional<PickleValue> view = parts.at(5);
        boolean viewed = view.isPresent() && view.get() instanceof Sequence;
        return viewed ? all.part((Sequence) view.get()) : all;
    }

    private StorageId part(Sequence view) throws Malformed {
        Optional<Long> from = view.at(1).flatMap(PickleValue::whole);
        Optional<Long> count = view.at(2).flatMap(PickleValue::whole);
        expect(from.isPresent() && count.isPresent(), NO_NAME);
        expect(
                from.get() >= 0 && count.get() >= 0 && from.get() <= whole - count.get(),
                "it means a part that its storage does not have");
        return new StorageId(typeName, key, from.get(), count.get(), whole);
    }

    /**
     * Bytes of the whole storage.
     *
     * @throws Malformed when there are too many to count
     */
    public long wholeBytes() throws Malformed {
        expect(whole <= Long.MAX_VALUE / TorchTypes.bytes(typeName), "a storage is too large");
        return whole * TorchTypes.bytes(typeName);
    }

    /** The part that is meant, of all the bytes of its storage. */
    public Storage within(Bytes all, ByteOrder order) throws Malformed {
        long size = TorchTypes.bytes(typeName);
        expect(
                wholeBytes() <= all.size(),
                "storage '" + key + "' has fewer bytes than its elements take");
        return new Storage(typeName, order, all.part(offset * size, count * size));
    }
}
