package mien.engine.checkpoint;

import static mien.engine.checkpoint.storage.Malformed.expect;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import mien.engine.checkpoint.objects.StorageId;
import mien.engine.checkpoint.objects.Storages;
import mien.engine.checkpoint.objects.TensorTree;
import mien.engine.checkpoint.pickle.PickleReader;
import mien.engine.checkpoint.pickle.PickleValue;
import mien.engine.checkpoint.storage.Bytes;
import mien.engine.checkpoint.storage.Contents;
import mien.engine.checkpoint.storage.Malformed;

/**
 * PyTorch's archive since version 1.6: {@code NAME/data.pkl} is the object, {@code NAME/data/KEY}
 * are its storages. TorchScript's archives have code beside them, which is of no interest.
 */
final class TorchZip {

    private static final String OBJECT = "data.pkl";
    private static final int LONGEST_ORDER = 16;

    private TorchZip() {}

    static boolean is(Map<String, Bytes> parts) {
        return parts.keySet().stream().anyMatch(TorchZip::isObject);
    }

    private static boolean isObject(String name) {
        return name.equals(OBJECT)
                || name.endsWith("/" + OBJECT) && name.indexOf('/') == name.lastIndexOf('/');
    }

    static Contents contents(Map<String, Bytes> parts) throws IOException, Malformed {
        List<String> objects = parts.keySet().stream().filter(TorchZip::isObject).toList();
        expect(objects.size() == 1, "it holds more than one pickled object");
        String folder = objects.get(0).substring(0, objects.get(0).length() - OBJECT.length());
        ByteOrder order = order(parts, folder);
        Storages storages =
                id -> {
                    StorageId wanted = StorageId.of(id);
                    Bytes all = parts.get(folder + "data/" + wanted.key());
                    expect(all != null, "it has no storage '" + wanted.key() + "'");
                    return wanted.within(all, order);
                };
        PickleValue object = PickleReader.read(parts.get(objects.get(0)), 0).value();
        boolean script = parts.containsKey(folder + "constants.pkl");
        String container = script ? "TorchScript" : "PyTorch zip";
        return TensorTree.read(container, CheckpointFile.ALONE, object, storages);
    }

    private static ByteOrder order(Map<String, Bytes> parts, String folder)
            throws IOException, Malformed {
        Bytes stated = parts.get(folder + "byteorder");
        if (stated == null) {
            return ByteOrder.LITTLE_ENDIAN;
        }
        expect(stated.size() <= LONGEST_ORDER, "its byte order is neither little nor big");
        byte[] text = stated.read(0, (int) stated.size()).array();
        return switch (new String(text, StandardCharsets.ISO_8859_1).strip()) {
            case "little" -> ByteOrder.LITTLE_ENDIAN;
            case "big" -> ByteOrder.BIG_ENDIAN;
            default -> throw new Malformed("its byte order is neither little nor big");
        };
    }
}
