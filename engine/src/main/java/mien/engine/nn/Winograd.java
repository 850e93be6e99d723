package mien.engine.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import mien.engine.tensor.Aten;

/**
 * The 3×3 convolution of stride 1 and padding 1 by minimal filtering along the rows, F(4, 3)
 * (Winograd 1980; Lavin and Gray 2016): four neighbouring outputs from six products of vectors
 * instead of twelve, Y = Aᵀ[(G g) ⊙ (Bᵀ d)]. Down the columns it stays an ordinary convolution of
 * three rows, so that the library's own convolution does the work, in six groups. Rounding grows by
 * a bit or two of float32.
 */
final class Winograd {

    /** Inputs of a tile of outputs. */
    private static final int POINTS = 6;

    /** Outputs of a tile. */
    private static final int TILE = 4;

    /** Layers with fewer weights make tiles for longer than they save (AVX2, 32² to 128²). */
    private static final int LEAST_WEIGHTS = 128 * 128;

    /**
     * Layers with more weights, or of smaller pictures, fetch kernels for longer than they save.
     */
    private static final int MOST_WEIGHTS = 512 * 256;

    private static final int SMALLEST_SIDE = 16;

    private static final float[] BT = {
        4, 0, -5, 0, 1, 0, //
        0, -4, -4, 1, 1, 0, //
        0, 4, -4, -1, 1, 0, //
        0, -2, -1, 2, 1, 0, //
        0, 2, -1, -2, 1, 0, //
        0, 4, 0, -5, 0, 1
    };

    private static final float[] AT = {
        1, 1, 1, 1, 1, 0, //
        0, 1, -1, 2, -2, 0, //
        0, 1, 1, 4, 4, 0, //
        0, 1, -1, 8, -8, 1
    };

    private static final float[] G = {
        1 / 4f, 0, 0, //
        -1 / 6f, -1 / 6f, -1 / 6f, //
        -1 / 6f, 1 / 6f, -1 / 6f, //
        1 / 24f, 1 / 12f, 1 / 6f, //
        1 / 24f, -1 / 12f, 1 / 6f, //
        0, 0, 1
    };

    private final NDArray bt;
    private final NDArray at;
    private final NDArray kernel; // 6·C',C,3,1

    /**
     * @param w [C', C, 3, 3] float32
     */
    Winograd(NDArray w) {
        NDManager manager = w.getManager();
        bt = manager.create(BT, new Shape(POINTS, POINTS));
        at = manager.create(AT, new Shape(TILE, POINTS));
        long out = w.getShape().get(0);
        long in = w.getShape().get(1);
        try (NDManager inside = manager.newSubManager()) {
            NDArray rows = Aten.rowMajor(w);
            rows.attach(inside);
            NDArray g = inside.create(G, new Shape(POINTS, 3));
            NDArray u = // along kx only
                    rows.reshape(out * in * 3, 3)
                            .matMul(g.transpose())
                            .reshape(out, in, 3, POINTS)
                            .transpose(3, 0, 1, 2)
                            .reshape(POINTS * out, in, 3, 1);
            kernel = Aten.channelsLast(u);
            kernel.attach(manager);
        }
    }

    /**
     * Whether it can be used and is faster than the plain convolution.
     *
     * @param side every picture's width is a multiple of it
     */
    static boolean pays(int in, int out, int side) {
        long weights = (long) in * out;
        return side % TILE == 0
                && side >= SMALLEST_SIDE
                && weights >= LEAST_WEIGHTS
                && weights <= MOST_WEIGHTS;
    }

    /**
     * @param x [N, C, H, W] channels-last
     * @param b [C'] float32
     */
    NDArray forward(NDArray x, NDArray b) {
        return Aten.winograd(x, kernel, b, bt, at);
    }
}
