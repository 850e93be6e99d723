package mien.engine.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.jni.IValue;
import java.util.List;

/** The arithmetic of an optimiser: many arrays at once, most of it in place. */
public final class Descent {

    private Descent() {}

    /** The joint L2 norm of all arrays, a scalar. */
    public static double norm(List<NDArray> xs) {
        try (NDArray norm = Aten.call("norm", xs.get(0), Aten.of(xs))) {
            return norm.getFloat();
        }
    }

    /** xs ← xs·factor, in place. */
    public static void scale(List<NDArray> xs, double factor) {
        Aten.run("scale_", Aten.of(xs), Aten.of(factor));
    }

    /** xs ← ys, in place, types converted. */
    public static void copy(List<NDArray> xs, List<NDArray> ys) {
        Aten.run("copy_", Aten.of(xs), Aten.of(ys));
    }

    /** xs ← xs + weight·(ys − xs), in place. */
    public static void lerp(List<NDArray> xs, List<NDArray> ys, double weight) {
        Aten.run("lerp_", Aten.of(xs), Aten.of(ys), Aten.of(weight));
    }

    /** Hyper-parameters of one Adam step; {@code step} counts from 1. */
    public record Adam(
            double rate, double beta1, double beta2, double eps, double decay, long step) {}

    /**
     * One AdamW step in place (Kingma and Ba 2015, algorithm 1; decoupled decay of Loshchilov and
     * Hutter 2019): Δ = −rate·m̂/(√v̂ + ε), with ε added after the bias correction as PyTorch does.
     */
    public static void adam(
            List<NDArray> params, List<NDArray> grads, List<NDArray> m, List<NDArray> v, Adam s) {
        double correction1 = 1 - Math.pow(s.beta1, s.step);
        double correction2 = 1 - Math.pow(s.beta2, s.step);
        double[] h = {
            -s.rate / correction1,
            s.beta1,
            s.beta2,
            s.eps,
            1 / Math.sqrt(correction2),
            1 - s.rate * s.decay
        };
        Aten.run(
                "adam_",
                Aten.of(params),
                Aten.of(grads),
                Aten.of(m),
                Aten.of(v),
                IValue.listFrom(h));
    }
}
