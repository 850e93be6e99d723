package mien.engine.flame.head;

/**
 * The skin as a grid of rays cast from the head's axis: columns go round the head, dense in front,
 * rows go from the crown to the collar. Three slits (two eyes, mouth) hold two vertices a column,
 * so that lids and lips open for real.
 */
final class HeadGrid {
    static final int FRONT = 21;
    static final int BACK = 13;
    static final int COLUMNS = 2 * (FRONT + BACK);
    static final double STEP = Math.toRadians(2.4);
    static final int MOUTH_COLUMN = 6;
    static final int EYE_INNER = 5;
    static final int EYE_OUTER = 13;
    static final double MOUTH_Y = -6.95;

    private static final double[] CROWN = {83, 76, 69, 62, 55, 48, 41, 34, 27, 20, 13, 6};
    private static final double[] FACE = {
        4.1, 3.5, 3.0, 2.6, 2.2, 1.8, 1.45, 1.1, 0.8, 0.5, 0.22, 0, -0.22, -0.48, -0.8, -1.15,
        -1.55, -1.95, -2.4, -2.85, -3.25, -3.6, -3.9, -4.2, -4.45, -4.68, -4.9, -5.15, -5.45, -5.8,
        -6.1, -6.35, -6.58, -6.78, MOUTH_Y, -7.12, -7.32, -7.55, -7.82, -8.15, -8.55
    };
    private static final double[] JAW = {-4, -8, -12, -16, -21, -27, -34, -42};
    private static final double[][] NECK = {
        {-10, -42}, {-11.5, -38}, {-13, -32}, {-14.5, -25}, {-16, -18}, {-17.8, -10}
    };
    static final int EYE_ROW = CROWN.length + 11;
    static final int MOUTH_ROW = CROWN.length + 34;
    static final int ROWS = CROWN.length + FACE.length + JAW.length + NECK.length;

    /**
     * How far the lids stand open: 1 at rest, 0 closed; one number for each eye (x > 0 is left).
     */
    record Lids(double left, double right) {
        static final Lids OPEN = new Lids(1, 1);
    }

    /** Vertex of row r, column c as the cells above it see it, and as the cells below it see it. */
    final int[][] above = new int[ROWS][COLUMNS];

    final int[][] below = new int[ROWS][COLUMNS];

    /** Angle of a column from the front toward the person's left, in (-π, π]. */
    static double angle(int column) {
        int c = column <= COLUMNS / 2 ? column : COLUMNS - column;
        double front = Math.min(c, FRONT) * STEP;
        double rest = Math.max(0, c - FRONT) * (Math.PI - FRONT * STEP) / BACK;
        return column <= COLUMNS / 2 ? front + rest : -(front + rest);
    }

    /** Column number counted from the front, positive on the person's left. */
    static int signedColumn(int column) {
        return column <= COLUMNS / 2 ? column : column - COLUMNS;
    }

    static boolean inEye(int row, int column) {
        int c = Math.abs(signedColumn(column));
        return row == EYE_ROW && c > EYE_INNER && c < EYE_OUTER;
    }

    static boolean inMouth(int row, int column) {
        return row == MOUTH_ROW && Math.abs(signedColumn(column)) < MOUTH_COLUMN;
    }

    /** Adds the grid's vertices and cells to the mesh. */
    void addTo(MeshBuilder mesh) {
        double top = HeadField.cast(4, 0, 1, 0);
        int crown = mesh.vertex(0, 4 + top, 0, HeadPart.SKIN, 0);
        double[] p = new double[3];
        for (int r = 0; r < ROWS; r++) {
            for (int c = 0; c < COLUMNS; c++) {
                boolean slit = inEye(r, c) || inMouth(r, c);
                place(r, c, slit ? 1 : 0, Lids.OPEN, p);
                above[r][c] = mesh.vertex(p[0], p[1], p[2], HeadPart.SKIN, slit ? 1 : sideOf(r));
                below[r][c] = above[r][c];
                if (slit) {
                    place(r, c, -1, Lids.OPEN, p);
                    below[r][c] = mesh.vertex(p[0], p[1], p[2], HeadPart.SKIN, -1);
                }
            }
        }
        for (int c = 0; c < COLUMNS; c++) {
            int n = (c + 1) % COLUMNS;
            mesh.triangle(crown, above[0][c], above[0][n]);
            for (int r = 0; r + 1 < ROWS; r++) {
                mesh.quad(below[r][c], above[r + 1][c], above[r + 1][n], below[r][n]);
            }
        }
    }

    /** +1 from the nose base to the mouth line, -1 under it: what upper and lower lip obey. */
    private static int sideOf(int row) {
        return row == MOUTH_ROW ? 0 : row < MOUTH_ROW ? 1 : -1;
    }

    /** Position of a grid vertex; {@code side} chooses the rim inside a slit. */
    static void place(int row, int column, int side, Lids lids, double[] p) {
        double theta = angle(column);
        double sin = Math.sin(theta);
        double cos = Math.cos(theta);
        double oy;
        double elevation = 0;
        int r = row;
        if (r < CROWN.length) {
            oy = 4;
            elevation = CROWN[r];
        } else if ((r -= CROWN.length) < FACE.length) {
            oy = FACE[r];
        } else if ((r -= FACE.length) < JAW.length) {
            oy = FACE[FACE.length - 1];
            elevation = JAW[r] * tilt(theta);
        } else {
            r -= JAW.length;
            oy = NECK[r][0];
            elevation = NECK[r][1] * tilt(theta);
        }
        double e = Math.toRadians(elevation);
        double dx = sin * Math.cos(e);
        double dy = Math.sin(e);
        double dz = cos * Math.cos(e);
        double t = HeadField.cast(oy, dx, dy, dz);
        double x = t * dx;
        double y = oy + t * dy;
        if (cos > 0.7 && Math.abs(y) < 2.2 && elevation == 0) {
            double open = x > 0 ? lids.left() : lids.right();
            double moved = lidWarp(Math.abs(x), y, side, open);
            if (moved != y) {
                t = HeadField.cast(moved, dx, 0, dz);
                x = t * dx;
                y = moved;
            }
        }
        p[0] = x;
        p[1] = y;
        p[2] = t * dz;
    }

    private static double tilt(double theta) {
        double c = Math.cos(theta / 2);
        return 0.25 + 0.75 * c * c;
    }

    /** Height of the lid rims over x (|x|, cm): [0] upper, [1] lower; zero at the corners. */
    static double rim(double x, boolean upper, double open) {
        double s = Math.max(0, Math.min(1, (x - 1.66) / (4.42 - 1.66)));
        double line = 0.12 * (s - 0.35); // the outer corner stands a little higher
        double up = 0.7 * Math.sin(Math.PI * Math.pow(s, 0.86));
        double low = -0.5 * Math.sin(Math.PI * Math.pow(s, 1.2));
        double closed = low * 0.75;
        double v = upper ? closed + (up - closed) * open : low + (closed - low) * (1 - open);
        return line * Math.min(1, 6 * s * (1 - s) + 0.5) + v;
    }

    private static double lidWarp(double x, double y, int side, double open) {
        if (x < 1.0 || x > 5.2) {
            return y;
        }
        boolean upper = y > 0 || (y == 0 && side >= 0);
        double reach = upper ? 1.9 : 1.5;
        double f = Math.max(0, 1 - Math.abs(y) / reach);
        double edge = Math.min(1, Math.min((x - 1.0) / 0.6, (5.2 - x) / 0.7));
        return y + rim(x, upper, open) * Math.pow(f, 1.6) * edge;
    }
}
