package mien.engine.flame;

import static mien.engine.Closeness.assertRelative;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.Synthetic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlameTextureTest {
    private static final int SIDE = 512;

    static List<GoldenCase> cases() {
        return Goldens.with("diffusionrig", "texcode", "albedo_stride8", "albedo_corner");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theMapEqualsTheOriginal(GoldenCase golden) {
        int columns = golden.size("texcode", 1);
        int entries = SIDE * SIDE * 3;
        double[] mean = Synthetic.uniform("mean", golden.seed(), entries);
        double[] directions = Synthetic.uniform("tex_dir", golden.seed(), entries * columns);
        TextureAlbedo albedo =
                new FlameTexture(SIDE, columns, i -> (mean[i] + 1) * 127.5, i -> 20 * directions[i])
                        .albedo(columns, new float[6]);
        for (int i = 0; i < golden.size("texcode", 0); i++) {
            float[] code = TinyFlame.row(golden.floats("texcode"), i, columns);
            float[] map = AlbedoModel.blended(albedo.mean(), albedo.basis(), code);
            for (String view : List.of("albedo_stride8", "albedo_corner")) {
                int side = golden.size(view, 2);
                int stride = view.endsWith("8") ? 8 : 1;
                float[] expected = TinyFlame.row(golden.floats(view), i, 3 * side * side);
                assertRelative(view, 1e-4, picked(map, albedo.size(), side, stride), expected);
            }
        }
    }

    @Test
    void theMapIsSampledBetweenItsPixelsAndBlackOutside() {
        float[] map = new float[3 * 4];
        map[0] = 1; // red in the top left of 2 × 2
        float[] grid = {-0.5f, -0.5f, 0, -0.5f, -2, -0.5f};
        AlbedoModel.Surface surface =
                new TextureAlbedo(2, map, new float[0][], grid).surface(new float[0]);
        assertEquals(1, red(surface, 1, 0, 0), 1e-6, "its centre");
        assertEquals(0.5, red(surface, 0, 1, 0), 1e-6, "half way to the right pixel");
        assertEquals(0, red(surface, 0, 0, 1), 1e-6, "left of the map");
    }

    @Test
    void vertexColoursMixInsideAFace() {
        float[] mean = {1, 0, 0, 0, 1, 0, 0, 0, 1};
        float[][] basis = {{0, 0, 0, 0, 0, 0, 3, 0, 0}};
        AlbedoModel albedo = new VertexAlbedo(mean, basis, new int[] {0, 1, 2});
        float[] rgb = new float[3];
        albedo.surface(new float[] {2}).colour(0, new float[] {9, 0.5f, 0.3f, 0.2f}, 1, rgb);
        assertEquals(0.5f + 0.2f * 6, rgb[0], 1e-6);
        assertEquals(0.3f, rgb[1], 1e-6);
        assertEquals(0.2f, rgb[2], 1e-6);
        assertThrows(IllegalArgumentException.class, () -> albedo.surface(new float[2]));
    }

    private static float red(AlbedoModel.Surface surface, float... w) {
        float[] rgb = new float[3];
        surface.colour(0, w, 0, rgb);
        return rgb[0];
    }

    private static float[] picked(float[] map, int size, int side, int stride) {
        float[] out = new float[3 * side * side];
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    out[(c * side + y) * side + x] =
                            map[(c * size + y * stride) * size + x * stride];
                }
            }
        }
        return out;
    }
}
