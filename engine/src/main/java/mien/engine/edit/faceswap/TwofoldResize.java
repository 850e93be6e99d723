package mien.engine.edit.faceswap;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import mien.engine.tensor.Aten;

/**
 * Coarse maps enlarged to the parser's side, corners aligned, and from there brought to the
 * picture's, pixel areas aligned: two linear steps, so one matrix does both, and the large maps in
 * between are never made. Differentiable.
 */
final class TwofoldResize {

    private TwofoldResize() {}

    /**
     * @param maps [1, C, h, h]
     * @param middle side of the maps in between
     * @param side of the result
     * @return [1, C, side, side]
     */
    static NDArray of(NDArray maps, int middle, int side) {
        int h = (int) maps.getShape().get(3);
        if (h == middle) {
            return Aten.bilinear(maps, side, side);
        }
        // a copy belongs to PyTorch: the graph may keep it when its array here is closed
        NDArray r =
                maps.getManager().create(matrix(h, middle, side), new Shape(side, h)).duplicate();
        NDArray wide = Aten.linear(maps, r); // 1,C,h,side
        return Aten.linear(wide.transpose(0, 1, 3, 2), r).transpose(0, 1, 3, 2); // R·maps·Rᵀ
    }

    /** Row-major [side·h]. */
    private static float[] matrix(int h, int middle, int side) {
        float[] all = new float[side * h];
        for (int i = 0; i < side; i++) {
            double place = Math.max(0, (i + 0.5) * middle / side - 0.5);
            int below = Math.min((int) place, middle - 1);
            int above = Math.min(below + 1, middle - 1);
            add(all, i * h, h, (double) below / (middle - 1), 1 - (place - below));
            add(all, i * h, h, (double) above / (middle - 1), place - below);
        }
        return all;
    }

    /** A share of what lies a part of the way from the first of h to the last. */
    private static void add(float[] all, int from, int h, double way, double share) {
        double place = way * (h - 1);
        int below = Math.min((int) place, h - 1);
        int above = Math.min(below + 1, h - 1);
        all[from + below] += (float) (share * (1 - (place - below)));
        all[from + above] += (float) (share * (place - below));
    }
}
