package mien.engine.flame.head;

import java.util.Arrays;
import mien.engine.flame.Landmarks;
import mien.engine.flame.Landmarks.SurfacePoints;

/** The 68 landmarks on the mesh; the jaw's contour slides along the skin as the head turns. */
final class HeadLandmarks {
    /**
     * Heights of the contour points from the chin (0) to the ear (8), and |x| of the lower ones.
     */
    private static final double[] CONTOUR_Y = {
        -11.35, -11.1, -10.4, -9.2, -7.6, -5.8, -3.9, -2.0, -0.2
    };

    private static final double[] CONTOUR_X = {0, 1.5, 2.9, 4.1};

    /** How far forward the lower ones lie at least: on the jaw's front, not under it. */
    private static final double[] FRONT_Z = {7.6, 7.3, 5.8, 3.8};

    private static final double[][] BROW = {
        {5.0, 1.95}, {4.2, 2.4}, {3.2, 2.45}, {2.3, 2.2}, {1.45, 1.75}
    };

    private final HeadMesh mesh;

    HeadLandmarks(HeadMesh mesh) {
        this.mesh = mesh;
    }

    Landmarks table() {
        int[] inner = inner();
        int[] full = new int[Landmarks.COUNT];
        int[] contour = new int[Landmarks.ROWS * Landmarks.CONTOUR];
        for (int row = 0; row < Landmarks.ROWS; row++) {
            int degrees = row < 40 ? row : 39 - row;
            for (int i = 0; i < Landmarks.CONTOUR; i++) {
                contour[row * Landmarks.CONTOUR + i] = contour(i - 8, Math.toRadians(degrees));
            }
        }
        System.arraycopy(contour, 0, full, 0, Landmarks.CONTOUR);
        System.arraycopy(inner, 0, full, Landmarks.CONTOUR, inner.length);
        return new Landmarks(
                SurfacePoints.onVertices(inner),
                SurfacePoints.onVertices(contour),
                SurfacePoints.onVertices(full));
    }

    /**
     * Contour point {@code i} (-8 right ear … 0 chin … 8 left ear) of a head turned by {@code yaw}:
     * the far cheek's outline wanders toward the nose, the near one stays on the jaw.
     */
    private int contour(int i, double yaw) {
        int k = Math.abs(i);
        int sign = i < 0 ? -1 : 1;
        double turned = Math.max(0, sign * yaw); // only the far side's outline moves
        double sin = Math.sin(turned);
        double cos = Math.cos(turned);
        int best = 0;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (int r = HeadGrid.EYE_ROW - 4; r < HeadGrid.ROWS - 5; r++) {
            for (int c = 0; c <= HeadGrid.FRONT + 4; c++) {
                int v =
                        mesh.grid
                                .below[r][sign > 0 ? c : (HeadGrid.COLUMNS - c) % HeadGrid.COLUMNS];
                double x = Math.abs(mesh.xyz[3 * v]);
                double z = mesh.xyz[3 * v + 2];
                double dy = mesh.xyz[3 * v + 1] - CONTOUR_Y[k];
                double score;
                if (k >= CONTOUR_X.length) {
                    score = z < 0.4 ? -1e6 : x * cos + z * sin - 6 * dy * dy;
                } else {
                    double slide = CONTOUR_X[k] * (1 - 0.5 * sin);
                    score = z < FRONT_Z[k] ? -1e6 : -(x - slide) * (x - slide) - dy * dy;
                }
                if (score > bestScore) {
                    bestScore = score;
                    best = v;
                }
            }
        }
        return best;
    }

    private int[] inner() {
        int[] p = new int[Landmarks.COUNT - Landmarks.CONTOUR];
        Arrays.fill(p, -1);
        for (int i = 0; i < 5; i++) {
            p[i] = front(-BROW[i][0], BROW[i][1]); // right brow, outside in
            p[9 - i] = front(BROW[i][0], BROW[i][1]); // left brow, inside out
        }
        double[] bridge = {0.2, -1.1, -2.4, -3.7};
        double[][] base = {{1.5, -4.5}, {0.75, -4.8}, {0, -4.95}};
        for (int i = 0; i < 4; i++) {
            p[10 + i] = front(0, bridge[i]);
        }
        for (int i = 0; i < 3; i++) {
            p[14 + i] = front(-base[i][0], base[i][1]);
            p[18 - i] = front(base[i][0], base[i][1]);
        }
        eye(p, 19, -1);
        eye(p, 25, 1);
        lips(p);
        return p;
    }

    /** Six points round an eye, from the picture's left, over the upper lid. */
    private void eye(int[] p, int at, int sign) {
        int[] columns = {HeadGrid.EYE_OUTER, 10, 8, HeadGrid.EYE_INNER};
        for (int i = 0; i < 4; i++) {
            int c = Math.floorMod(sign * columns[i], HeadGrid.COLUMNS);
            p[at + (sign < 0 ? i : 3 - i)] = mesh.grid.above[HeadGrid.EYE_ROW][c];
            if (i == 1 || i == 2) {
                int low = sign < 0 ? 6 - i : 3 + i;
                p[at + low] = mesh.grid.below[HeadGrid.EYE_ROW][c];
            }
        }
    }

    private void lips(int[] p) {
        double[][] top = {{1.45}, {0.55}, {0}, {-0.55}, {-1.45}};
        double[] columns = {4, 2, 0};
        p[31] = rim(-HeadGrid.MOUTH_COLUMN, true);
        p[37] = rim(HeadGrid.MOUTH_COLUMN, true);
        for (int i = 0; i < 5; i++) {
            double x = -top[i][0];
            p[32 + i] = front(x, FaceChart.upperLipTop((float) Math.abs(x)) - 0.1);
            p[42 - i] = front(x, FaceChart.lowerLipBottom((float) Math.abs(x)) + 0.12);
        }
        p[43] = rim(-5, true);
        p[47] = rim(5, true);
        for (int i = -1; i <= 1; i++) {
            int c = i * (int) (columns[0] - 1);
            p[45 + i] = rim(c, true);
            p[49 - i] = rim(c, false);
        }
    }

    private int rim(int column, boolean upper) {
        int c = Math.floorMod(column, HeadGrid.COLUMNS);
        return upper
                ? mesh.grid.above[HeadGrid.MOUTH_ROW][c]
                : mesh.grid.below[HeadGrid.MOUTH_ROW][c];
    }

    /** The frontmost skin vertex nearest to a place in the frontal view. */
    private int front(double x, double y) {
        int best = 0;
        double nearest = Double.POSITIVE_INFINITY;
        for (int v = 0; v < mesh.size(); v++) {
            if (mesh.parts[v] == HeadPart.SKIN && mesh.xyz[3 * v + 2] > 4) {
                double dx = mesh.xyz[3 * v] - x;
                double dy = mesh.xyz[3 * v + 1] - y;
                if (dx * dx + dy * dy < nearest - 1e-9) {
                    nearest = dx * dx + dy * dy;
                    best = v;
                }
            }
        }
        return best;
    }
}
