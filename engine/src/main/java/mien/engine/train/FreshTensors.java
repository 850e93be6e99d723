package mien.engine.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mien.engine.checkpoint.TensorSource;
import mien.engine.tensor.NoiseSource;

/**
 * Makes the tensors of a new network as PyTorch's layers would: uniform in ±1/√fan_in for matrices
 * and kernels and their biases, ones and zeros for norms; the last convolution of each residual
 * branch starts at zero (Dhariwal and Nichol 2021), so that a new block is the identity.
 */
public final class FreshTensors implements TensorSource {

    private static final List<String> ZERO = List.of("out_layers.3", "proj_out", "out.2");

    /** Where PyTorch's rectifiers with one learnt slope begin. */
    private static final float PRELU = 0.25f;

    private final NDManager manager;
    private final NoiseSource random;
    private final Map<String, NDArray> made = new LinkedHashMap<>();

    public FreshTensors(NDManager manager, long seed) {
        this.manager = manager;
        random = new NoiseSource(seed);
    }

    @Override
    public NDManager manager() {
        return manager;
    }

    @Override
    public Optional<NDArray> tensor(String name, long... shape) {
        return Optional.of(
                made.computeIfAbsent(
                        name, n -> manager.create(initial(n, shape), new Shape(shape))));
    }

    @Override
    public Set<String> names() {
        return Set.of();
    }

    /** Everything made so far, in the order it was asked for. */
    public Map<String, NDArray> made() {
        return made;
    }

    private float[] initial(String name, long... shape) {
        int dot = name.lastIndexOf('.');
        String layer = name.substring(0, Math.max(dot, 0));
        String kind = name.substring(dot + 1);
        float[] values = new float[(int) new Shape(shape).size()];
        boolean vector = shape.length < 2;
        if (kind.equals("weight") && Arrays.equals(shape, new long[] {1})) {
            values[0] = PRELU;
            return values;
        }
        if (ZERO.stream().anyMatch(zero -> layer.equals(zero) || layer.endsWith("." + zero))) {
            return values;
        }
        if (vector
                && (kind.equals("weight")
                        || kind.equals("running_var")
                        || kind.equals("code_std"))) {
            Arrays.fill(values, 1);
        } else if (!vector) {
            long fanIn = new Shape(shape).size() / shape[0];
            double bound = 1 / Math.sqrt(fanIn);
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) ((2 * random.uniform() - 1) * bound);
            }
        }
        return values;
    }
}
