package mien.engine.edit.faceswap;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mien.engine.picture.Homography;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Aten.Beyond;

/**
 * Draws the copies of a face that {@link Warp warps} describe, pixel by pixel as the program does,
 * its two unequal conventions of where a pixel lies included (reference diffface.md §5.1).
 * Differentiable with respect to the face.
 */
final class Copies {

    /** Where the homogeneous coordinate is smaller, the program does not divide. */
    private static final double FLAT = 1e-8;

    private Copies() {}

    /**
     * @param face [1, C, S, S]
     * @return [N, C, S, S], one for each warp
     */
    static NDArray of(NDArray face, List<Warp> warps) {
        Shape s = face.getShape();
        NDArray copies = face.broadcast(new Shape(warps.size(), s.get(1), s.get(2), s.get(3)));
        NDArray turned = sampled(copies, warps, Warp::turned, Copies::turned, Beyond.EDGE);
        return sampled(turned, warps, Warp::tilted, Copies::tilted, Beyond.ZERO);
    }

    /** Writes where in the picture the output pixel (column, row) comes from, in −1 … 1. */
    @FunctionalInterface
    private interface Source {
        void write(Homography back, int column, int row, int side, float[] grid, int at);
    }

    private static NDArray sampled(
            NDArray x,
            List<Warp> warps,
            Function<Warp, Optional<Homography>> kind,
            Source source,
            Beyond beyond) {
        if (warps.stream().allMatch(w -> kind.apply(w).isEmpty())) {
            return x;
        }
        int side = (int) x.getShape().get(3);
        float[] grid = new float[warps.size() * side * side * 2];
        for (int n = 0; n < warps.size(); n++) {
            Optional<Homography> back = kind.apply(warps.get(n)).map(m -> back(m, side));
            for (int i = 0; i < side * side; i++) {
                int at = 2 * (n * side * side + i);
                if (back.isPresent()) {
                    source.write(back.get(), i % side, i / side, side, grid, at);
                } else { // the pixel itself
                    grid[at] = (float) centre(i % side, side);
                    grid[at + 1] = (float) centre(i / side, side);
                }
            }
        }
        NDArray where = x.getManager().create(grid, new Shape(warps.size(), side, side, 2));
        return Aten.gridSample(x, where, beyond);
    }

    /** (S·M·S⁻¹)⁻¹ with S from pixels to −1 … 1, corners on corners: 2x/(W − 1) − 1. */
    private static Homography back(Homography m, int side) {
        double k = 2 / (side - 1.0);
        Homography s = Homography.of(k, 0, -1, 0, k, -1, 0, 0, 1);
        return s.after(m.inverse()).after(s.inverse());
    }

    /** Where a pixel's middle lies when −1 and 1 are the outer edges. */
    private static double centre(int i, int side) {
        return (2 * i + 1.0) / side - 1;
    }

    private static void turned(Homography b, int column, int row, int side, float[] grid, int at) {
        double x = centre(column, side);
        double y = centre(row, side);
        grid[at] = (float) b.x(x, y);
        grid[at + 1] = (float) b.y(x, y);
    }

    private static void tilted(Homography b, int column, int row, int side, float[] grid, int at) {
        double x = 2 * column / (side - 1.0) - 1; // here with the outer pixels on −1 and 1
        double y = 2 * row / (side - 1.0) - 1;
        double w = b.w(x, y);
        double by = Math.abs(w) > FLAT ? 1 / (w + FLAT) : 1;
        grid[at] = (float) (b.x(x, y) * by);
        grid[at + 1] = (float) (b.y(x, y) * by);
    }
}
