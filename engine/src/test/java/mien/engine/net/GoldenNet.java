package mien.engine.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import java.util.Set;
import mien.engine.Closeness;
import mien.engine.GoldenCase;
import mien.engine.SyntheticWeights;
import mien.engine.checkpoint.TensorSource;
import mien.engine.checkpoint.Weights;
import mien.engine.tensor.Devices;
import mien.engine.tensor.Precision;

/** A golden case on the bench: its arrays, its weights and its tolerance. */
public final class GoldenNet implements AutoCloseable {

    /** Relative L2, float32 (golden README). */
    public static final double BOUND = 1e-4;

    public final NDManager manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");
    private final GoldenCase golden;

    public GoldenNet(GoldenCase golden) {
        this.golden = golden;
    }

    public NDArray array(String name) {
        return manager.create(golden.floats(name), new Shape(golden.shape(name)));
    }

    public Weights weights(long seed) {
        return weights(seed, Precision.FLOAT32);
    }

    public Weights weights(long seed, Precision precision) {
        return Weights.of(source(seed), precision);
    }

    /** Some cases make every tensor of two or more dimensions smaller or larger. */
    private TensorSource source(long seed) {
        SyntheticWeights weights = new SyntheticWeights(manager, seed);
        float gain = Float.parseFloat(golden.metadata().getOrDefault("gain", "1"));
        return gain == 1 ? weights : new Scaled(weights, gain);
    }

    private record Scaled(SyntheticWeights weights, float gain) implements TensorSource {

        @Override
        public NDManager manager() {
            return weights.manager();
        }

        @Override
        public Optional<NDArray> tensor(String name, long... shape) {
            Optional<NDArray> tensor = weights.tensor(name, shape);
            return shape.length < 2 ? tensor : tensor.map(t -> t.muli(gain));
        }

        @Override
        public Set<String> names() {
            return weights.names();
        }

        @Override
        public boolean givesAway() {
            return true;
        }
    }

    public void assertGolden(String name, NDArray ours) {
        assertGolden(name, ours, BOUND);
    }

    public void assertGolden(String name, NDArray ours, double bound) {
        Closeness.assertRelative(
                golden + " " + name, bound, ours.toFloatArray(), golden.floats(name));
    }

    /** Cases show the first channels only, and of larger maps every second or fourth pixel. */
    void assertShown(String name, NDArray ours) {
        int rows = golden.size(name, 2);
        int stride = ((int) ours.getShape().get(2) + rows - 1) / rows;
        String shown = ":, :%d, ::%d, ::%d".formatted(golden.size(name, 1), stride, stride);
        assertGolden(name, ours.get(new NDIndex(shown)));
    }

    /** The same for what only some cases of a kind show. */
    void assertShownIfThere(String name, NDArray ours) {
        if (golden.has(name)) {
            assertShown(name, ours);
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
