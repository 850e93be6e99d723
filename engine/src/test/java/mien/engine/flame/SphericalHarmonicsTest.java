package mien.engine.flame;

import static mien.engine.Closeness.assertAbsolute;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SphericalHarmonicsTest {
    private static final double BOUND = 1e-5;

    static List<GoldenCase> cases() {
        return Goldens.with("diffusionrig", "constants", "normal_images", "axis_response");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void shadingEqualsTheOriginal(GoldenCase golden) {
        int values = golden.floats("shading").length / golden.size("shading", 0);
        for (int i = 0; i < golden.size("shading", 0); i++) {
            float[] light = TinyFlame.row(golden.floats("light"), i, FlameCode.LIGHT);
            float[] normals = TinyFlame.row(golden.floats("normal_images"), i, values);
            float[] expected = TinyFlame.row(golden.floats("shading"), i, values);
            assertAbsolute("shading", BOUND, SphericalHarmonics.shade(light, normals), expected);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyBandAnswersEveryAxisAsTheOriginal(GoldenCase golden) {
        float[] axes = golden.floats("axes");
        float[] response = golden.floats("axis_response");
        int count = axes.length / 3;
        for (int band = 0; band < SphericalHarmonics.BANDS; band++) {
            assertEquals(golden.floats("constants")[band], SphericalHarmonics.constant(band), 1e-7);
            float[] light = new float[FlameCode.LIGHT];
            light[3 * band + 1] = 1;
            for (int a = 0; a < count; a++) {
                float shade =
                        SphericalHarmonics.shade(
                                light, 1, axes[3 * a], axes[3 * a + 1], axes[3 * a + 2]);
                assertEquals(response[band * count + a], shade, BOUND, "band " + band);
            }
        }
    }

    @Test
    void shadingIsLinearInTheLight() {
        Random random = new Random(3);
        float[] a = light(random);
        float[] b = light(random);
        float[] sum = new float[FlameCode.LIGHT];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = 2 * a[i] - b[i];
        }
        float[] normals = {0.6f, 0, 0.8f};
        float[] sa = SphericalHarmonics.shade(a, normals);
        float[] sb = SphericalHarmonics.shade(b, normals);
        float[] both = SphericalHarmonics.shade(sum, normals);
        for (int c = 0; c < 3; c++) {
            assertEquals(2 * sa[c] - sb[c], both[c], 1e-5);
        }
    }

    @Test
    void mirroredLightMirrorsTheShading() {
        float[] light = light(new Random(4));
        float[] mirrored = light.clone();
        for (int band : new int[] {1, 4, 5}) { // the bands odd in x: x, xy, xz
            for (int c = 0; c < 3; c++) {
                mirrored[3 * band + c] = -light[3 * band + c];
            }
        }
        for (int c = 0; c < 3; c++) {
            assertEquals(
                    SphericalHarmonics.shade(light, c, 0.5f, 0.3f, 0.7f),
                    SphericalHarmonics.shade(mirrored, c, -0.5f, 0.3f, 0.7f),
                    1e-6);
        }
    }

    @Test
    void theNeutralLightShadesEverythingWithOne() {
        float[] light = FlameCode.neutral(1, 1, 1, 8).light();
        assertEquals(1, SphericalHarmonics.shade(light, 0, 0.1f, -0.9f, 0.3f), 1e-6);
    }

    private static float[] light(Random random) {
        float[] light = new float[FlameCode.LIGHT];
        for (int i = 0; i < light.length; i++) {
            light[i] = (float) random.nextGaussian();
        }
        return light;
    }
}
