package mien.engine.picture;

import java.util.Arrays;

/**
 * A projective map of the plane: (x, y) goes to (a x + b y + c, d x + e y + f)/(g x + h y + i).
 *
 * @param m a … i, row-major [9]
 */
public record Homography(double[] m) {

    /** The map that moves nothing. */
    public static final Homography IDENTITY = of(1, 0, 0, 0, 1, 0, 0, 0, 1);

    public Homography {
        if (m.length != 9) {
            throw new IllegalArgumentException(
                    "A projective map has 9 numbers, but got %d.".formatted(m.length));
        }
        m = m.clone();
    }

    public static Homography of(double... m) {
        return new Homography(m);
    }

    /**
     * The map that takes four points to four others, its last number 1.
     *
     * @param from x and y of each, no three on a line [8]
     * @param to x and y of each [8]
     */
    public static Homography between(double[] from, double[] to) {
        double[][] rows = new double[8][];
        for (int k = 0; k < 4; k++) {
            double x = from[2 * k];
            double y = from[2 * k + 1];
            double u = to[2 * k];
            double v = to[2 * k + 1];
            rows[2 * k] = new double[] {x, y, 1, 0, 0, 0, -u * x, -u * y, u};
            rows[2 * k + 1] = new double[] {0, 0, 0, x, y, 1, -v * x, -v * y, v};
        }
        double[] m = Arrays.copyOf(solved(rows), 9);
        m[8] = 1;
        return new Homography(m);
    }

    /** Gauss and Jordan, the largest pivot first; each row ends with its right-hand side. */
    private static double[] solved(double[][] rows) {
        int n = rows.length;
        for (int k = 0; k < n; k++) {
            int best = k;
            for (int r = k + 1; r < n; r++) {
                best = Math.abs(rows[r][k]) > Math.abs(rows[best][k]) ? r : best;
            }
            double[] pivot = rows[best];
            rows[best] = rows[k];
            rows[k] = pivot;
            if (pivot[k] == 0) {
                throw new IllegalArgumentException(
                        "Three of the four points lie on a line: no projective map takes them there.");
            }
            for (int r = 0; r < n; r++) {
                double times = r == k ? 0 : rows[r][k] / pivot[k];
                for (int c = k; times != 0 && c <= n; c++) {
                    rows[r][c] -= times * pivot[c];
                }
            }
        }
        double[] x = new double[n];
        for (int k = 0; k < n; k++) {
            x[k] = rows[k][n] / rows[k][k];
        }
        return x;
    }

    /** First the other map, then this one. */
    public Homography after(Homography first) {
        double[] out = new double[9];
        for (int i = 0; i < 9; i++) {
            for (int k = 0; k < 3; k++) {
                out[i] += m[i / 3 * 3 + k] * first.m[3 * k + i % 3];
            }
        }
        return new Homography(out);
    }

    /** The way back: the adjugate over the determinant. */
    public Homography inverse() {
        double[] cofactors = {
            minor(4, 8, 5, 7), minor(2, 7, 1, 8), minor(1, 5, 2, 4),
            minor(5, 6, 3, 8), minor(0, 8, 2, 6), minor(2, 3, 0, 5),
            minor(3, 7, 4, 6), minor(1, 6, 0, 7), minor(0, 4, 1, 3)
        };
        double determinant = m[0] * cofactors[0] + m[1] * cofactors[3] + m[2] * cofactors[6];
        if (determinant == 0) {
            throw new IllegalArgumentException("A map that flattens the plane has no way back.");
        }
        return new Homography(Arrays.stream(cofactors).map(c -> c / determinant).toArray());
    }

    private double minor(int a, int b, int c, int d) {
        return m[a] * m[b] - m[c] * m[d];
    }

    /** a x + b y + c. */
    public double x(double x, double y) {
        return m[0] * x + m[1] * y + m[2];
    }

    /** d x + e y + f. */
    public double y(double x, double y) {
        return m[3] * x + m[4] * y + m[5];
    }

    /** g x + h y + i, by which both are divided. */
    public double w(double x, double y) {
        return m[6] * x + m[7] * y + m[8];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Homography h && Arrays.equals(m, h.m);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(m);
    }

    @Override
    public String toString() {
        return "Homography" + Arrays.toString(m);
    }
}
