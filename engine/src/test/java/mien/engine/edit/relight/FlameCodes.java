package mien.engine.edit.relight;

import mien.engine.flame.FlameCode;
import mien.engine.flame.head.BuiltinHead;
import mien.engine.tensor.NoiseSource;

/** Plausible codes of the built-in head. */
public final class FlameCodes {

    private FlameCodes() {}

    /** A person of a seed, nearly facing the camera, in light mostly even. */
    public static FlameCode someone(long seed) {
        NoiseSource random = new NoiseSource(seed);
        FlameCode neutral = BuiltinHead.rig().neutral(5.6f);
        float[] light = random(random, neutral.light(), 0.1f);
        float[] expression = new float[neutral.expression().length];
        for (int i = 0; i < expression.length; i++) {
            expression[i] = (float) (0.3 * random.uniform());
        }
        float[] pose = random(random, neutral.pose(), 0.05f);
        pose[3] = 0.05f; // a mouth a little open
        return neutral.withShape(random(random, neutral.shape(), 0.5f))
                .withTexture(random(random, neutral.texture(), 0.5f))
                .withExpression(expression)
                .withPose(pose)
                .withEyes(random(random, neutral.eyes(), 0.05f))
                .withCamera(new float[] {5.6f, 0.002f, 0.04f})
                .withLight(light);
    }

    private static float[] random(NoiseSource random, float[] mean, float spread) {
        float[] values = random.normal(mean.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = mean[i] + spread * values[i];
        }
        return values;
    }
}
