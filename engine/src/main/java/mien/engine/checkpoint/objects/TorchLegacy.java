package mien.engine.checkpoint.objects;

import static mien.engine.checkpoint.storage.Malformed.expect;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import mien.engine.checkpoint.pickle.Pickle;
import mien.engine.checkpoint.pickle.PickleReader;
import mien.engine.checkpoint.pickle.PickleValue;
import mien.engine.checkpoint.pickle.PickleValue.Huge;
import mien.engine.checkpoint.pickle.PickleValue.Sequence;
import mien.engine.checkpoint.storage.Bytes;
import mien.engine.checkpoint.storage.Malformed;

/**
 * PyTorch's stream from before version 1.6, also used for single tensors inside other pickles:
 * pickles of a magic number, a protocol, a system's description and the object; a pickle of the
 * storages' keys; then of each storage its element count and its elements, little-endian.
 *
 * @param object the object that was saved
 * @param storages where its numbers lie
 */
public record TorchLegacy(PickleValue object, Storages storages) {

    private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
    private static final long PROTOCOL = 1001;

    /** Reads everything but the numbers. */
    public static TorchLegacy read(Bytes bytes) throws IOException, Malformed {
        Pickle magic = PickleReader.read(bytes, 0);
        expect(
                magic.value() instanceof Huge number && number.value().equals(MAGIC),
                "its magic number is another");
        Pickle protocol = PickleReader.read(bytes, magic.end());
        expect(
                PickleValue.whole(protocol.value()).filter(p -> p == PROTOCOL).isPresent(),
                "its protocol is another than 1001");
        Pickle system = PickleReader.read(bytes, protocol.end());
        Pickle object = PickleReader.read(bytes, system.end());
        Pickle keys = PickleReader.read(bytes, object.end());
        expect(keys.value() instanceof Sequence, "its list of storages is none");
        Map<String, Bytes> places = places(bytes, keys, widths(object));
        return new TorchLegacy(
                object.value(),
                id -> {
                    StorageId wanted = StorageId.of(id);
                    Bytes all = places.get(wanted.key());
                    expect(all != null, "it has no storage '" + wanted.key() + "'");
                    return wanted.within(all, ByteOrder.LITTLE_ENDIAN);
                });
    }

    /** Bytes of an element in each storage, by its key. */
    private static Map<String, Integer> widths(Pickle object) throws Malformed {
        Map<String, Integer> widths = new HashMap<>();
        for (PickleValue id : object.persistent()) {
            if (!isModule(id)) {
                StorageId storage = StorageId.of(id);
                widths.put(storage.key(), TorchTypes.bytes(storage.typeName()));
            }
        }
        return widths;
    }

    /** Classes of modules are persistent too, for the sake of their source text. */
    private static boolean isModule(PickleValue id) {
        return id instanceof Sequence parts
                && parts.at(0).flatMap(PickleValue::text).filter("module"::equals).isPresent();
    }

    private static Map<String, Bytes> places(Bytes bytes, Pickle keys, Map<String, Integer> widths)
            throws IOException, Malformed {
        Map<String, Bytes> places = new HashMap<>();
        long at = keys.end();
        for (PickleValue item : ((Sequence) keys.value()).items()) {
            Optional<String> key = PickleValue.text(item);
            expect(key.isPresent(), "its list of storages holds more than texts");
            Integer width = widths.get(key.get());
            expect(width != null, "nothing refers to its storage '" + key.get() + "'");
            long count = bytes.read(at, Long.BYTES).getLong();
            at += Long.BYTES;
            expect(
                    count >= 0 && count <= (bytes.size() - at) / width,
                    "it ends before its storage '" + key.get() + "' does");
            Bytes before = places.put(key.get(), bytes.part(at, count * width));
            expect(before == null, "it has two storages '" + key.get() + "'");
            at += count * width;
        }
        return places;
    }
}
