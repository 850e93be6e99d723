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
 * @param shape root mean square over the shape coefficients, standard deviations
 */
record CodeErrors(double light, double pose, double expression, double shape) {

    static CodeErrors between(FlameCode read, FlameCode wanted) {
        return new CodeErrors(
                rootMeanSquare(read.light(), wanted.light()),
                Math.toDegrees(Rotation.angle(read.pose(), wanted.pose())),
                rootMeanSquare(face(read), face(wanted)),
                rootMeanSquare(read.shape(), wanted.shape()));
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
}
