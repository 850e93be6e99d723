package mien.engine.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.function.Supplier;

/**
 * What a DJL gradient collector does not offer: passes without a graph, and gradients that go on.
 */
public final class Gradients {

    private Gradients() {}

    /** Runs a block on this thread without remembering anything for a backward pass. */
    public static <T> T without(Supplier<T> block) {
        return remembering(false, block);
    }

    /** Runs a block inside {@link #without} that remembers again. */
    public static <T> T with(Supplier<T> block) {
        return remembering(true, block);
    }

    private static <T> T remembering(boolean graph, Supplier<T> block) {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(graph);
        try {
            return block.get();
        } finally {
            JniUtils.setGradMode(before);
        }
    }

    /** The same numbers in the same memory, a place where gradients gather and end. */
    public static NDArray leaf(NDArray x) {
        NDArray leaf = without(() -> x.reshape(x.getShape()));
        leaf.setRequiresGradient(true);
        return leaf;
    }

    /** Whether x was computed from something that gathers gradients. */
    public static boolean reach(NDArray x) {
        return Aten.gathersGradients(x); // JniUtils cannot be asked about arrays without a graph
    }

    /**
     * Adds to the gradients of all that y was made from, given the loss's gradient by y; the graph
     * of y is freed. A gradient collector must have been open when y was made.
     */
    public static void backward(NDArray y, NDArray gradient) {
        JniUtils.backward((PtNDArray) y, (PtNDArray) gradient, false, false);
    }

    /** Adds to the gradients of all that a loss, a scalar, was made from; its graph is freed. */
    public static void backward(NDArray loss) {
        backward(loss, false);
    }

    /** The same, but the graph stays: what it shares with others is gone back through again. */
    public static void backwardKeeping(NDArray loss) {
        backward(loss, true);
    }

    private static void backward(NDArray loss, boolean keep) {
        try (NDArray one = loss.onesLike()) {
            JniUtils.backward((PtNDArray) loss, (PtNDArray) one, keep, false);
        }
    }
}
