package mien.engine.job;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import mien.engine.checkpoint.TensorSource;
import mien.engine.checkpoint.Weights;
import mien.engine.edit.Pack;
import mien.engine.edit.PackTensors;
import mien.engine.tensor.Precision;
import mien.engine.tensor.Scope;

/** Networks that were loaded, one of each kind; closing frees all their weights. */
public final class Networks implements AutoCloseable {

    private final Map<Key, Loaded> loaded = new HashMap<>();
    private boolean closed;

    /** Where the weights of a network lie and in what form they are wanted. */
    record Place(Pack pack, String role, Precision precision, Device device) {}

    private record Key(
            String pack, String content, String role, Precision precision, String device) {

        static Key of(Place p) {
            return new Key(p.pack.id(), p.pack.content(), p.role, p.precision, p.device.toString());
        }

        /** Whether the model was replaced by another of its name. */
        boolean replacedBy(Key other) {
            return pack.equals(other.pack)
                    && device.equals(other.device)
                    && !content.equals(other.content);
        }
    }

    private record Loaded(Object network, NDManager manager) {}

    /**
     * The network of a place, built at the first call.
     *
     * @param constructor the same for every call of a place
     * @param checkCancelled called before each tensor and each part of a file; what it throws ends
     *     the loading and frees what was loaded
     */
    @SuppressWarnings("unchecked") // a place is always built by the same constructor
    synchronized <N> N loaded(
            Place place, Function<Weights, N> constructor, Runnable checkCancelled) {
        if (closed) {
            throw new IllegalStateException("the engine is closed");
        }
        Key key = Key.of(place);
        Loaded found = loaded.get(key);
        if (found == null) {
            free(k -> k.replacedBy(key));
            found = load(place, constructor, checkCancelled);
            loaded.put(key, found);
        }
        return (N) found.network;
    }

    private static <N> Loaded load(
            Place place, Function<Weights, N> constructor, Runnable checkCancelled) {
        NDManager manager = NDManager.newBaseManager(place.device, "PyTorch");
        try (PackTensors file = PackTensors.open(place.pack, place.role, manager, checkCancelled)) {
            Weights weights =
                    Weights.of(new Interruptible(file.tensors(), checkCancelled), place.precision);
            N network = constructor.apply(weights);
            weights.report()
                    .require(
                            "The file '%s' of the model '%s'"
                                    .formatted(place.role, place.pack.id()));
            manager.getManagedArrays().forEach(Scope::keep); // a step's scope may be open
            return new Loaded(network, manager);
        } catch (RuntimeException | Error e) {
            manager.close();
            throw e;
        }
    }

    /** How many networks are loaded. */
    public synchronized int size() {
        return loaded.size();
    }

    /** Whether anything of a pack is loaded on a device. */
    public synchronized boolean holds(String pack, Device device) {
        return loaded.keySet().stream()
                .anyMatch(k -> k.pack.equals(pack) && k.device.equals(device.toString()));
    }

    /** Frees what is loaded on a device; only its worker may call this. */
    synchronized void release(Device device) {
        free(k -> k.device.equals(device.toString()));
    }

    private void free(Predicate<Key> unwanted) {
        loaded.entrySet()
                .removeIf(
                        e -> {
                            boolean goes = unwanted.test(e.getKey());
                            if (goes) {
                                e.getValue().manager.close();
                            }
                            return goes;
                        });
    }

    @Override
    public synchronized void close() {
        closed = true;
        loaded.values().forEach(l -> l.manager.close());
        loaded.clear();
    }

    /** A file whose reading may end between two tensors. */
    private record Interruptible(TensorSource file, Runnable checkCancelled)
            implements TensorSource {
        @Override
        public NDManager manager() {
            return file.manager();
        }

        @Override
        public Optional<NDArray> tensor(String name, long... shape) {
            checkCancelled.run();
            return file.tensor(name, shape);
        }

        @Override
        public boolean givesAway() {
            return file.givesAway();
        }

        @Override
        public Set<String> names() {
            return file.names();
        }
    }
}
