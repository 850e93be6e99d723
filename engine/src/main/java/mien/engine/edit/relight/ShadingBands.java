package mien.engine.edit.relight;

import mien.engine.flame.SphericalHarmonics;

/**
 * The shading that nine spherical-harmonic bands of one colour give a unit normal, as a quadratic
 * form: E(n) = a + b·n + nᵀ M n with M symmetric and traceless (Ramamoorthi and Hanrahan 2001,
 * section 3.2). In this form rotations are closed: b turns as a vector, M as a matrix.
 *
 * @param a even part
 * @param b linear part [3]
 * @param m quadratic part, row-major [9]
 */
record ShadingBands(double a, double[] b, double[] m) {

    /** The form of one colour of a light. */
    static ShadingBands of(float[] light, int colour) {
        double[] k = new double[SphericalHarmonics.BANDS];
        for (int i = 0; i < k.length; i++) {
            k[i] = (double) light[3 * i + colour] * SphericalHarmonics.constant(i);
        }
        double[] m = { // 3z² − 1 = 2z² − x² − y² on unit normals
            k[7] - k[8],
            k[4] / 2,
            k[5] / 2,
            k[4] / 2,
            -k[7] - k[8],
            k[6] / 2,
            k[5] / 2,
            k[6] / 2,
            2 * k[8]
        };
        return new ShadingBands(k[0], new double[] {k[1], k[2], k[3]}, m);
    }

    /**
     * A distant lamp whose linear part is 1: max(0, cos) ∝ 1/2 + cos + 5/8·(3cos² − 1)/2 up to the
     * second band.
     */
    static ShadingBands lamp(double[] d) {
        double[] m = new double[9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                m[3 * i + j] = 15.0 / 16 * (d[i] * d[j] - (i == j ? 1.0 / 3 : 0));
            }
        }
        return new ShadingBands(0.5, d.clone(), m);
    }

    /** E(n) of a unit normal. */
    double at(double x, double y, double z) {
        double[] n = {x, y, z};
        double sum = a;
        for (int i = 0; i < 3; i++) {
            sum += b[i] * n[i];
            for (int j = 0; j < 3; j++) {
                sum += m[3 * i + j] * n[i] * n[j];
            }
        }
        return sum;
    }

    /**
     * The same light turned: E'(R·n) = E(n).
     *
     * @param r rotation, row-major [9]
     */
    ShadingBands rotated(double[] r) {
        double[] turned = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                turned[i] += r[3 * i + j] * b[j]; // b' = R·b
            }
        }
        return new ShadingBands(
                a, turned, Turns.product(Turns.product(r, m), Turns.transposed(r))); // M' = R·M·Rᵀ
    }

    /** Even part times {@code even}, directed parts times {@code directed}. */
    ShadingBands scaled(double even, double directed) {
        double[] linear = b.clone();
        double[] quadratic = m.clone();
        for (int i = 0; i < 3; i++) {
            linear[i] *= directed;
        }
        for (int i = 0; i < 9; i++) {
            quadratic[i] *= directed;
        }
        return new ShadingBands(a * even, linear, quadratic);
    }

    /** The same with more light from everywhere. */
    ShadingBands brighter(double even) {
        return new ShadingBands(a + even, b, m);
    }

    /** Both lights together. */
    ShadingBands plus(ShadingBands other) {
        double[] linear = b.clone();
        double[] quadratic = m.clone();
        for (int i = 0; i < 3; i++) {
            linear[i] += other.b[i];
        }
        for (int i = 0; i < 9; i++) {
            quadratic[i] += other.m[i];
        }
        return new ShadingBands(a + other.a, linear, quadratic);
    }

    /** Writes the form back as one colour of a light of 27 numbers. */
    void write(float[] light, int colour) {
        double[] k = {
            a, b[0], b[1], b[2], 2 * m[1], 2 * m[2], 2 * m[5], (m[0] - m[4]) / 2, m[8] / 2
        };
        for (int i = 0; i < k.length; i++) {
            light[3 * i + colour] = (float) (k[i] / SphericalHarmonics.constant(i));
        }
    }

    /** The three colours of a light of 27 numbers. */
    static ShadingBands[] colours(float[] light) {
        return new ShadingBands[] {of(light, 0), of(light, 1), of(light, 2)};
    }
}
