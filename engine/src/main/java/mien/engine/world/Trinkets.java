package mien.engine.world;

import mien.engine.flame.Posed;
import mien.engine.flame.head.BuiltinHead;
import mien.engine.flame.head.HeadPart;

/** Glasses and earrings, fitted to the person's own eyes and ears. */
final class Trinkets {
    private static final int AROUND = 30;
    private static final int TUBE = 5;

    private Trinkets() {}

    static void add(Scene scene, Posed posed, Frame frame, Outfit outfit) {
        if (outfit.glasses() != Glasses.NONE) {
            glasses(scene, posed, frame, outfit);
        }
        if (outfit.earrings() && outfit.headwear() != Headwear.HEADSCARF) {
            earring(scene, posed, frame, HeadPart.LEFT_EAR);
            earring(scene, posed, frame, HeadPart.RIGHT_EAR);
        }
    }

    private static void glasses(Scene scene, Posed posed, Frame frame, Outfit outfit) {
        float[] j = posed.restJoints();
        Glasses g = outfit.glasses();
        float wide = g == Glasses.ROUND ? 2.15f : g == Glasses.THICK ? 2.5f : 2.45f;
        float high = g == Glasses.ROUND ? 2.1f : g == Glasses.THIN ? 1.55f : 1.8f;
        float square = g == Glasses.ROUND ? 1 : 0.66f;
        float[][] inner = new float[2][];
        for (int side = 0; side < 2; side++) {
            int sign = side == 0 ? 1 : -1;
            float cx = 100 * j[9 + 3 * side] + 0.1f * sign;
            float cy = 100 * j[10 + 3 * side] - 0.25f;
            float cz = 100 * j[11 + 3 * side] + 2.5f;
            float[][] path = new float[AROUND + 1][];
            for (int i = 0; i <= AROUND; i++) {
                double a = 2 * Math.PI * i / AROUND;
                float x = wide * power(Math.cos(a), square);
                float y = high * power(Math.sin(a), square);
                path[i] = new float[] {cx + x, cy + y, bent(cx + x, cz)};
            }
            tube(scene, frame, path, g.tube(), outfit.frameColour(), Material.FRAME);
            if (g == Glasses.DARK) {
                lens(scene, frame, path, cx, cy, bent(cx, cz));
            }
            inner[side] = new float[] {cx - sign * wide, cy + 0.55f, bent(cx - sign * wide, cz)};
            float ox = cx + sign * wide;
            float[][] temple = {
                {ox, cy + 0.6f, bent(ox, cz)}, {sign * 7.3f, cy + 0.7f, cz - 3.2f},
                {sign * 7.75f, cy + 0.6f, 1.5f}, {sign * 7.6f, cy + 0.1f, -1.2f}
            };
            tube(scene, frame, temple, g.tube() * 0.9f, outfit.frameColour(), Material.FRAME);
        }
        float mid = inner[0][1] + 0.35f;
        float[][] bridge = {
            inner[1],
            {0.5f * inner[1][0], mid, inner[1][2] + 0.25f},
            {0.5f * inner[0][0], mid, inner[0][2] + 0.25f},
            inner[0]
        };
        tube(scene, frame, bridge, g.tube(), outfit.frameColour(), Material.FRAME);
    }

    private static float bent(float x, float z) {
        return z - 0.035f * x * x + 0.35f;
    }

    private static float power(double v, float e) {
        return (float) Math.copySign(Math.pow(Math.abs(v), e), v);
    }

    private static void lens(
            Scene scene, Frame frame, float[][] path, float cx, float cy, float cz) {
        int first = scene.vertices;
        int firstFace = scene.faces;
        float[] dark = {0.05f, 0.05f, 0.055f};
        int middle = place(scene, frame, cx, cy, cz + 0.25f, dark);
        int last = -1;
        for (float[] q : path) {
            int now = place(scene, frame, q[0], q[1], q[2], dark);
            if (last >= 0) {
                scene.triangle(middle, last, now, Material.DARK_LENS);
            }
            last = now;
        }
        scene.smooth(first, firstFace);
    }

    /** A round rod along a path. */
    private static void tube(
            Scene scene, Frame frame, float[][] path, float radius, float[] rgb, byte material) {
        int first = scene.vertices;
        int firstFace = scene.faces;
        int[][] grid = new int[path.length][TUBE];
        for (int i = 0; i < path.length; i++) {
            float[] a = path[Math.max(0, i - 1)];
            float[] b = path[Math.min(path.length - 1, i + 1)];
            float dx = b[0] - a[0];
            float dy = b[1] - a[1];
            float dz = b[2] - a[2];
            // two directions across the rod: one near the view axis, one square to both
            float n = (float) Math.sqrt(dx * dx + dy * dy + dz * dz) + 1e-6f;
            boolean deep = Math.abs(dz) > 0.8f * n;
            float sx = deep ? 0 : dy / n;
            float sy = deep ? 1 : -dx / n;
            float tx = deep ? 1 : 0;
            float tz = deep ? 0 : 1;
            for (int k = 0; k < TUBE; k++) {
                float c = radius * (float) Math.cos(2 * Math.PI * k / TUBE);
                float s = radius * (float) Math.sin(2 * Math.PI * k / TUBE);
                grid[i][k] =
                        place(
                                scene,
                                frame,
                                path[i][0] + c * sx + s * tx,
                                path[i][1] + c * sy,
                                path[i][2] + s * tz,
                                rgb);
            }
        }
        scene.sheet(grid, true, material);
        scene.smooth(first, firstFace);
    }

    private static int place(Scene scene, Frame frame, float x, float y, float z, float[] rgb) {
        float[] p = {x, y, z};
        frame.pose(p, 0);
        return scene.vertex(p[0], p[1], p[2], x, y, z, rgb, 1);
    }

    private static void earring(Scene scene, Posed posed, Frame frame, byte ear) {
        byte[] parts = BuiltinHead.atlas().parts();
        float[] rest = BuiltinHead.atlas().rest();
        int lobe = -1;
        for (int v = 0; v < parts.length; v++) {
            if (parts[v] == ear && (lobe < 0 || rest[3 * v + 1] < rest[3 * lobe + 1])) {
                lobe = v;
            }
        }
        float[] p = new float[3];
        frame.toRest(posed.vertices(), 3 * lobe, p);
        int first = scene.vertices;
        int firstFace = scene.faces;
        int[][] grid = new int[7][10];
        float[] gold = {0.85f, 0.68f, 0.35f};
        for (int r = 0; r < 7; r++) {
            double a = Math.PI * (0.03 + 0.94 * r / 6);
            for (int c = 0; c < 10; c++) {
                double b = 2 * Math.PI * c / 10;
                grid[r][c] =
                        place(
                                scene,
                                frame,
                                p[0] + 0.38f * (float) (Math.sin(a) * Math.sin(b)),
                                p[1] - 0.3f + 0.5f * (float) Math.cos(a),
                                p[2] + 0.2f + 0.38f * (float) (Math.sin(a) * Math.cos(b)),
                                gold);
            }
        }
        scene.sheet(grid, true, Material.JEWEL);
        scene.smooth(first, firstFace);
    }
}
