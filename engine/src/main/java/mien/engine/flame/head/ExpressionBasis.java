package mien.engine.flame.head;

import static mien.engine.flame.head.Field.bell;
import static mien.engine.flame.head.Field.step;

import java.util.ArrayList;
import java.util.List;

/** What a face can do, left and right apart where faces can; 1 is a clear, natural expression. */
final class ExpressionBasis {
    private final List<String> names = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private final HeadMesh mesh;

    ExpressionBasis(HeadMesh mesh) {
        this.mesh = mesh;
        mouth();
        brows();
    }

    List<String> names() {
        List<String> all = new ArrayList<>(names);
        all.addAll(List.of("blinkLeft", "blinkRight", "eyesWide", "squint"));
        return List.copyOf(all);
    }

    /** Offsets of all vertices, metres [E][V·3]. */
    float[][] columns() {
        int n = fields.size();
        float[][] columns = new float[n + 4][];
        for (int k = 0; k < n; k++) {
            columns[k] = column(fields.get(k));
        }
        columns[n] = lids(new HeadGrid.Lids(0, 1));
        columns[n + 1] = lids(new HeadGrid.Lids(1, 0));
        columns[n + 2] = lids(new HeadGrid.Lids(1.3, 1.3));
        columns[n + 3] = lids(new HeadGrid.Lids(0.62, 0.62));
        return columns;
    }

    /** Only the skin, what follows it and the inside of the mouth bend; teeth and eyes do not. */
    private float[] column(Field field) {
        float[] column = new float[3 * mesh.size()];
        double[] d = new double[3];
        for (int v = 0; v < mesh.size(); v++) {
            byte part = mesh.parts[v];
            if (part == HeadPart.SKIN || part == HeadPart.LID_RIM || part == HeadPart.MOUTH) {
                int f = mesh.follows[v];
                d[0] = d[1] = d[2] = 0;
                field.bend(
                        mesh.xyz[3 * f],
                        mesh.xyz[3 * f + 1],
                        mesh.xyz[3 * f + 2],
                        mesh.sides[f],
                        d);
                for (int i = 0; i < 3; i++) {
                    column[3 * v + i] = (float) (d[i] / 100);
                }
            }
        }
        return column;
    }

    /** The grid laid again over the sculpture with other lids, less the grid at rest. */
    private float[] lids(HeadGrid.Lids lids) {
        float[] column = new float[3 * mesh.size()];
        double[] p = new double[3];
        int[][] above = mesh.grid.above;
        int[][] below = mesh.grid.below;
        for (int r = HeadGrid.EYE_ROW - 9; r < HeadGrid.EYE_ROW + 9; r++) {
            for (int c = 0; c < HeadGrid.COLUMNS; c++) {
                if (Math.abs(HeadGrid.signedColumn(c)) <= HeadGrid.EYE_OUTER + 5) {
                    boolean slit = HeadGrid.inEye(r, c);
                    HeadGrid.place(r, c, slit ? 1 : 0, lids, p);
                    difference(above[r][c], p, column);
                    if (slit) {
                        HeadGrid.place(r, c, -1, lids, p);
                        difference(below[r][c], p, column);
                    }
                }
            }
        }
        for (int v = 0; v < mesh.size(); v++) {
            if (mesh.parts[v] == HeadPart.LID_RIM) {
                System.arraycopy(column, 3 * mesh.follows[v], column, 3 * v, 3);
            }
        }
        return column;
    }

    private void difference(int v, double[] p, float[] column) {
        for (int i = 0; i < 3; i++) {
            column[3 * v + i] = (float) ((p[i] - mesh.xyz[3 * v + i]) / 100);
        }
    }

    private void add(String name, Field field) {
        names.add(name);
        fields.add(field);
    }

    /** The same field on one half of the face, blended over 0.7 cm beside the middle. */
    private void addHalves(String name, Field field) {
        for (int sign = 1; sign >= -1; sign -= 2) {
            int half = sign;
            add(
                    name + (sign > 0 ? "Left" : "Right"),
                    (x, y, z, s, d) -> {
                        field.bend(x, y, z, s, d);
                        double w = step(-0.7, 0.7, half * x);
                        d[0] *= w;
                        d[1] *= w;
                        d[2] *= w;
                    });
        }
    }

    private static double corner(double x, double y, double z, double r) {
        return bell(x, y, z, 2.35, -6.95, 8.6, r);
    }

    /** How much a lip may leave the other one: 1 in the middle, 0 at the corner and far away. */
    private static double lip(double x, double y, double z, double r) {
        double open = Math.max(0, 1 - x * x / 5.6);
        return open * Math.exp(-Math.pow(y + 6.95, 2) / (r * r)) * step(6, 8, z);
    }

    private void mouth() {
        addHalves(
                "smile",
                (x, y, z, s, d) -> {
                    double c = corner(x, y, z, 1.75);
                    double cheek = bell(x, y, z, 3.7, -3.7, 7.6, 1.7);
                    d[0] = Math.signum(x) * (0.62 * c + 0.12 * cheek);
                    d[1] = 0.62 * c + 0.42 * cheek + (s >= 0 ? 0.12 : -0.14) * lip(x, y, z, 1.2);
                    d[2] = -0.32 * c + 0.34 * cheek - 0.15 * lip(x, y, z, 1.5);
                });
        addHalves(
                "frown",
                (x, y, z, s, d) -> {
                    double c = corner(x, y, z, 1.4);
                    d[0] = 0.1 * Math.signum(x) * c;
                    d[1] = -0.55 * c;
                });
        add(
                "lipPress",
                (x, y, z, s, d) -> {
                    double w = lip(x, y, z, 0.8);
                    d[1] = (y > -6.95 ? -0.16 : 0.2) * w * Math.min(1, 2 * Math.abs(y + 6.95));
                    d[2] = -0.28 * w;
                });
        add(
                "pucker",
                (x, y, z, s, d) -> {
                    double w = bell(x, y, z, 0.6, -6.95, 9.2, 1.9);
                    d[0] = -0.42 * x * bell(x, y, z, 1.2, -6.95, 9, 1.9);
                    d[1] = 0.1 * (y + 6.95) * w;
                    d[2] = 0.75 * w;
                });
        add(
                "funnel",
                (x, y, z, s, d) -> {
                    double w = bell(x, y, z, 0.6, -6.95, 9.2, 1.9);
                    d[0] = -0.3 * x * bell(x, y, z, 1.2, -6.95, 9, 1.9);
                    d[1] = (s >= 0 ? 0.36 : -0.44) * lip(x, y, z, 1.6);
                    d[2] = 0.5 * w;
                });
        add(
                "upperLipRaise",
                (x, y, z, s, d) -> {
                    d[1] =
                            s >= 0
                                    ? 0.5 * lip(x, y, z, 1.5)
                                            + 0.2 * bell(x, y, z, 1.6, -4.6, 9, 1.1)
                                    : 0;
                    d[2] = s >= 0 ? 0.12 * lip(x, y, z, 1.2) : 0;
                });
        add("lowerLipDrop", (x, y, z, s, d) -> d[1] = s < 0 ? -0.55 * lip(x, y, z, 1.6) : 0);
        add(
                "mouthStretch",
                (x, y, z, s, d) -> {
                    double c = corner(x, y, z, 1.7);
                    d[0] = 0.6 * Math.signum(x) * c;
                    d[1] = -0.12 * c;
                    d[2] = -0.3 * c;
                });
        add(
                "cheekPuff",
                (x, y, z, s, d) -> {
                    double w = bell(x, y, z, 4.3, -6.3, 6.6, 2.3);
                    d[0] = 0.65 * Math.signum(x) * w;
                    d[2] = 0.45 * w;
                });
    }

    private void brows() {
        add("browInnerUp", (x, y, z, s, d) -> d[1] = 0.6 * bell(x, y, z, 1.3, 2.2, 8.8, 1.6));
        addHalves("browOuterUp", (x, y, z, s, d) -> d[1] = 0.6 * bell(x, y, z, 4.0, 2.4, 7.5, 1.7));
        add(
                "browFurrow",
                (x, y, z, s, d) -> {
                    double w = bell(x, y, z, 1.8, 1.9, 8.6, 1.5);
                    d[0] = -0.35 * Math.signum(x) * w * step(0, 1.2, Math.abs(x));
                    d[1] = -0.48 * w;
                    d[2] = 0.12 * w;
                });
        add(
                "noseWrinkle",
                (x, y, z, s, d) -> {
                    double wings = bell(x, y, z, 1.4, -3.9, 9.5, 1.2);
                    d[0] = 0.12 * Math.signum(x) * wings;
                    d[1] =
                            0.36 * wings
                                    - 0.2 * bell(x, y, z, 1.2, 1.6, 8.8, 1.3)
                                    + (s >= 0 ? 0.2 * lip(x, y, z, 1.4) : 0);
                });
    }
}
