package mien.engine.raster;

import java.util.Arrays;

/**
 * A z-buffer with the semantics of PyTorch3D's rasteriser: pixel centres only, no culling, linear
 * weights that must be strictly positive, the smallest z wins and a tie goes to the lower face
 * number. The arithmetic is float32 in the original's order, so that the same pixels are covered.
 */
public final class Rasteriser {
    private static final float EPSILON = 1e-8f;

    private Rasteriser() {}

    /**
     * @param points corners in picture coordinates: x right, y down, −1 to 1 over the picture, z
     *     positive and growing away from the viewer [V·3]
     * @param faces corner numbers [F·3]
     * @param width columns
     * @param height rows
     * @return the visible face of every pixel; faces that reach behind z = 0 are left out
     */
    public static Fragments rasterise(float[] points, int[] faces, int width, int height) {
        Canvas canvas = new Canvas(width, height);
        float[] v = flipped(points, width, height);
        for (int f = 0; f < faces.length; f += 3) {
            canvas.face(f / 3, v, 3 * faces[f], 3 * faces[f + 1], 3 * faces[f + 2]);
        }
        return canvas.fragments();
    }

    /** X left, Y up; the longer axis is stretched so that pixels stay square. */
    private static float[] flipped(float[] points, int width, int height) {
        float[] v = points.clone();
        for (int i = 0; i < v.length; i += 3) {
            v[i] = -v[i];
            v[i + 1] = -v[i + 1];
            if (height > width) {
                v[i + 1] = v[i + 1] * height / width;
            } else {
                v[i] = v[i] * width / height;
            }
        }
        return v;
    }

    /** Pixel centres along one axis, growing with the index. */
    private static final class Axis {
        private final float[] centres;
        private final float start;
        private final float pixels; // a unit

        Axis(int size, int other) {
            float range = size > other ? 2f * size / other : 2f;
            float o = range / 2;
            this.start = -o;
            this.pixels = size / range;
            this.centres = new float[size];
            for (int i = 0; i < size; i++) {
                centres[i] = -o + (range * i + o) / size;
            }
        }

        /** The first centre not below {@code at}: an estimate, then exact comparisons. */
        int first(float at) {
            int i = estimate(at);
            while (i > 0 && centres[i - 1] >= at) {
                i--;
            }
            while (i < centres.length && centres[i] < at) {
                i++;
            }
            return i;
        }

        /** The last centre not above {@code at}. */
        int last(float at) {
            int i = estimate(at);
            while (i < centres.length - 1 && centres[i + 1] <= at) {
                i++;
            }
            while (i >= 0 && centres[i] > at) {
                i--;
            }
            return i;
        }

        /** Within a pixel or so of the right index, inside the array. */
        private int estimate(float at) {
            int i = (int) ((at - start) * pixels);
            return Math.max(0, Math.min(centres.length - 1, i));
        }
    }

    /** The picture being filled; indices run from the far end, as in the original. */
    private static final class Canvas {
        private final int width;
        private final int height;
        private final Axis columns;
        private final Axis rows;
        private final int[] face;
        private final float[] bary;
        private final float[] z;

        Canvas(int width, int height) {
            this.width = width;
            this.height = height;
            this.columns = new Axis(width, height);
            this.rows = new Axis(height, width);
            this.face = new int[width * height];
            this.bary = new float[3 * width * height];
            this.z = new float[width * height];
            Arrays.fill(face, -1);
            Arrays.fill(bary, -1);
            Arrays.fill(z, Float.POSITIVE_INFINITY);
        }

        void face(int number, float[] v, int a, int b, int c) {
            float x0 = v[a];
            float y0 = v[a + 1];
            float x1 = v[b];
            float y1 = v[b + 1];
            float x2 = v[c];
            float y2 = v[c + 1];
            float area = (x2 - x0) * (y1 - y0) - (y2 - y0) * (x1 - x0); // E(v2; v0, v1)
            boolean seen = v[a + 2] >= EPSILON && v[b + 2] >= EPSILON && v[c + 2] >= EPSILON;
            if (!seen || !(Math.abs(area) > EPSILON)) {
                return;
            }
            float d = area + EPSILON;
            int left = columns.first(Math.min(x0, Math.min(x1, x2)));
            int right = columns.last(Math.max(x0, Math.max(x1, x2)));
            int low = rows.first(Math.min(y0, Math.min(y1, y2)));
            int high = rows.last(Math.max(y0, Math.max(y1, y2)));
            float[] xs = columns.centres;
            float[] ys = rows.centres;
            float sign = d > 0 ? 1 : -1;
            float e0y = y2 - y1;
            float e1y = y0 - y2;
            float e2y = y1 - y0;
            for (int r = low; r <= high; r++) {
                float py = ys[r];
                float e0x = (py - y1) * (x2 - x1);
                float e1x = (py - y2) * (x0 - x2);
                float e2x = (py - y0) * (x1 - x0);
                for (int i = left; i <= right; i++) {
                    float px = xs[i];
                    float e0 = (px - x1) * e0y - e0x; // E(p; v1, v2)
                    float e1 = (px - x2) * e1y - e1x; // E(p; v2, v0)
                    float e2 = (px - x0) * e2y - e2x; // E(p; v0, v1)
                    if (sign * e0 > 0 && sign * e1 > 0 && sign * e2 > 0) {
                        int pixel = (height - 1 - r) * width + width - 1 - i;
                        float w0 = e0 / d;
                        float w1 = e1 / d;
                        float w2 = e2 / d;
                        float depth = w0 * v[a + 2] + w1 * v[b + 2] + w2 * v[c + 2];
                        place(pixel, number, w0, w1, w2, depth);
                    }
                }
            }
        }

        private void place(int pixel, int number, float w0, float w1, float w2, float depth) {
            boolean inside = w0 > 0 && w1 > 0 && w2 > 0; // a division may underflow to an edge
            if (inside && depth >= 0 && depth < z[pixel]) {
                z[pixel] = depth;
                face[pixel] = number;
                bary[3 * pixel] = w0;
                bary[3 * pixel + 1] = w1;
                bary[3 * pixel + 2] = w2;
            }
        }

        Fragments fragments() {
            for (int i = 0; i < z.length; i++) {
                if (face[i] < 0) {
                    z[i] = -1;
                }
            }
            return new Fragments(width, height, face, bary, z);
        }
    }
}
