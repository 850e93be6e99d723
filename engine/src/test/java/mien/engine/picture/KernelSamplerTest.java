package mien.engine.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import mien.engine.picture.KernelSampler.Planes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KernelSamplerTest {

    private static final int SIDE = 20;

    @ParameterizedTest
    @EnumSource
    void pixelCentresGiveThePixelsThemselves(Filter filter) {
        float[] values = noise();
        KernelSampler sampler = new KernelSampler(new Planes(SIDE, SIDE, values), filter, 0.4);
        float[] out = new float[2];
        for (int i = 0; i < SIDE * SIDE; i++) {
            sampler.read(i % SIDE + 0.5, i / SIDE + 0.5, out);
            assertArrayEquals(new float[] {values[2 * i], values[2 * i + 1]}, out, 1e-6f);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BILINEAR", "BICUBIC"})
    void aSlopeStaysOneAtAnyWidthOfTheKernel(Filter filter) {
        float[] values = new float[2 * SIDE * SIDE];
        for (int i = 0; i < SIDE * SIDE; i++) {
            values[2 * i] = i % SIDE;
            values[2 * i + 1] = 3 * (i / SIDE);
        }
        float[] out = new float[2];
        for (double step : new double[] {0.3, 1, 2.7}) {
            KernelSampler sampler = new KernelSampler(new Planes(SIDE, SIDE, values), filter, step);
            for (double at = 8; at < 12; at += 0.37) {
                sampler.read(at, SIDE - at, out);
                assertEquals(at - 0.5, out[0], 0.05, "column at step " + step);
                assertEquals(3 * (SIDE - at - 0.5), out[1], 0.15, "row at step " + step);
            }
        }
    }

    @Test
    void aKernelAsWideAsThePatternSeesGrey() {
        float[] values = new float[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i % SIDE + i / SIDE) % 2 == 0 ? 255 : 0;
        }
        KernelSampler sampler =
                new KernelSampler(new Planes(SIDE, SIDE, values), Filter.BICUBIC, 4);
        float[] out = new float[1];
        for (double at = 9; at < 11; at += 0.21) {
            sampler.read(at, at, out);
            assertEquals(127.5, out[0], 2);
        }
    }

    @Test
    void theBorderGoesOn() {
        float[] values = noise();
        KernelSampler sampler =
                new KernelSampler(new Planes(SIDE, SIDE, values), Filter.BICUBIC, 1);
        float[] out = new float[2];
        sampler.read(-50, -50, out);
        assertArrayEquals(new float[] {values[0], values[1]}, out, 1e-5f);
    }

    @Test
    void aSimilarityAndItsInverseCancel() {
        Similarity way = new Similarity(3, -4, 0.7, 1.9);
        Similarity back = way.inverse();
        double x = way.x(5, 11);
        double y = way.y(5, 11);
        assertEquals(5, back.x(x, y), 1e-12);
        assertEquals(11, back.y(x, y), 1e-12);
        assertEquals(1, way.scale() * back.scale(), 1e-12);
        assertEquals(3 + 0.7 * 5 - 1.9 * 11, x, 1e-12);
        assertThrows(IllegalArgumentException.class, () -> new Similarity(0, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Planes(SIDE, SIDE, new float[SIDE]));
    }

    private static float[] noise() {
        Random random = new Random(5);
        float[] values = new float[2 * SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = 255 * random.nextFloat();
        }
        return values;
    }
}
