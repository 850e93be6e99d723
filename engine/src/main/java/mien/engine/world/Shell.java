package mien.engine.world;

/**
 * A sheet laid over the skull from the crown down to a lower edge, falling freely where the skull
 * recedes: hair, caps and scarves.
 */
final class Shell {
    private static final int ROWS = 26;

    /** How a kind of shell is shaped; angles in radians, heights and thickness in centimetres. */
    interface Cut {
        /** Height of the lower edge in a column. */
        float edge(float angle);

        /** Height where the sheet leaves the skull and hangs. */
        float hang(float angle);

        /** Distance from the skull; t runs from 0 at the crown to 1 at the edge. */
        float thickness(float angle, float t, float[] skull);

        /** Moves a point that is already off the skull: curls, clumps, shoulders. */
        default void style(float[] point, float angle, float t, float length) {}

        /** Coordinate across the strands. */
        float strand(float angle, float t, float[] skull);
    }

    private Shell() {}

    /** Adds the sheet; uvw = (strand, t, length from the crown). */
    static void add(Scene scene, Scalp scalp, Frame frame, Cut cut, float[] rgb, byte material) {
        int first = scene.vertices;
        int firstFace = scene.faces;
        int[][] grid = new int[ROWS][scalp.columns];
        float[] x = new float[scalp.rows + 8];
        float[] y = new float[scalp.rows + 8];
        float[] z = new float[scalp.rows + 8];
        float[] length = new float[scalp.rows + 8];
        float[] skull = new float[3];
        float[] p = new float[3];
        for (int c = 0; c < scalp.columns; c++) {
            float angle = Scalp.angle(c);
            float edge = cut.edge(angle);
            int n = path(scalp, c, edge, Math.max(edge, cut.hang(angle)), x, y, z);
            for (int i = 1; i < n; i++) {
                float dx = x[i] - x[i - 1];
                float dy = y[i] - y[i - 1];
                float dz = z[i] - z[i - 1];
                length[i] = length[i - 1] + (float) Math.sqrt(dx * dx + dy * dy + dz * dz);
            }
            int k = 1;
            for (int r = 0; r < ROWS; r++) {
                float t = r / (ROWS - 1f);
                float s = t * length[n - 1];
                while (k < n - 1 && length[k] < s) {
                    k++;
                }
                float f =
                        Math.min(
                                1,
                                (s - length[k - 1]) / Math.max(1e-4f, length[k] - length[k - 1]));
                skull[0] = x[k - 1] + f * (x[k] - x[k - 1]);
                skull[1] = y[k - 1] + f * (y[k] - y[k - 1]);
                skull[2] = z[k - 1] + f * (z[k] - z[k - 1]);
                lift(skull, cut.thickness(angle, t, skull), p);
                cut.style(p, angle, t, s);
                float u = cut.strand(angle, t, skull);
                float torso = smooth(-9, -20, p[1]);
                frame.pose(p, torso);
                grid[r][c] = scene.vertex(p[0], p[1], p[2], u, t, s, rgb, 1);
            }
        }
        scene.sheet(grid, true, material);
        scene.smooth(first, firstFace);
        along(scene, grid);
    }

    /** The column's way down: on the skull to {@code hang}, then straight down to {@code edge}. */
    private static int path(
            Scalp scalp, int c, float edge, float hang, float[] x, float[] y, float[] z) {
        int n = 0;
        for (int r = 0; r < scalp.rows; r++) {
            float[] q = scalp.at(r, c);
            if (r > 0 && q[1] < hang) {
                float[] o = scalp.at(r - 1, c);
                float f = (o[1] - hang) / Math.max(1e-4f, o[1] - q[1]);
                x[n] = o[0] + f * (q[0] - o[0]);
                y[n] = hang;
                z[n] = o[2] + f * (q[2] - o[2]);
                n++;
                break;
            }
            x[n] = q[0];
            y[n] = q[1];
            z[n] = q[2];
            n++;
        }
        if (edge < y[n - 1] - 0.01f) {
            x[n] = x[n - 1];
            y[n] = edge;
            z[n] = z[n - 1];
            n++;
        }
        return n;
    }

    /** Off the skull: radially from its middle above the ears, outward below them. */
    private static void lift(float[] skull, float by, float[] p) {
        float ny = Math.max(0, skull[1] - 2.5f);
        float nx = skull[0];
        float nz = skull[2] + 0.5f;
        float n = (float) Math.sqrt(nx * nx + ny * ny + nz * nz);
        p[0] = skull[0] + by * nx / n;
        p[1] = skull[1] + by * ny / n;
        p[2] = skull[2] + by * nz / n;
    }

    private static void along(Scene scene, int[][] grid) {
        for (int r = 0; r < grid.length; r++) {
            int up = Math.max(0, r - 1);
            int down = Math.min(grid.length - 1, r + 1);
            for (int c = 0; c < grid[r].length; c++) {
                for (int k = 0; k < 3; k++) {
                    scene.along[3 * grid[r][c] + k] =
                            scene.xyz[3 * grid[down][c] + k] - scene.xyz[3 * grid[up][c] + k];
                }
            }
        }
    }

    static float smooth(float from, float to, float v) {
        float t = Math.max(0, Math.min(1, (v - from) / (to - from)));
        return t * t * (3 - 2 * t);
    }
}
