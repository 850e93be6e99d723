package mien.engine.edit.relight;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import mien.engine.flame.FlameCode;
import mien.engine.flame.SphericalHarmonics;
import mien.engine.tensor.NoiseSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShadingBandsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theFormShadesAsTheBandsDo(long seed) {
        NoiseSource random = new NoiseSource(seed);
        float[] light = random.normal(FlameCode.LIGHT);
        for (int c = 0; c < 3; c++) {
            ShadingBands bands = ShadingBands.of(light, c);
            for (int i = 0; i < 20; i++) {
                double[] n = unit(random);
                float shade =
                        SphericalHarmonics.shade(
                                light, c, (float) n[0], (float) n[1], (float) n[2]);
                assertEquals(shade, bands.at(n[0], n[1], n[2]), 1e-5);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aTurnedLightShadesATurnedNormalAsBefore(long seed) {
        NoiseSource random = new NoiseSource(seed);
        float[] light = random.normal(FlameCode.LIGHT);
        float[] axis = random.normal(3);
        double[] r = Turns.matrix(axis[0], axis[1], axis[2]);
        float[] turned = new float[FlameCode.LIGHT];
        for (int c = 0; c < 3; c++) {
            ShadingBands.of(light, c).rotated(r).write(turned, c);
            for (int i = 0; i < 20; i++) {
                double[] n = unit(random);
                double[] back = times(Turns.transposed(r), n);
                assertEquals(shade(light, c, back), shade(turned, c, n), 1e-5);
            }
        }
    }

    @Test
    void turningThereAndBackChangesNothing() {
        float[] light = new NoiseSource(5).normal(FlameCode.LIGHT);
        double[] r = Turns.matrix(0.4, -1.1, 0.7);
        float[] back = new float[FlameCode.LIGHT];
        for (int c = 0; c < 3; c++) {
            ShadingBands.of(light, c).rotated(r).rotated(Turns.transposed(r)).write(back, c);
        }
        assertArrayEquals(light, back, 1e-5f);
    }

    @Test
    void writingBackGivesTheSameNumbers() {
        float[] light = new NoiseSource(6).normal(FlameCode.LIGHT);
        float[] back = new float[FlameCode.LIGHT];
        for (int c = 0; c < 3; c++) {
            ShadingBands.of(light, c).write(back, c);
        }
        assertArrayEquals(light, back, 1e-6f);
    }

    @Test
    void aLampLightsItsSideAndLeavesTheOtherDark() {
        double[] d = {0.6, 0, 0.8};
        ShadingBands lamp = ShadingBands.lamp(d);
        assertEquals(2, lamp.at(0.6, 0, 0.8), 0.15); // max(0, cos)·2 at its brightest
        assertEquals(0, lamp.at(-0.6, 0, -0.8), 0.15);
        assertEquals(0.2, lamp.at(0, 1, 0), 0.15); // across: nearly nothing
    }

    private static double shade(float[] light, int colour, double[] n) {
        return SphericalHarmonics.shade(light, colour, (float) n[0], (float) n[1], (float) n[2]);
    }

    private static double[] unit(NoiseSource random) {
        float[] v = random.normal(3);
        double length = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
        return new double[] {v[0] / length, v[1] / length, v[2] / length};
    }

    private static double[] times(double[] r, double[] v) {
        double[] out = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                out[i] += r[3 * i + j] * v[j];
            }
        }
        return out;
    }
}
