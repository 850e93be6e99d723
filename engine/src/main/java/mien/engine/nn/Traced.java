package mien.engine.nn;

import ai.djl.ndarray.NDArray;
import java.util.function.UnaryOperator;

/**
 * A forward pass for the sake of the gradient by its input, without a graph: the way back is
 * written out by hand (reverse accumulation), and knows that weights want no gradient.
 *
 * @param output of the pass
 * @param back from the gradient by the output to the one by the input, which is a new array; once,
 *     for it frees what the pass kept. Its argument stays the caller's
 */
public record Traced(NDArray output, UnaryOperator<NDArray> back) {}
