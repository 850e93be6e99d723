package mien.engine.diffusion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Coefficients for a batch whose pictures stand at different steps. */
public final class PerPicture {

    private PerPicture() {}

    /** One number for each picture of x, [N, …] → [N, 1, …], rounded to float32 here. */
    public static NDArray column(NDArray x, double[] values) {
        float[] rounded = new float[values.length];
        for (int n = 0; n < values.length; n++) {
            rounded[n] = (float) values[n];
        }
        long[] shape = new long[x.getShape().dimension()];
        Arrays.fill(shape, 1);
        shape[0] = values.length;
        return x.getManager().create(rounded, new Shape(shape)); // N,1,1,1
    }

    /** A coefficient of each picture's step. */
    static NDArray column(NDArray x, List<Step> steps, ToDoubleFunction<Step> coefficient) {
        return column(x, steps.stream().mapToDouble(coefficient).toArray());
    }
}
