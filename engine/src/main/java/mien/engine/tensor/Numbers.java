package mien.engine.tensor;

import ai.djl.ndarray.NDArray;

/**
 * Arrays and plain numbers, safe where gradients flow. DJL makes an array of a number, hands its
 * memory to PyTorch without a copy and lets go of it at once; the graph keeps the address, and when
 * the garbage collector comes before the backward pass, that pass multiplies by whatever lies there
 * then. Adding and subtracting a number keeps nothing and is safe (docs/decisions/0014).
 */
public final class Numbers {

    private Numbers() {}

    /** x·k. */
    public static NDArray times(NDArray x, double k) {
        return Aten.call("times", x, Aten.of(x), Aten.of(k));
    }

    /** x/k. */
    public static NDArray over(NDArray x, double k) {
        return Aten.call("over", x, Aten.of(x), Aten.of(k));
    }

    /** The larger of x and a number; no gradient where that is the number. */
    public static NDArray atLeast(NDArray x, double least) {
        return Aten.call("at_least", x, Aten.of(x), Aten.of(least));
    }

    /** x brought into a range; no gradient where it lay outside. */
    public static NDArray within(NDArray x, double low, double high) {
        return Aten.call("within", x, Aten.of(x), Aten.of(low), Aten.of(high));
    }
}
