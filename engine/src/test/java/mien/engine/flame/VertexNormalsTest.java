package mien.engine.flame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class VertexNormalsTest {
    @Test
    void aFaceSeenCounterClockwiseLooksAtTheViewer() {
        float[] triangle = {0, 0, 0, 1, 0, 0, 0, 1, 0, 5, 5, 5};
        float[] normals = VertexNormals.of(triangle, new int[] {0, 1, 2});
        assertArrayEquals(new float[] {0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0}, normals);
    }

    @Test
    void largerFacesWeighMore() {
        float[] vertices = {0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 1}; // a 3 × 1 floor, a 1 × 1 wall
        float[] normals = VertexNormals.of(vertices, new int[] {0, 1, 2, 0, 2, 3});
        float k = (float) Math.sqrt(10);
        assertArrayEquals(
                new float[] {1 / k, 0, 3 / k},
                new float[] {normals[0], normals[1], normals[2]},
                1e-6f);
    }
}
