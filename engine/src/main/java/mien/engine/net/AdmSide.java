package mien.engine.net;

import ai.djl.ndarray.NDArray;
import mien.engine.nn.Traced;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Numbers;

/** What happens to the side of a map without any weights. */
enum AdmSide implements AdmCell {
    KEPT,
    /** Mean of each 2×2 square. */
    HALVED,
    /** Every pixel doubled in both directions. */
    DOUBLED;

    private static final int SQUARE = 4; // pixels of the larger map for one of the smaller

    int of(int x) {
        return switch (this) {
            case KEPT -> x;
            case HALVED -> x / 2;
            case DOUBLED -> 2 * x;
        };
    }

    NDArray forward(NDArray x) {
        return switch (this) {
            case KEPT -> x;
            case HALVED -> Aten.averagePool2(x);
            case DOUBLED -> Aten.nearest2(x);
        };
    }

    /** From the gradient by the output to the one by the input. */
    NDArray back(NDArray g) {
        return switch (this) {
            case KEPT -> g;
            case HALVED -> Numbers.over(Aten.nearest2(g), SQUARE);
            case DOUBLED -> Numbers.times(Aten.averagePool2(g), SQUARE);
        };
    }

    @Override
    public NDArray forward(NDArray x, AdmCondition e) {
        return forward(x);
    }

    @Override
    public Traced trace(NDArray x, AdmCondition e) {
        return new Traced(forward(x), this::back);
    }
}
