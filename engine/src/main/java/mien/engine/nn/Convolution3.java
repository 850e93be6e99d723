package mien.engine.nn;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import mien.engine.checkpoint.Weights;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Precision;

/**
 * 3×3 convolution of stride 1 and padding 1 with a bias, read like {@link Layers#conv2d}. For
 * inference in float32 on a processor it runs as {@link Winograd} where that is faster.
 */
public final class Convolution3 implements Layer {

    private final NDArray kernel;
    private final NDArray bias;
    private final Optional<Winograd> tiled;

    /**
     * @param side every picture's width is a multiple of it
     */
    public Convolution3(Weights w, int in, int out, int side) {
        kernel = w.fast("weight", out, in, 3, 3);
        bias = w.fast("bias", out);
        boolean pays =
                w.precision() == Precision.FLOAT32
                        && w.lasting()
                        && !w.manager().getDevice().isGpu()
                        && Winograd.pays(in, out, side);
        tiled = pays ? Optional.of(new Winograd(kernel)) : Optional.empty();
    }

    @Override
    public NDArray forward(NDArray x) {
        return forward(x, bias);
    }

    /** The same with more added to every pixel, [C']. */
    public NDArray forwardWith(NDArray x, NDArray more) {
        return forward(x, Aten.add(bias, more));
    }

    private NDArray forward(NDArray x, NDArray b) {
        return tiled.isPresent() ? tiled.get().forward(x, b) : Aten.conv2d(x, kernel, b, 1, 1);
    }

    /** From the gradient by the output to the one by the input. */
    public NDArray back(NDArray gradient) {
        return Aten.conv2dBack(gradient, kernel, 1);
    }

    /** With gradients flowing. */
    public NDArray forwardLearning(NDArray x) {
        return Aten.conv2d(x, kernel, bias, 1, 1);
    }
}
