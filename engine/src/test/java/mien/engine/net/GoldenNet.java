package mien.engine.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import mien.engine.Closeness;
import mien.engine.GoldenCase;
import mien.engine.SyntheticWeights;
import mien.engine.checkpoint.Weights;
import mien.engine.tensor.Devices;
import mien.engine.tensor.Precision;

/** A golden case on the bench: its arrays, its weights and its tolerance. */
final class GoldenNet implements AutoCloseable {

    /** Relative L2, float32 (golden README). */
    static final double BOUND = 1e-4;

    final NDManager manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");
    private final GoldenCase golden;

    GoldenNet(GoldenCase golden) {
        this.golden = golden;
    }

    NDArray array(String name) {
        return manager.create(golden.floats(name), new Shape(golden.shape(name)));
    }

    Weights weights(long seed) {
        return weights(seed, Precision.FLOAT32);
    }

    Weights weights(long seed, Precision precision) {
        return Weights.of(new SyntheticWeights(manager, seed), precision);
    }

    void assertGolden(String name, NDArray ours) {
        assertGolden(name, ours, BOUND);
    }

    void assertGolden(String name, NDArray ours, double bound) {
        Closeness.assertRelative(
                golden + " " + name, bound, ours.toFloatArray(), golden.floats(name));
    }

    @Override
    public void close() {
        manager.close();
    }
}
