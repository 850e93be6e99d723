package mien.engine.world;

import java.util.Arrays;

/**
 * What every sample of the picture sees: the nearest triangle and where in it. Samples lie on a
 * grid {@code factor} times finer than the pixels.
 */
final class SampleRaster {
    final int size;
    final int[] face;
    final float[] b1;
    final float[] b2;
    private final float[] depth;
    private final Scene scene;
    private final float[] sx;
    private final float[] sy;

    /** {@code camera} is s, tx, ty; {@code samples} the number along a side. */
    SampleRaster(Scene scene, float[] camera, int samples) {
        this.scene = scene;
        this.size = samples;
        this.face = new int[samples * samples];
        this.b1 = new float[samples * samples];
        this.b2 = new float[samples * samples];
        this.depth = new float[samples * samples];
        Arrays.fill(face, -1);
        Arrays.fill(depth, Float.NEGATIVE_INFINITY);
        this.sx = new float[scene.vertices];
        this.sy = new float[scene.vertices];
        float half = 0.5f * samples;
        for (int v = 0; v < scene.vertices; v++) {
            sx[v] = (camera[0] * (scene.xyz[3 * v] + camera[1]) + 1) * half - 0.5f;
            sy[v] = (1 - camera[0] * (scene.xyz[3 * v + 1] + camera[2])) * half - 0.5f;
        }
        for (int f = 0; f < scene.faces; f++) {
            draw(f);
        }
    }

    private void draw(int f) {
        int a = scene.corners[3 * f];
        int b = scene.corners[3 * f + 1];
        int c = scene.corners[3 * f + 2];
        float ax = sx[a];
        float ay = sy[a];
        float bx = sx[b];
        float by = sy[b];
        float cx = sx[c];
        float cy = sy[c];
        float area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
        byte of = scene.material[f];
        if (area == 0 || area > 0 && Material.closed(of)) {
            return; // counter-clockwise faces have a negative area, since rows run down
        }
        int x0 = Math.max(0, (int) Math.ceil(Math.min(ax, Math.min(bx, cx))));
        int x1 = Math.min(size - 1, (int) Math.floor(Math.max(ax, Math.max(bx, cx))));
        int y0 = Math.max(0, (int) Math.ceil(Math.min(ay, Math.min(by, cy))));
        int y1 = Math.min(size - 1, (int) Math.floor(Math.max(ay, Math.max(by, cy))));
        if (x0 > x1 || y0 > y1) {
            return;
        }
        float k = 1 / area;
        float az = scene.xyz[3 * a + 2];
        float bz = scene.xyz[3 * b + 2] - az;
        float cz = scene.xyz[3 * c + 2] - az;
        float d1x = (cy - ay) * k; // weight of b grows by d1x a column, by d1y a row
        float d1y = -(cx - ax) * k;
        float d2x = -(by - ay) * k;
        float d2y = (bx - ax) * k;
        boolean frays = of == Material.HAIR;
        float[] nearest = depth; // locals: the loop's stores might else have changed the fields
        int[] faces = face;
        float[] second = b1;
        float[] third = b2;
        for (int y = y0; y <= y1; y++) {
            float w1 = (x0 - ax) * d1x + (y - ay) * d1y;
            float w2 = (x0 - ax) * d2x + (y - ay) * d2y;
            int i = y * size + x0;
            boolean within = false;
            for (int x = x0; x <= x1; x++, i++, w1 += d1x, w2 += d2x) {
                if (w1 < 0 || w2 < 0 || w1 + w2 > 1) {
                    if (within) {
                        break; // a row meets a triangle once
                    }
                    continue;
                }
                within = true;
                float z = az + w1 * bz + w2 * cz;
                if (z <= nearest[i] || frays && frayed(a, b, c, w1, w2)) {
                    continue;
                }
                nearest[i] = z;
                faces[i] = f;
                second[i] = w1;
                third[i] = w2;
            }
        }
    }

    /** Hair thins out into strands toward its ends (v from 0 at the root to 1 at the tip). */
    private boolean frayed(int a, int b, int c, float w1, float w2) {
        float[] uvw = scene.uvw;
        float v =
                uvw[3 * a + 1]
                        + w1 * (uvw[3 * b + 1] - uvw[3 * a + 1])
                        + w2 * (uvw[3 * c + 1] - uvw[3 * a + 1]);
        if (v < 0.8f) {
            return false;
        }
        float u = uvw[3 * a] + w1 * (uvw[3 * b] - uvw[3 * a]) + w2 * (uvw[3 * c] - uvw[3 * a]);
        return (v - 0.8f) * 5
                > 0.2f + 0.35f * Noise.at(u * 1.1f, 3, 5) + 0.6f * Noise.at(u * 6.3f, v * 3, 11);
    }
}
