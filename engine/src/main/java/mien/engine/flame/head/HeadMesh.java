package mien.engine.flame.head;

import java.util.ArrayList;
import java.util.List;

/**
 * The whole mesh of the built-in head at rest: skin grid, lid rims, inside of the mouth, teeth,
 * eyeballs and ears. Centimetres, eye line at y = 0.
 */
final class HeadMesh {
    /**
     * Angles of the eyeball's rings from its pole: pupil, iris and limbus lie between close pairs.
     */
    private static final double[] EYE_RINGS = {9, 12, 20, 26.5, 30, 45, 65, 92, 130};

    private static final int EYE_SECTORS = 16;
    private static final int EAR_SECTORS = 18;
    private static final int TEETH = 12;

    final HeadGrid grid = new HeadGrid();
    final float[] xyz;
    final int[] faces;
    final byte[] parts;
    final byte[] sides;

    /** The lip or lid vertex whose motion an inner vertex copies; itself for all others. */
    final int[] follows;

    private final List<int[]> followers = new ArrayList<>();

    HeadMesh() {
        MeshBuilder m = new MeshBuilder();
        grid.addTo(m);
        for (int sign = 1; sign >= -1; sign -= 2) {
            addLidRim(m, sign);
        }
        addMouth(m);
        addTeeth(m, HeadPart.UPPER_TEETH, -6.35, -7.42, 0.0);
        addTeeth(m, HeadPart.LOWER_TEETH, -6.62, -7.75, -0.24);
        addEyeball(m, HeadPart.LEFT_EYE, 1);
        addEyeball(m, HeadPart.RIGHT_EYE, -1);
        addEar(m, HeadPart.LEFT_EAR, 1);
        addEar(m, HeadPart.RIGHT_EAR, -1);
        xyz = m.xyz();
        faces = m.faces();
        parts = m.parts();
        sides = m.sides();
        follows = new int[parts.length];
        for (int v = 0; v < follows.length; v++) {
            follows[v] = v;
        }
        for (int[] pair : followers) {
            follows[pair[0]] = pair[1];
        }
    }

    int size() {
        return parts.length;
    }

    /**
     * Slit loop, counter-clockwise seen from the viewer when walked: low rim, then upper rim back.
     */
    private int[] loop(int row, int first, int last) {
        int n = last - first;
        int[] loop = new int[2 * n];
        for (int i = 0; i < n; i++) {
            loop[i] = grid.below[row][Math.floorMod(first + i, HeadGrid.COLUMNS)];
            loop[n + i] = grid.above[row][Math.floorMod(last - i, HeadGrid.COLUMNS)];
        }
        return loop;
    }

    private void addLidRim(MeshBuilder m, int sign) {
        int first = sign > 0 ? HeadGrid.EYE_INNER : -HeadGrid.EYE_OUTER;
        int last = sign > 0 ? HeadGrid.EYE_OUTER : -HeadGrid.EYE_INNER;
        int[] outer = loop(HeadGrid.EYE_ROW, first, last);
        int[] inner = new int[outer.length];
        double cx = sign * HeadField.EYE_X;
        for (int i = 0; i < outer.length; i++) {
            int v = outer[i];
            double dx = m.x(v) - cx;
            double dz = m.z(v) - HeadField.EYE_Z;
            double k = 1.205 / HeadField.length(dx, m.y(v), dz);
            inner[i] =
                    follower(
                            m,
                            v,
                            cx + k * dx,
                            k * m.y(v) * 0.97,
                            HeadField.EYE_Z + k * dz - 0.02,
                            HeadPart.LID_RIM);
        }
        join(m, outer, inner);
    }

    private void addMouth(MeshBuilder m) {
        int[] lips = loop(HeadGrid.MOUTH_ROW, -HeadGrid.MOUTH_COLUMN, HeadGrid.MOUTH_COLUMN);
        double[][] rings = {{1, 0.10, 0.35}, {1, 0.75, 0.9}, {0.9, 1.3, 2.2}, {0.7, 1.2, 4.0}};
        int[] outer = lips;
        for (double[] ring : rings) {
            int[] inner = new int[lips.length];
            for (int i = 0; i < lips.length; i++) {
                int v = lips[i];
                int up = i == 0 || i == lips.length / 2 ? 0 : i < lips.length / 2 ? -1 : 1;
                double open = 1 - Math.pow(m.x(v) / 2.6, 2);
                inner[i] =
                        follower(
                                m,
                                v,
                                m.x(v) * ring[0],
                                m.y(v) + up * ring[1] * open,
                                m.z(v) - ring[2],
                                HeadPart.MOUTH);
            }
            join(m, outer, inner);
            outer = inner;
        }
        int back = m.vertex(0, HeadGrid.MOUTH_Y, 4.6, HeadPart.MOUTH, 0);
        for (int i = 0; i < outer.length; i++) {
            m.triangle(outer[i], outer[(i + 1) % outer.length], back);
        }
    }

    private int follower(MeshBuilder m, int v, double x, double y, double z, byte part) {
        int side = m.sides()[v];
        int f = m.vertex(x, y, z, part, side);
        followers.add(new int[] {f, v});
        return f;
    }

    private static void join(MeshBuilder m, int[] outer, int[] inner) {
        int n = outer.length;
        for (int i = 0; i < n; i++) {
            int j = (i + 1) % n;
            m.quad(outer[i], outer[j], inner[j], inner[i]);
        }
    }

    private static void addTeeth(MeshBuilder m, byte part, double top, double bottom, double back) {
        int side = part == HeadPart.UPPER_TEETH ? 1 : -1;
        int[] last = new int[3];
        for (int i = 0; i <= TEETH; i++) {
            double x = 1.95 * (2.0 * i / TEETH - 1);
            double z = 9.0 + back - 0.34 * x * x;
            int[] now = new int[3];
            for (int k = 0; k < 3; k++) {
                double y = top + (bottom - top) * k / 2;
                now[k] = m.vertex(x, y, z - (k == 1 ? 0 : 0.12), part, side);
            }
            if (i > 0) {
                m.quad(last[0], last[1], now[1], now[0]);
                m.quad(last[1], last[2], now[2], now[1]);
            }
            last = now;
        }
    }

    private static void addEyeball(MeshBuilder m, byte part, int sign) {
        double cx = sign * HeadField.EYE_X;
        double cz = HeadField.EYE_Z;
        int pole = m.vertex(cx, 0, cz + HeadField.EYE_RADIUS + 0.05, part, 0);
        int[] last = {pole};
        for (double degrees : EYE_RINGS) {
            double a = Math.toRadians(degrees);
            double r = HeadField.EYE_RADIUS + 0.05 * Math.max(0, 1 - degrees / 32);
            int[] ring = new int[EYE_SECTORS];
            for (int i = 0; i < EYE_SECTORS; i++) {
                double b = 2 * Math.PI * i / EYE_SECTORS;
                ring[i] =
                        m.vertex(
                                cx + r * Math.sin(a) * Math.cos(b),
                                r * Math.sin(a) * Math.sin(b),
                                cz + r * Math.cos(a),
                                part,
                                0);
            }
            strip(m, last, ring);
            last = ring;
        }
        int back = m.vertex(cx, 0, cz - HeadField.EYE_RADIUS, part, 0);
        strip(m, last, new int[] {back});
    }

    /**
     * Cells between two rings whose sectors run counter-clockwise seen from the first ring's pole.
     */
    private static void strip(MeshBuilder m, int[] a, int[] b) {
        int n = Math.max(a.length, b.length);
        for (int i = 0; i < n; i++) {
            int j = (i + 1) % n;
            m.quad(a[i % a.length], b[i % b.length], b[j % b.length], a[j % a.length]);
        }
    }

    private static void addEar(MeshBuilder m, byte part, int sign) {
        double bx = HeadField.cast(-1.6, 1, 0, 0) + 0.55;
        int[] last = null;
        // q: distance from the ear's middle, h: height over its plane; the last rings are its back
        double[][] rings = {
            {0.0, -0.35},
            {0.28, -0.4},
            {0.5, 0.0},
            {0.68, 0.28},
            {0.8, 0.12},
            {0.9, 0.4},
            {1.0, 0.3},
            {0.98, 0.0},
            {0.8, -0.35},
            {0.45, -1.0}
        };
        for (double[] ring : rings) {
            int[] now = new int[ring[0] == 0 ? 1 : EAR_SECTORS];
            for (int i = 0; i < now.length; i++) {
                double s = 2 * Math.PI * i / EAR_SECTORS * sign;
                double up = Math.sin(s * 1.0);
                double wide = 1.62 * (up < 0 ? 1 + 0.34 * up : 1 + 0.1 * up);
                double a = ring[0] * wide * Math.cos(s) + 0.12 * up;
                double b = ring[0] * 3.05 * up;
                double lobe = up < -0.75 ? 0.15 : 0;
                double h = ring[1] * (1 - 0.6 * Math.max(0, -up)) + (ring[0] > 0.3 ? lobe : 0);
                // a runs back and out, b up and a little back, h out and forward
                double x = bx + a * 0.42 + h * 0.9;
                double y = -1.5 + b * 0.985;
                double z = -0.7 - a * 0.9 - b * 0.2 + h * 0.42;
                now[i] = m.vertex(sign * x, y, z, part, 0);
            }
            if (last != null) {
                strip(m, last, now);
            }
            last = now;
        }
    }
}
