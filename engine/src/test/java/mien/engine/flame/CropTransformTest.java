package mien.engine.flame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CropTransformTest {
    @Test
    void theIdentityKeepsEveryPoint() {
        float[] points = {-1, -1, 3, 0.25f, 1, -2};
        assertArrayEquals(points, CropTransform.IDENTITY.toPicture(points), 1e-6f);
    }

    @Test
    void theCropsCornerLandsOnTheBoxsCorner() {
        CropTransform crop = CropTransform.ofBox(10, 20, 50, 200, 100);
        float[] corner = crop.toPicture(new float[] {-1, -1, 0});
        assertEquals(10, (corner[0] + 1) / 2 * 200, 1e-4);
        assertEquals(20, (corner[1] + 1) / 2 * 100, 1e-4);
    }

    @Test
    void theInverseUndoesTheMatrix() {
        float[] turned = {0.8f, -0.6f, 12, 0.6f, 0.8f, -5, 0, 0, 1};
        CropTransform crop = new CropTransform(turned, 64, 64);
        float[] product = Rotation.product(turned, crop.cropToPicture());
        assertArrayEquals(new float[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, product, 1e-5f);
    }

    @Test
    void aCropWithoutExtentIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new CropTransform(new float[9], 64, 64));
    }
}
