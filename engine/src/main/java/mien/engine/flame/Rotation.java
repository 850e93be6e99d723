package mien.engine.flame;

/** Axis-angle vectors as rotation matrices. */
public final class Rotation {
    private Rotation() {}

    /**
     * Rodrigues' formula with FLAME's guard against division by zero: the 1e-8 enters the angle but
     * not the axis. Where the guard itself cancels the vector (r = −1e-8 each) the original gives
     * not-a-number; this gives the identity.
     *
     * @param r the array that holds the axis-angle vector, radians
     * @param at where its three numbers start
     * @return the 3×3 matrix, row-major [9]
     */
    public static float[] matrix(float[] r, int at) {
        double ex = r[at] + 1e-8f;
        double ey = r[at + 1] + 1e-8f;
        double ez = r[at + 2] + 1e-8f;
        double theta = Math.sqrt(ex * ex + ey * ey + ez * ez); // θ = ‖r + 1e-8‖
        if (theta == 0) {
            return new float[] {1, 0, 0, 0, 1, 0, 0, 0, 1};
        }
        double x = r[at] / theta; // d = r/θ
        double y = r[at + 1] / theta;
        double z = r[at + 2] / theta;
        double s = Math.sin(theta);
        double c = 1 - Math.cos(theta);
        return new float[] { // R = I + sinθ·K + (1 − cosθ)·K²
            (float) (1 - c * (y * y + z * z)),
            (float) (c * x * y - s * z),
            (float) (c * x * z + s * y),
            (float) (c * x * y + s * z),
            (float) (1 - c * (x * x + z * z)),
            (float) (c * y * z - s * x),
            (float) (c * x * z - s * y),
            (float) (c * y * z + s * x),
            (float) (1 - c * (x * x + y * y))
        };
    }

    /**
     * @param a 3×3, row-major
     * @param b 3×3, row-major
     * @return a·b, row-major
     */
    public static float[] product(float[] a, float[] b) {
        float[] out = new float[9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                out[3 * i + j] =
                        a[3 * i] * b[j] + a[3 * i + 1] * b[3 + j] + a[3 * i + 2] * b[6 + j];
            }
        }
        return out;
    }

    /**
     * The angle between two rotations: ‖R_a − R_b‖ = 2√2·sin(θ/2).
     *
     * @param a axis-angle vector, radians, in the first three numbers
     * @param b the same
     * @return 0 to π
     */
    public static double angle(float[] a, float[] b) {
        float[] ra = matrix(a, 0);
        float[] rb = matrix(b, 0);
        double squares = 0;
        for (int i = 0; i < 9; i++) {
            double d = (double) ra[i] - rb[i];
            squares += d * d;
        }
        return 2 * Math.asin(Math.min(1, Math.sqrt(squares / 8)));
    }
}
