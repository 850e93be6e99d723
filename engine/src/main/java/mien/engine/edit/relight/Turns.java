package mien.engine.edit.relight;

/** Rotations in double precision: 3×3 matrices, row-major [9]. */
final class Turns {

    private static final double TINY = 1e-9;

    private Turns() {}

    static double[] aboutX(double radians) {
        double c = Math.cos(radians);
        double s = Math.sin(radians);
        return new double[] {1, 0, 0, 0, c, -s, 0, s, c};
    }

    static double[] aboutY(double radians) {
        double c = Math.cos(radians);
        double s = Math.sin(radians);
        return new double[] {c, 0, s, 0, 1, 0, -s, 0, c};
    }

    static double[] aboutZ(double radians) {
        double c = Math.cos(radians);
        double s = Math.sin(radians);
        return new double[] {c, -s, 0, s, c, 0, 0, 0, 1};
    }

    static double[] product(double[] p, double[] q) {
        double[] out = new double[9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    out[3 * i + j] += p[3 * i + k] * q[3 * k + j];
                }
            }
        }
        return out;
    }

    static double[] transposed(double[] r) {
        return new double[] {r[0], r[3], r[6], r[1], r[4], r[7], r[2], r[5], r[8]};
    }

    /** The matrix of an axis-angle vector in radians (Rodrigues). */
    static double[] matrix(double x, double y, double z) {
        double angle = Math.sqrt(x * x + y * y + z * z);
        if (angle < TINY) {
            return new double[] {1, -z, y, z, 1, -x, -y, x, 1};
        }
        double s = Math.sin(angle) / angle;
        double c = (1 - Math.cos(angle)) / (angle * angle);
        return new double[] {
            1 - c * (y * y + z * z),
            c * x * y - s * z,
            c * x * z + s * y,
            c * x * y + s * z,
            1 - c * (x * x + z * z),
            c * y * z - s * x,
            c * x * z - s * y,
            c * y * z + s * x,
            1 - c * (x * x + y * y)
        };
    }

    /** The axis-angle vector of a matrix, radians; exact up to rounding for angles below 180°. */
    static double[] axisAngle(double[] r) {
        double x = r[7] - r[5];
        double y = r[2] - r[6];
        double z = r[3] - r[1];
        double sin = Math.sqrt(x * x + y * y + z * z) / 2;
        double angle = Math.atan2(sin, (r[0] + r[4] + r[8] - 1) / 2);
        double k = sin < TINY ? 0.5 : angle / (2 * sin);
        return new double[] {k * x, k * y, k * z};
    }
}
