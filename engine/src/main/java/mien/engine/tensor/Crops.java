package mien.engine.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;

/** Parts of pictures. */
public final class Crops {

    private Crops() {}

    /**
     * The square in the middle; differentiable.
     *
     * @param x [N, C, S, S]
     * @param side of the square, at most S
     * @return [N, C, side, side]
     */
    public static NDArray middle(NDArray x, int side) {
        int from = ((int) x.getShape().get(3) - side) / 2;
        int to = from + side;
        return x.get(new NDIndex(":, :, {}:{}, {}:{}", from, to, from, to));
    }
}
