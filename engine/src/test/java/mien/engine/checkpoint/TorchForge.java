package mien.engine.checkpoint;

import ai.djl.ndarray.NDArray;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes objects that hold tensors as PyTorch saves them: state dicts and pickled modules. */
public final class TorchForge {

    private static final byte[] MAGIC = {0x6c, -4, -100, 0x46, -7, 0x20, 0x6a, -88, 0x50, 0x19};
    private static final int PROTOCOL = 1001;

    private final Map<String, NDArray> storages = new LinkedHashMap<>();
    private final PickleForge pickle = PickleForge.begun();

    /** The pickle so far, to write what lies around the tensors. */
    public PickleForge pickle() {
        return pickle;
    }

    /** Tensors by their dotted names as a tree of maps. */
    public static Map<String, Object> tree(Map<String, NDArray> tensors) {
        Map<String, Object> root = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> put(root, name, tensor));
        return root;
    }

    @SuppressWarnings("unchecked") // a tree of maps and arrays
    private static void put(Map<String, Object> at, String name, NDArray tensor) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            at.put(name, tensor);
        } else {
            Object below = at.computeIfAbsent(name.substring(0, dot), n -> new LinkedHashMap<>());
            put((Map<String, Object>) below, name.substring(dot + 1), tensor);
        }
    }

    public TorchForge tensor(NDArray tensor) {
        String key = Integer.toString(storages.size());
        storages.put(key, tensor);
        long[] shape = tensor.getShape().getShape();
        pickle.tensor("FloatStorage", key, tensor.size(), 0, shape, strides(shape));
        return this;
    }

    public TorchForge stateDict(Map<String, NDArray> tensors) {
        pickle.global("collections", "OrderedDict").op(")R(");
        tensors.forEach(
                (name, tensor) -> {
                    pickle.text(name);
                    tensor(tensor);
                });
        pickle.op('u');
        return this;
    }

    /** A whole {@code torch.nn.Module}: what {@code torch.save(network)} writes. */
    public TorchForge module(String type, Map<String, Object> tree) {
        int dot = type.lastIndexOf('.');
        pickle.global(type.substring(0, dot), type.substring(dot + 1)).op(")\u0081}(");
        pickle.text("training").raw(0x89);
        pickle.text("_parameters");
        part(tree, (name, v) -> v instanceof NDArray && !buffer(name));
        pickle.text("_buffers");
        part(tree, (name, v) -> v instanceof NDArray && buffer(name));
        pickle.text("_modules");
        part(tree, (name, v) -> !(v instanceof NDArray));
        pickle.op("ub");
        return this;
    }

    private static boolean buffer(String name) {
        return name.startsWith("running_");
    }

    /** Whether an attribute of a module belongs to a part of it. */
    private interface Belongs {
        boolean to(String name, Object value);
    }

    @SuppressWarnings("unchecked") // a tree of maps and arrays
    private void part(Map<String, Object> tree, Belongs belongs) {
        pickle.global("collections", "OrderedDict").op(")R(");
        tree.forEach(
                (name, value) -> {
                    if (belongs.to(name, value)) {
                        pickle.text(name);
                        if (value instanceof NDArray tensor) {
                            tensor(tensor);
                        } else {
                            module("models.Part", (Map<String, Object>) value);
                        }
                    }
                });
        pickle.op('u');
    }

    private static long[] strides(long[] shape) {
        long[] strides = new long[shape.length];
        long step = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[i] = step;
            step *= shape[i];
        }
        return strides;
    }

    /** PyTorch's archive of the object, other parts still to come. */
    public ZipForge zip() {
        ZipForge zip = ZipForge.torch(pickle.done());
        storages.forEach((key, tensor) -> zip.storage(key, bytes(tensor)));
        return zip;
    }

    /** The stream that PyTorch wrote before it had archives. */
    public byte[] legacy() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(PickleForge.begun().raw(0x8a, MAGIC.length).raw(MAGIC).done());
        out.writeBytes(PickleForge.begun().number(PROTOCOL).done());
        out.writeBytes(PickleForge.begun().op('}').done()); // what the machine was
        out.writeBytes(pickle.done());
        PickleForge keys = PickleForge.begun().op("](");
        storages.keySet().forEach(keys::text);
        out.writeBytes(keys.op('e').done());
        storages.values()
                .forEach(
                        tensor -> {
                            ByteBuffer count = ByteBuffer.allocate(Long.BYTES);
                            count.order(ByteOrder.LITTLE_ENDIAN).putLong(tensor.size());
                            out.writeBytes(count.array());
                            out.writeBytes(bytes(tensor));
                        });
        return out.toByteArray();
    }

    /** A module with its code, as TorchScript saves it. */
    @SuppressWarnings("unchecked") // a tree of maps and arrays
    public TorchForge scripted(Map<String, Object> tree) {
        pickle.global("__torch__.nets", "Own").op(")\u0081}(");
        tree.forEach(
                (name, value) -> {
                    pickle.text(name);
                    if (value instanceof NDArray tensor) {
                        tensor(tensor);
                    } else {
                        scripted((Map<String, Object>) value);
                    }
                });
        pickle.op("ub");
        return this;
    }

    private static byte[] bytes(NDArray tensor) {
        float[] values = tensor.toFloatArray();
        ByteBuffer out = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        out.asFloatBuffer().put(values);
        return out.array();
    }
}
