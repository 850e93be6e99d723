package mien.engine.flame.head;

import java.util.Arrays;

/** Vertices and triangles being collected. Centimetres. */
final class MeshBuilder {
    private float[] xyz = new float[3 * 6000];
    private byte[] part = new byte[6000];
    private byte[] side = new byte[6000];
    private int[] faces = new int[3 * 12000];
    private int vertices;
    private int corners;

    /** Adds a vertex; {@code side} is +1 above an opening, -1 below it, 0 elsewhere. */
    int vertex(double x, double y, double z, byte ofPart, int onSide) {
        if (vertices == part.length) {
            xyz = Arrays.copyOf(xyz, xyz.length * 2);
            part = Arrays.copyOf(part, part.length * 2);
            side = Arrays.copyOf(side, side.length * 2);
        }
        xyz[3 * vertices] = (float) x;
        xyz[3 * vertices + 1] = (float) y;
        xyz[3 * vertices + 2] = (float) z;
        part[vertices] = ofPart;
        side[vertices] = (byte) onSide;
        return vertices++;
    }

    /** Adds a triangle unless two corners coincide; counter-clockwise seen from outside. */
    void triangle(int a, int b, int c) {
        if (a == b || b == c || a == c) {
            return;
        }
        if (corners + 3 > faces.length) {
            faces = Arrays.copyOf(faces, faces.length * 2);
        }
        faces[corners++] = a;
        faces[corners++] = b;
        faces[corners++] = c;
    }

    /** Adds the two triangles of a quad given counter-clockwise. */
    void quad(int a, int b, int c, int d) {
        triangle(a, b, c);
        triangle(a, c, d);
    }

    double x(int v) {
        return xyz[3 * v];
    }

    double y(int v) {
        return xyz[3 * v + 1];
    }

    double z(int v) {
        return xyz[3 * v + 2];
    }

    int size() {
        return vertices;
    }

    float[] xyz() {
        return Arrays.copyOf(xyz, 3 * vertices);
    }

    byte[] parts() {
        return Arrays.copyOf(part, vertices);
    }

    byte[] sides() {
        return Arrays.copyOf(side, vertices);
    }

    int[] faces() {
        return Arrays.copyOf(faces, corners);
    }
}
