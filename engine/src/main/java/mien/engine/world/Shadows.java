package mien.engine.world;

import java.util.Arrays;

/** Soft shadows of the key lamp: a depth map seen from the lamp, looked up around every vertex. */
final class Shadows {
    private static final int SIZE = 144;
    private static final float EXTENT = 0.21f;
    private static final float BIAS = 0.006f;

    private Shadows() {}

    /** Fills {@code scene.lit}; the lamp stands in direction (x, y, z). */
    static void cast(Scene scene, float[] centre, float x, float y, float z) {
        // an orthonormal pair across the lamp's direction
        float h = (float) Math.sqrt(x * x + z * z);
        float rx = h < 1e-3f ? 1 : z / h;
        float rz = h < 1e-3f ? 0 : -x / h;
        float ux = y * rz;
        float uy = z * rx - x * rz;
        float uz = -y * rx;
        int n = scene.vertices;
        float[] px = new float[n];
        float[] py = new float[n];
        float[] pz = new float[n];
        float k = SIZE / (2 * EXTENT);
        for (int v = 0; v < n; v++) {
            float dx = scene.xyz[3 * v] - centre[0];
            float dy = scene.xyz[3 * v + 1] - centre[1];
            float dz = scene.xyz[3 * v + 2] - centre[2];
            px[v] = (dx * rx + dz * rz) * k + 0.5f * SIZE;
            py[v] = (dx * ux + dy * uy + dz * uz) * k + 0.5f * SIZE;
            pz[v] = dx * x + dy * y + dz * z;
        }
        float[] map = new float[SIZE * SIZE];
        Arrays.fill(map, -1e9f);
        for (int f = 0; f < scene.faces; f++) {
            byte m = scene.material[f];
            if (m != Material.EYE
                    && m != Material.FRAME
                    && m != Material.DARK_LENS
                    && m != Material.MOUTH) {
                depth(map, px, py, pz, scene.corners, 3 * f);
            }
        }
        for (int v = 0; v < n; v++) {
            scene.lit[v] = light(map, px[v], py[v], pz[v]);
        }
    }

    private static void depth(
            float[] map, float[] px, float[] py, float[] pz, int[] corner, int f) {
        int a = corner[f];
        int b = corner[f + 1];
        int c = corner[f + 2];
        float ax = px[a];
        float ay = py[a];
        float az = pz[a];
        float bx = px[b] - ax;
        float by = py[b] - ay;
        float bz = pz[b] - az;
        float cx = px[c] - ax;
        float cy = py[c] - ay;
        float cz = pz[c] - az;
        float area = bx * cy - by * cx;
        if (Math.abs(area) < 1e-6f) {
            return;
        }
        int x0 = Math.max(0, (int) Math.ceil(Math.min(ax, Math.min(px[b], px[c]))));
        int x1 = Math.min(SIZE - 1, (int) Math.max(ax, Math.max(px[b], px[c])));
        int y0 = Math.max(0, (int) Math.ceil(Math.min(ay, Math.min(py[b], py[c]))));
        int y1 = Math.min(SIZE - 1, (int) Math.max(ay, Math.max(py[b], py[c])));
        float k = 1 / area;
        for (int y = y0; y <= y1; y++) {
            float row1 = (y - ay) * cx;
            float row2 = bx * (y - ay);
            boolean within = false;
            for (int x = x0; x <= x1; x++) {
                float w1 = ((x - ax) * cy - row1) * k;
                float w2 = (row2 - by * (x - ax)) * k;
                if (w1 >= 0 && w2 >= 0 && w1 + w2 <= 1) {
                    within = true;
                    float z = az + w1 * bz + w2 * cz;
                    int i = y * SIZE + x;
                    if (z > map[i]) {
                        map[i] = z;
                    }
                } else if (within) {
                    break; // a row meets a triangle once
                }
            }
        }
    }

    /** Share of a small disc around the point that the lamp reaches. */
    private static float light(float[] map, float x, float y, float z) {
        int cx = Math.round(x);
        int cy = Math.round(y);
        if (cx < 4 || cy < 4 || cx >= SIZE - 4 || cy >= SIZE - 4) {
            return 1;
        }
        float sum = 0;
        for (int dy = -4; dy <= 4; dy += 2) {
            for (int dx = -4; dx <= 4; dx += 2) {
                float over = map[(cy + dy) * SIZE + cx + dx] - z - BIAS;
                sum += over <= 0 ? 1 : over > 0.008f ? 0 : 1 - over / 0.008f;
            }
        }
        return sum / 25;
    }
}
