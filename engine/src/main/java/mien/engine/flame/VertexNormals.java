package mien.engine.flame;

/** Smooth normals of a mesh. */
public final class VertexNormals {
    private VertexNormals() {}

    /**
     * Twice the area-weighted normals of the faces around each vertex, divided by max(norm, 1e-6).
     *
     * @param vertices xyz [V·3]
     * @param faces corners [F·3], counter-clockwise seen from outside
     * @return unit normals [V·3]; 0 where a vertex has no face
     */
    public static float[] of(float[] vertices, int[] faces) {
        float[] n = new float[vertices.length];
        for (int f = 0; f < faces.length; f += 3) {
            int a = 3 * faces[f];
            int b = 3 * faces[f + 1];
            int c = 3 * faces[f + 2];
            float ux = vertices[b] - vertices[a];
            float uy = vertices[b + 1] - vertices[a + 1];
            float uz = vertices[b + 2] - vertices[a + 2];
            float vx = vertices[c] - vertices[a];
            float vy = vertices[c + 1] - vertices[a + 1];
            float vz = vertices[c + 2] - vertices[a + 2];
            float x = uy * vz - uz * vy; // (b − a) × (c − a), the same from every corner
            float y = uz * vx - ux * vz;
            float z = ux * vy - uy * vx;
            add(n, a, x, y, z);
            add(n, b, x, y, z);
            add(n, c, x, y, z);
        }
        for (int i = 0; i < n.length; i += 3) {
            double square = n[i] * n[i] + n[i + 1] * n[i + 1] + n[i + 2] * n[i + 2];
            float k = (float) (1 / Math.max(Math.sqrt(square), 1e-6));
            n[i] *= k;
            n[i + 1] *= k;
            n[i + 2] *= k;
        }
        return n;
    }

    private static void add(float[] n, int at, float x, float y, float z) {
        n[at] += x;
        n[at + 1] += y;
        n[at + 2] += z;
    }
}
