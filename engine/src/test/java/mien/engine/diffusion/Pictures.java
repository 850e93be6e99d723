package mien.engine.diffusion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import mien.engine.Closeness;
import mien.engine.tensor.NoiseSource;

/** Small random pictures for property tests, with the manager that owns them. */
public final class Pictures implements AutoCloseable {

    public static final Shape SHAPE = new Shape(2, 3, 4, 4);

    public final NDManager manager = NDManager.newBaseManager();
    public final NDArray x0 = normal(1).clip(-1f, 1f);
    public final NDArray eps = normal(2);

    public NDArray normal(long seed) {
        return new NoiseSource(seed).normal(manager, SHAPE);
    }

    /** The model that is always right about {@link #x0} and {@link #eps}. */
    public Denoiser oracle() {
        return (x, s) -> new Prediction(x0, eps);
    }

    /** x_t of q(x_t | x_0) for {@link #x0} and {@link #eps}. */
    public NDArray noised(double alphaBar) {
        return Noised.at(x0, eps, alphaBar);
    }

    public static void assertClose(String what, double bound, NDArray ours, NDArray expected) {
        Closeness.assertAbsolute(what, bound, ours.toFloatArray(), expected.toFloatArray());
    }

    @Override
    public void close() {
        manager.close();
    }
}
