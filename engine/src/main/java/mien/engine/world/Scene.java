package mien.engine.world;

import java.util.Arrays;

/** All meshes of one portrait. Positions in metres, in the head model's frame, already posed. */
final class Scene {
    private static final int VERTICES = 14000;
    private static final int FACES = 28000;

    float[] xyz = new float[3 * VERTICES];
    float[] normal = new float[3 * VERTICES];

    /** Where on its own material a vertex lies; centimetres for skin and cloth. */
    float[] uvw = new float[3 * VERTICES];

    float[] rgb = new float[3 * VERTICES];

    /** Direction of the hair. */
    float[] along = new float[3 * VERTICES];

    /** Openness to the sky, 0 to 1. */
    float[] open = new float[VERTICES];

    /** Light of the key lamp that arrives, 0 to 1. */
    float[] lit = new float[VERTICES];

    int vertices;
    int[] corners = new int[3 * FACES];
    byte[] material = new byte[FACES];
    int faces;

    /** Adds a vertex at metres (x, y, z). */
    int vertex(
            float x, float y, float z, float u, float v, float w, float[] colour, float openness) {
        if (vertices == open.length) {
            grow();
        }
        int i = 3 * vertices;
        xyz[i] = x;
        xyz[i + 1] = y;
        xyz[i + 2] = z;
        uvw[i] = u;
        uvw[i + 1] = v;
        uvw[i + 2] = w;
        rgb[i] = colour[0];
        rgb[i + 1] = colour[1];
        rgb[i + 2] = colour[2];
        open[vertices] = openness;
        return vertices++;
    }

    void triangle(int a, int b, int c, byte of) {
        if (faces == material.length) {
            corners = Arrays.copyOf(corners, corners.length * 2);
            material = Arrays.copyOf(material, material.length * 2);
        }
        corners[3 * faces] = a;
        corners[3 * faces + 1] = b;
        corners[3 * faces + 2] = c;
        material[faces++] = of;
    }

    void quad(int a, int b, int c, int d, byte of) {
        triangle(a, b, c, of);
        triangle(a, c, d, of);
    }

    /** A grid of vertices, rows from the top down, columns counter-clockwise seen from above. */
    void sheet(int[][] grid, boolean closed, byte of) {
        for (int r = 0; r + 1 < grid.length; r++) {
            int n = grid[r].length;
            for (int c = 0; c < (closed ? n : n - 1); c++) {
                int d = (c + 1) % n;
                quad(grid[r][c], grid[r + 1][c], grid[r + 1][d], grid[r][d], of);
            }
        }
    }

    /**
     * Smooth normals of the faces from {@code firstFace} on, for the vertices from {@code first}
     * on.
     */
    void smooth(int first, int firstFace) {
        Arrays.fill(normal, 3 * first, 3 * vertices, 0);
        for (int f = 3 * firstFace; f < 3 * faces; f += 3) {
            int a = 3 * corners[f];
            int b = 3 * corners[f + 1];
            int c = 3 * corners[f + 2];
            float ux = xyz[b] - xyz[a];
            float uy = xyz[b + 1] - xyz[a + 1];
            float uz = xyz[b + 2] - xyz[a + 2];
            float vx = xyz[c] - xyz[a];
            float vy = xyz[c + 1] - xyz[a + 1];
            float vz = xyz[c + 2] - xyz[a + 2];
            float x = uy * vz - uz * vy;
            float y = uz * vx - ux * vz;
            float z = ux * vy - uy * vx;
            for (int k = 0; k < 3; k++) {
                int i = 3 * corners[f + k];
                normal[i] += x;
                normal[i + 1] += y;
                normal[i + 2] += z;
            }
        }
        for (int i = 3 * first; i < 3 * vertices; i += 3) {
            float n =
                    normal[i] * normal[i]
                            + normal[i + 1] * normal[i + 1]
                            + normal[i + 2] * normal[i + 2];
            float k = n < 1e-24f ? 0 : 1 / (float) Math.sqrt(n);
            normal[i] *= k;
            normal[i + 1] *= k;
            normal[i + 2] *= k;
        }
    }

    private void grow() {
        xyz = Arrays.copyOf(xyz, xyz.length * 2);
        normal = Arrays.copyOf(normal, normal.length * 2);
        uvw = Arrays.copyOf(uvw, uvw.length * 2);
        rgb = Arrays.copyOf(rgb, rgb.length * 2);
        along = Arrays.copyOf(along, along.length * 2);
        open = Arrays.copyOf(open, open.length * 2);
        lit = Arrays.copyOf(lit, lit.length * 2);
    }
}
