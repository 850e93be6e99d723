package mien.engine.evaluate.bench;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import mien.engine.checkpoint.Weights;
import mien.engine.edit.Pack;
import mien.engine.edit.PackTensors;
import mien.engine.edit.Readings;
import mien.engine.edit.Run;
import mien.engine.edit.RunSettings;
import mien.engine.picture.Picture;
import mien.engine.tensor.Devices;
import mien.engine.tensor.Precision;

/** A run that times each preview. */
final class BenchRun implements Run, AutoCloseable {

    /** For work whose networks come from no file. */
    static final Pack NO_PACK = new NoPack();

    private final RunSettings settings;
    private final Pack pack;
    private final NDManager manager = NDManager.newBaseManager(Devices.best(), "PyTorch");
    private final Map<String, Object> networks = new HashMap<>();
    private final List<Double> previews = new ArrayList<>();
    private final List<Double> steps = new ArrayList<>();
    private long told = System.nanoTime();
    private boolean watched = true;

    BenchRun(RunSettings settings, Pack pack) {
        this.settings = settings;
        this.pack = pack;
    }

    /** Milliseconds that each preview took since {@link #forget}. */
    double[] previews() {
        return previews.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Milliseconds from each preview to the next, without the first {@code warmUp} of them. */
    double[] steps(int warmUp) {
        return steps.stream().skip(warmUp).mapToDouble(Double::doubleValue).toArray();
    }

    void forget() {
        previews.clear();
    }

    /** Whether somebody looks at the steps; if nobody does, no preview is made. */
    void watch(boolean wanted) {
        watched = wanted;
    }

    @Override
    public RunSettings settings() {
        return settings;
    }

    @Override
    public Pack pack() {
        return pack;
    }

    @Override
    public Device device() {
        return manager.getDevice();
    }

    @Override
    public Precision precision() {
        return Precision.named(settings.precision()).on(device());
    }

    @Override
    @SuppressWarnings("unchecked") // a role is always built by the same constructor
    public <N> N network(String role, Precision precision, Function<Weights, N> constructor) {
        Object built = networks.get(role);
        if (built == null) {
            try (PackTensors file = PackTensors.open(pack, role, manager)) {
                Weights weights = Weights.of(file.tensors(), precision);
                built = constructor.apply(weights);
                weights.report()
                        .require("The file '%s' of the model '%s'".formatted(role, pack.id()));
            }
            networks.put(role, built);
        }
        return (N) built;
    }

    @Override
    public void checkCancelled() {}

    @Override
    public void publish(
            int step, int steps, Supplier<Picture> x0, Function<Picture, Readings> meters) {
        if (!watched) {
            return;
        }
        long start = System.nanoTime();
        this.steps.add((start - told) / 1e6);
        Objects.requireNonNull(meters.apply(x0.get())); // made as a watcher would have it
        previews.add(Times.since(start));
        told = System.nanoTime();
    }

    @Override
    public void close() {
        manager.close();
    }

    private record NoPack() implements Pack {
        @Override
        public String id() {
            return "none";
        }

        @Override
        public Path file(String role) {
            throw new IllegalStateException("there is no file for " + role);
        }

        @Override
        public JsonNode section(String name) {
            throw new IllegalStateException("there is no section " + name);
        }
    }
}
