package mien.engine.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import java.util.function.UnaryOperator;
import mien.engine.tensor.NoiseSource;

/** Gradients against difference quotients, along a direction at random. */
final class Slope {

    private Slope() {}

    /**
     * @param loss a scalar
     * @param step so small that few maxima and rectifiers change sides
     * @param bound relative
     */
    static void assertRight(UnaryOperator<NDArray> loss, NDArray x, double step, double bound) {
        NDArray at = x.duplicate();
        at.setRequiresGradient(true);
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            collector.backward(loss.apply(at));
        }
        NDArray direction = new NoiseSource(2).like(x).toType(x.getDataType(), false);
        double slope = number(at.getGradient().mul(direction).sum());
        assertTrue(slope != 0 && Double.isFinite(slope), "slope " + slope);
        double up = number(loss.apply(x.add(direction.mul(step))));
        double down = number(loss.apply(x.sub(direction.mul(step))));
        assertEquals((up - down) / (2 * step), slope, bound * Math.abs(slope));
    }

    private static double number(NDArray scalar) {
        return scalar.toType(DataType.FLOAT64, false).getDouble();
    }
}
