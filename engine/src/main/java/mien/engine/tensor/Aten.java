package mien.engine.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * PyTorch operators that DJL does not offer, or offers only slowly: group norm, SiLU, fused
 * attention, bfloat16, channels-last. They are methods of one TorchScript module without weights
 * ({@code aten.py} beside this class), called by name; a call costs about 3 µs.
 *
 * <p>Arrays are [N, C, H, W] unless said. A result belongs to the manager of the first operand.
 * Wrong shapes raise {@link ai.djl.engine.EngineException}.
 */
public final class Aten {

    private Aten() {}

    /**
     * The module, loaded at the first call. It holds no state: one serves all threads and devices.
     */
    private static final class Module {
        static final PtSymbolBlock INSTANCE = load();

        /** The largest piece whose freeing still teaches, in float32 numbers: just below 32 MB. */
        private static final long TAUGHT = (32L << 20) / Float.BYTES - (1 << 14);

        private static PtSymbolBlock load() {
            try (InputStream source = Aten.class.getResourceAsStream("aten.py")) {
                byte[] archive = TorchScriptArchive.of(source.readAllBytes());
                PtNDManager manager =
                        (PtNDManager) NDManager.newBaseManager(Devices.cpu(), "PyTorch");
                keepMemory(manager);
                return JniUtils.loadModule(
                        manager, new ByteArrayInputStream(archive), false, false);
            } catch (IOException e) {
                throw new UncheckedIOException("the operators in aten.py cannot be read", e);
            }
        }

        /**
         * The C library gives what is freed back to the system, which clears it page by page when
         * it is asked for again: a sixth of a guided step. Having freed one large piece, glibc
         * keeps up to twice as much for next time (mallopt(3), M_MMAP_THRESHOLD); others do not
         * mind.
         */
        private static void keepMemory(NDManager manager) {
            manager.create(new Shape(TAUGHT)).close();
        }
    }

    /** 2-D convolution with bias, square stride and padding; w: [C', C, k, k]. */
    public static NDArray conv2d(NDArray x, NDArray w, NDArray b, int stride, int padding) {
        return call("conv2d", x, of(x), of(w), of(b), of(stride), of(padding));
    }

    /** 2-D convolution without bias. */
    public static NDArray conv2d(NDArray x, NDArray w, int stride, int padding) {
        return call("conv2d_free", x, of(x), of(w), of(stride), of(padding));
    }

    /**
     * The gradient by the input of a {@link #conv2d(NDArray, NDArray, NDArray, int, int)} of stride
     * 1, g being that by its output.
     */
    public static NDArray conv2dBack(NDArray g, NDArray w, int padding) {
        return call("conv2d_back", g, of(g), of(w), of(padding));
    }

    /**
     * 1×1 convolution with bias as matrix products, which learn faster than the convolution does;
     * best row-major. w: [C', C, 1, 1]
     */
    public static NDArray pointwise(NDArray x, NDArray w, NDArray b) {
        return call("pointwise", x, of(x), of(w), of(b));
    }

    /**
     * y ← y + the 1×1 convolution of x, for a y that nobody else sees; returns y's memory. One
     * matrix product that adds its result on the way out.
     *
     * @param y [N, C', H, W], channels-last
     * @param x [N, C, H, W], best channels-last
     * @param w [C', C, 1, 1]
     */
    public static NDArray addPointwise(NDArray y, NDArray x, NDArray w) {
        return call("add_pointwise_", y, of(y), of(x), of(w));
    }

    /**
     * 3×3 convolution with bias in half the multiplications; {@code nn.Winograd} makes the
     * matrices. Works through the picture in bands of rows, so that what it makes on the way stays
     * in the processor's caches.
     *
     * @param x [N, C, H, W], channels-last, W divisible by 4
     * @param u [6·C', C, 3, 1]
     * @param b [C']
     */
    public static NDArray winograd(NDArray x, NDArray u, NDArray b, NDArray bt, NDArray at) {
        return call("winograd", x, of(x), of(u), of(b), of(bt), of(at));
    }

    /** x·wᵀ + b over the last axis, in w's type whatever x is; w: [out, in]. */
    public static NDArray linear(NDArray x, NDArray w, NDArray b) {
        return call("linear", x, of(x), of(w), of(b));
    }

    /** x·wᵀ over the last axis. */
    public static NDArray linear(NDArray x, NDArray w) {
        return call("linear_free", x, of(x), of(w));
    }

    /** x·σ(x). */
    public static NDArray silu(NDArray x) {
        return call("silu", x, of(x));
    }

    /** max(x, 0). */
    public static NDArray relu(NDArray x) {
        return call("relu", x, of(x));
    }

    /** x where it is positive, slope·x elsewhere (He et al. 2015, eq. 1); slope: [1] float32. */
    public static NDArray prelu(NDArray x, NDArray slope) {
        return call("prelu", x, of(x), of(slope));
    }

    /** {@link #prelu} with a slope that is not learnt. */
    public static NDArray leakyRelu(NDArray x, double slope) {
        return call("leaky_relu", x, of(x), of(slope));
    }

    /** 1/(1 + e⁻ˣ). */
    public static NDArray sigmoid(NDArray x) {
        return call("sigmoid", x, of(x));
    }

    /** Each map times a number of its own; gate: [N, C, 1, 1] of any type. */
    public static NDArray gate(NDArray x, NDArray gate) {
        return call("gate", x, of(x), of(gate));
    }

    /** h·(1 + scale) + shift, broadcast. */
    public static NDArray film(NDArray h, NDArray scale, NDArray shift) {
        return call("film", h, of(h), of(scale), of(shift));
    }

    /** x + y; bfloat16 stays bfloat16. */
    public static NDArray add(NDArray x, NDArray y) {
        return call("add", x, of(x), of(y));
    }

    /**
     * x ← x + y, for an x that nobody else sees, such as the output of a convolution; returns x's
     * memory.
     */
    public static NDArray addInto(NDArray x, NDArray y) {
        return call("add_", x, of(x), of(y));
    }

    /** Concatenation along the channels. */
    public static NDArray concatChannels(NDArray... xs) {
        return call("cat", xs[0], of(List.of(xs)), of(1));
    }

    /** softmax(q·kᵀ/√d)·v; q, k, v: [N, heads, tokens, d]. */
    public static NDArray attention(NDArray q, NDArray k, NDArray v) {
        return call("attention", q, of(q), of(k), of(v));
    }

    /** Mean of each 2×2 square. */
    public static NDArray averagePool2(NDArray x) {
        return call("avg_pool2", x, of(x));
    }

    /** Mean over a window of the given size, stride 1. */
    public static NDArray averagePool(NDArray x, int size) {
        return call("avg_pool", x, of(x), of(size));
    }

    /** Mean of each whole map, [N, C, 1, 1]. */
    public static NDArray meanMap(NDArray x) {
        return call("mean_map", x, of(x));
    }

    /** Maximum over 3×3, stride 2, padding 1. */
    public static NDArray maxPool3(NDArray x) {
        return call("max_pool_3_2", x, of(x));
    }

    /** Maximum of each 2×2 square; an odd last row or column is left out. */
    public static NDArray maxPool2(NDArray x) {
        return call("max_pool2", x, of(x));
    }

    /** Where each map's mass lies, the mean place under softmax(β·x): row, column [N, C, 2]. */
    public static NDArray softArgMax(NDArray x, double beta) {
        return call("soft_arg_max", x, of(x), of(beta));
    }

    /** Every pixel doubled in both directions. */
    public static NDArray nearest2(NDArray x) {
        return call("nearest2", x, of(x));
    }

    /** Bilinear resize, corners not aligned. */
    public static NDArray bilinear(NDArray x, int height, int width) {
        return call("bilinear", x, of(x), of(height), of(width));
    }

    /** Bilinear resize, the centres of the corner pixels kept in place. */
    public static NDArray bilinearAligned(NDArray x, int height, int width) {
        return call("bilinear_aligned", x, of(x), of(height), of(width));
    }

    /** Resize to the nearest pixel: source index ⌊i·from/to⌋. */
    public static NDArray nearest(NDArray x, int height, int width) {
        return call("nearest", x, of(x), of(height), of(width));
    }

    /** What lies beyond the edge of a picture that is sampled there. */
    public enum Beyond {
        /** Black. */
        ZERO,
        /** The nearest pixel of the edge. */
        EDGE
    }

    /**
     * Bilinear sampling; differentiable with respect to x.
     *
     * @param x [N, C, H, W]
     * @param grid where each pixel comes from, [N, H', W', 2]: x before y, −1 and 1 at the outer
     *     edges of the picture, so that column c lies at (2c + 1)/W − 1
     * @return [N, C, H', W']
     */
    public static NDArray gridSample(NDArray x, NDArray grid, Beyond beyond) {
        return call("grid_sample", x, of(x), of(grid), of(beyond.ordinal()));
    }

    /** Some of the channels; which: K numbers of channels, int64 → [N, K, H, W]. */
    public static NDArray channels(NDArray x, NDArray which) {
        return call("channels", x, of(x), of(which));
    }

    /**
     * −log of the softmax at the true class, for each element.
     *
     * @param logits [N, classes] or [N, classes, H, W]
     * @param classes whole numbers [N] or [N, H, W]
     * @return [N] or [N, H, W]
     */
    public static NDArray crossEntropy(NDArray logits, NDArray classes) {
        return call("cross_entropy", logits, of(logits), of(classes));
    }

    /** Zeroes a share p of the elements and scales the rest by 1/(1−p); for learning only. */
    public static NDArray dropout(NDArray x, double p) {
        return call("dropout", x, of(x), of(p));
    }

    /** The same values in another type. */
    public static NDArray cast(NDArray x, ScalarType type) {
        return call("cast", x, of(x), of(type.code()));
    }

    /** The type of an array, also where DJL says UNKNOWN. */
    public static ScalarType typeOf(NDArray x) {
        try (IValue self = of(x);
                IValue code = ScriptCall.run(Module.INSTANCE, "dtype", self)) {
            return ScalarType.ofCode((int) code.toLong());
        }
    }

    /** Whether a gradient by x would be gathered: x is a leaf of a graph or was computed in one. */
    static boolean gathersGradients(NDArray x) {
        try (IValue self = of(x);
                IValue gathers = ScriptCall.run(Module.INSTANCE, "gathers", self)) {
            return gathers.toLong() != 0;
        }
    }

    /** The same values with channels innermost in memory; always a new array. */
    public static NDArray channelsLast(NDArray x) {
        return call("channels_last", x, of(x));
    }

    /** The same values in row-major order. */
    public static NDArray rowMajor(NDArray x) {
        return call("plain", x, of(x));
    }

    static NDArray call(String method, NDArray owner, IValue... arguments) {
        try (IValue result = ScriptCall.run(Module.INSTANCE, method, arguments)) {
            return result.toTensor((PtNDManager) owner.getManager());
        } finally {
            close(arguments);
        }
    }

    static NDList callAll(String method, NDArray owner, IValue... arguments) {
        try (IValue results = ScriptCall.run(Module.INSTANCE, method, arguments)) {
            return results.toNDList((PtNDManager) owner.getManager());
        } finally {
            close(arguments);
        }
    }

    @SuppressWarnings("try") // closed for its native side only
    static void run(String method, IValue... arguments) {
        try (IValue nothing = ScriptCall.run(Module.INSTANCE, method, arguments)) {
            // in-place operators answer 0
        } finally {
            close(arguments);
        }
    }

    private static void close(IValue[] values) {
        for (IValue value : values) {
            value.close();
        }
    }

    static IValue of(NDArray x) {
        return IValue.from(pt(x));
    }

    static IValue of(List<NDArray> xs) {
        return IValue.listFrom(xs.stream().map(Aten::pt).toArray(PtNDArray[]::new));
    }

    static IValue of(long value) {
        return IValue.from(value);
    }

    static IValue of(double value) {
        return IValue.from(value);
    }

    private static PtNDArray pt(NDArray x) {
        return (PtNDArray) x;
    }
}
