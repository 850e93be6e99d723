package mien.engine.edit.relight;

import mien.engine.edit.Direction;
import mien.engine.edit.Handle;
import mien.engine.flame.SphericalHarmonics;
import mien.engine.picture.Picture;
import mien.engine.picture.Range;

/** A white ball in the light of a spec. */
final class LightSphere {

    private static final float WHITE = 0.6f; // so that a strong light does not blow the ball out

    static final Handle<RelightSpec> HANDLE =
            new Handle.Light<>(
                    "light",
                    spec -> spec.light().direction(),
                    (RelightSpec spec, Direction d) ->
                            spec.withLight(spec.light().withDirection(d)),
                    (spec, side) -> picture(spec.light().numbers(), side));

    private LightSphere() {}

    private static Picture picture(float[] light, int side) {
        int[] argb = new int[side * side];
        float radius = side / 2f;
        for (int r = 0; r < side; r++) {
            for (int c = 0; c < side; c++) {
                float x = (c + 0.5f) / radius - 1;
                float y = 1 - (r + 0.5f) / radius;
                float length = (float) Math.sqrt(x * x + y * y);
                float edge =
                        Math.max(0, Math.min(1, (1 - length) * radius + 0.5f)); // one soft pixel
                if (edge > 0) {
                    float reach = Math.max(1, length);
                    argb[r * side + c] =
                            colour(light, x / reach, y / reach) | Math.round(255 * edge) << 24;
                }
            }
        }
        return new Picture(side, side, argb);
    }

    private static int colour(float[] light, float x, float y) {
        float z = (float) Math.sqrt(Math.max(0, 1 - x * x - y * y));
        int rgb = 0;
        for (int c = 0; c < 3; c++) {
            rgb = rgb << 8 | Range.UNIT.level(WHITE * SphericalHarmonics.shade(light, c, x, y, z));
        }
        return rgb;
    }
}
