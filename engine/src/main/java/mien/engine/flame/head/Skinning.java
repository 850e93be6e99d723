package mien.engine.flame.head;

import static mien.engine.flame.head.Field.step;

/** Joints, what hangs on them and how the skin corrects itself: root, neck, jaw, two eyes. */
final class Skinning {
    static final int[] PARENTS = {-1, 0, 1, 1, 1};
    private static final int ROOT = 0;
    private static final int NECK = 1;
    private static final int JAW = 2;
    private static final int LEFT_EYE = 3;
    private static final int RIGHT_EYE = 4;

    private final HeadMesh mesh;

    Skinning(HeadMesh mesh) {
        this.mesh = mesh;
    }

    /** Joints as sums of vertices [5][V]. */
    float[][] regressor() {
        float[][] j = new float[5][mesh.size()];
        average(j[ROOT], mesh.grid.above[HeadGrid.ROWS - 2]);
        average(j[NECK], mesh.grid.above[HeadGrid.ROWS - 5]);
        int hinge = HeadGrid.EYE_ROW + 5;
        int ear = HeadGrid.FRONT + 3;
        average(
                j[JAW],
                new int[] {
                    mesh.grid.above[hinge][ear], mesh.grid.above[hinge][HeadGrid.COLUMNS - ear]
                });
        ball(j[LEFT_EYE], HeadPart.LEFT_EYE);
        ball(j[RIGHT_EYE], HeadPart.RIGHT_EYE);
        return j;
    }

    private static void average(float[] row, int[] vertices) {
        for (int v : vertices) {
            row[v] += 1f / vertices.length;
        }
    }

    /** The ring near the eyeball's equator averages to its centre. */
    private void ball(float[] row, byte part) {
        int n = 0;
        for (int pass = 0; pass < 2; pass++) {
            for (int v = 0; v < mesh.size(); v++) {
                double dz = mesh.xyz[3 * v + 2] - HeadField.EYE_Z;
                if (mesh.parts[v] == part && Math.abs(dz) < 0.2) {
                    if (pass == 0) {
                        n++;
                    } else {
                        row[v] = 1f / n;
                    }
                }
            }
        }
    }

    /** Weights of the five joints [V][5]. */
    float[][] weights() {
        float[][] w = new float[mesh.size()][5];
        for (int v = 0; v < mesh.size(); v++) {
            double jaw = jaw(v);
            byte part = mesh.parts[v];
            if (part == HeadPart.LEFT_EYE) {
                w[v][LEFT_EYE] = 1;
            } else if (part == HeadPart.RIGHT_EYE) {
                w[v][RIGHT_EYE] = 1;
            } else {
                double neck = step(-17, -11, mesh.xyz[3 * v + 1]);
                w[v][JAW] = (float) jaw;
                w[v][NECK] = (float) ((1 - jaw) * neck);
                w[v][ROOT] = (float) ((1 - jaw) * (1 - neck));
            }
        }
        return w;
    }

    private double jaw(int vertex) {
        byte part = mesh.parts[vertex];
        if (part == HeadPart.UPPER_TEETH) {
            return 0;
        }
        if (part == HeadPart.LOWER_TEETH) {
            return 1;
        }
        if (part == HeadPart.LEFT_EAR || part == HeadPart.RIGHT_EAR) {
            return 0;
        }
        int f = mesh.follows[vertex];
        double x = Math.abs(mesh.xyz[3 * f]);
        double y = mesh.xyz[3 * f + 1];
        double z = mesh.xyz[3 * f + 2];
        double back = step(-0.5, 4.5, z); // nothing behind the hinge moves
        double throat = step(-14.2, -11.6, y - 0.35 * Math.max(0, 7 - z) + 0.6);
        boolean lips = x < 2.34 && z > 6;
        double line = -6.95 + 0.55 * Math.max(0, 8.3 - z); // mouth corner to hinge
        if (lips) {
            double inside = Math.sqrt(Math.max(0, 1 - x * x / 5.5));
            double corner = step(1.3, -1.6, y - line);
            double lip = mesh.sides[vertex] > 0 || mesh.sides[f] > 0 ? 0 : 1;
            double near = lip * inside + corner * (1 - inside);
            return near * throat * back;
        }
        return step(1.3, -1.6, y - line) * throat * back;
    }

    /** Cheeks flatten while the jaw opens, the throat fills when the head bows [36][V·3]. */
    float[][] correctives() {
        float[][] p = new float[36][3 * mesh.size()];
        for (int v = 0; v < mesh.size(); v++) {
            if (mesh.parts[v] == HeadPart.SKIN) {
                double x = mesh.xyz[3 * v];
                double y = mesh.xyz[3 * v + 1];
                double z = mesh.xyz[3 * v + 2];
                double cheek = Field.bell(x, y, z, 4.6, -6.2, 5.5, 2.2);
                double throat = Field.bell(x, y, z, 0, -12.8, 4, 2.4);
                p[9 + 7][3 * v] = (float) (-0.011 * Math.signum(x) * cheek); // sin of the jaw
                p[7][3 * v + 2] = (float) (0.006 * throat); // sin of the neck
            }
        }
        return p;
    }
}
