package mien.engine.flame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import mien.engine.flame.Landmarks.SurfacePoints;
import org.junit.jupiter.api.Test;

class LandmarksTest {
    @Test
    void theTableEndsAtThirtyNineDegreesOnEitherSide() {
        assertEquals(0, Landmarks.contourRow(0.4));
        assertEquals(39, Landmarks.contourRow(80));
        assertEquals(40, Landmarks.contourRow(-1));
        assertEquals(78, Landmarks.contourRow(-39));
        assertEquals(78, Landmarks.contourRow(-80));
    }

    @Test
    void halfDegreesGoToTheEvenRow() {
        assertEquals(2, Landmarks.contourRow(2.5));
        assertEquals(4, Landmarks.contourRow(3.5));
    }

    @Test
    void aFixedContourIsTheSameInEveryPose() {
        int[] vertices = new int[Landmarks.COUNT];
        float[] positions = new float[3 * Landmarks.COUNT];
        for (int i = 0; i < vertices.length; i++) {
            vertices[i] = vertices.length - 1 - i;
            positions[3 * i] = i;
        }
        Landmarks landmarks = Landmarks.fixed(SurfacePoints.onVertices(vertices));
        float[] turn = Rotation.matrix(new float[] {0, 0.5f, 0}, 0);
        float[] none = Rotation.matrix(new float[3], 0);
        Posed head =
                new Posed(
                        positions,
                        new float[15],
                        new float[15],
                        new float[][] {turn, none, none, none, none});
        assertArrayEquals(landmarks.landmarks3d(head), landmarks.landmarks2d(head));
        assertEquals(67, landmarks.landmarks2d(head)[0]);
    }

    @Test
    void thePortraitCentreLiesATenthOfTheWayFromEyesToMouth() {
        float[] points = new float[3 * Landmarks.COUNT];
        for (int i = 36; i < 48; i++) {
            points[3 * i] = i < 42 ? -3 : 3;
            points[3 * i + 1] = 10;
        }
        points[3 * 48] = -1;
        points[3 * 54] = 1;
        assertArrayEquals(new float[] {0, 9, 0}, Landmarks.portraitCentre(points), 1e-5f);
    }

    @Test
    void aTableOfTheWrongLengthIsRefused() {
        SurfacePoints one = SurfacePoints.onVertices(0);
        assertThrows(IllegalArgumentException.class, () -> new Landmarks(one, one, one));
    }
}
