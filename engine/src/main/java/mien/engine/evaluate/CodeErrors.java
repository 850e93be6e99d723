package mien.engine.evaluate;

import java.util.Arrays;
import mien.engine.flame.FlameCode;
import mien.engine.flame.Rotation;

/**
 * How far one code is from another, part by part (DiffusionRig's re-inference: the edited picture
 * is read again and compared with what was wanted).
 *
 * @param light root mean square over the 27 light numbers
 * @param pose angle between the head's rotations, degrees
 * @param expression root mean square over the expression coefficients and the jaw's opening in
 *     radians
 */
record CodeErrors(double light, double pose, double expression) {

    static CodeErrors between(FlameCode read, FlameCode wanted) {
        return new CodeErrors(
                rootMeanSquare(read.light(), wanted.light()),
                Math.toDegrees(angle(read.pose(), wanted.pose())),
                rootMeanSquare(face(read), face(wanted)));
    }

    /**
     * Cosine of the angle between shape and albedo coefficients of two codes: 1 for the same
     * person.
     */
    static double likeness(FlameCode one, FlameCode other) {
        float[] a = joined(one.shape(), one.texture());
        float[] b = joined(other.shape(), other.texture());
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (double) a[i] * b[i];
            aa += (double) a[i] * a[i];
            bb += (double) b[i] * b[i];
        }
        return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
    }

    private static float[] face(FlameCode code) {
        return joined(code.expression(), new float[] {code.pose()[3]});
    }

    private static float[] joined(float[] a, float[] b) {
        float[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static double rootMeanSquare(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double d = a[i] - b[i];
            sum += d * d;
        }
        return Math.sqrt(sum / a.length);
    }

    /** Angle between two rotations: ‖R_a − R_b‖ = 2√2·sin(θ/2). */
    private static double angle(float[] a, float[] b) {
        float[] ra = Rotation.matrix(a, 0);
        float[] rb = Rotation.matrix(b, 0);
        double squares = 0;
        for (int i = 0; i < 9; i++) {
            double d = (double) ra[i] - rb[i];
            squares += d * d;
        }
        return 2 * Math.asin(Math.min(1, Math.sqrt(squares / 8)));
    }
}
