package mien.engine.world;

import java.util.List;
import mien.engine.flame.head.BuiltinHead;

/** Draws the coefficients of a face; features that go together in people go together here. */
final class FaceTraits {
    private static final List<String> SHAPE = BuiltinHead.rig().shapeNames();
    private static final List<String> ALBEDO = BuiltinHead.albedoNames();

    private FaceTraits() {}

    /** From -∞…∞ to 0…1. */
    static float squash(float v) {
        return (float) (1 / (1 + Math.exp(-3 * v)));
    }

    /** Head shape [30]; {@code manly} and {@code age} from 0 to 1. */
    static float[] shape(Dice dice, float manly, float age) {
        float[] shape = new float[SHAPE.size()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = Math.max(-2.4f, Math.min(2.4f, dice.bell()));
        }
        float m = 2 * manly - 1;
        nudge(shape, "jawWidth", 0.8f * m - 0.3f);
        nudge(shape, "chinWidth", 0.7f * m);
        nudge(shape, "chinLength", 0.4f * m);
        nudge(shape, "browRidge", 0.9f * m);
        nudge(shape, "browHeight", -0.7f * m);
        nudge(shape, "neckWidth", 1.0f * m - 0.3f);
        nudge(shape, "lipFullness", -0.6f * m + 0.3f);
        nudge(shape, "noseWidth", 0.5f * m - 0.4f);
        nudge(shape, "noseForward", 0.3f * m);
        nudge(shape, "eyeSize", -0.5f * m + 1.0f);
        nudge(shape, "foreheadSlope", 0.5f * m);
        nudge(shape, "faceLength", -0.5f);
        nudge(shape, "faceWidth", 0.4f);
        nudge(shape, "fullness", 0.5f * (age - 0.5f) - 0.3f);
        nudge(shape, "earSize", 1.2f * (age - 0.5f));
        shape[SHAPE.indexOf("lopsided")] *= 0.6f;
        return shape;
    }

    private static void nudge(float[] shape, String name, float by) {
        int i = SHAPE.indexOf(name);
        shape[i] = Math.max(-2.5f, Math.min(2.5f, 0.85f * shape[i] + by));
    }

    /** Skin and eyes [16]; melanin in standard deviations. */
    static float[] albedo(Dice dice, float manly, float age, float melanin) {
        float[] a = new float[ALBEDO.size()];
        for (int i = 0; i < a.length; i++) {
            a[i] = Math.max(-2, Math.min(2, dice.bell()));
        }
        put(a, "melanin", melanin);
        put(a, "haemoglobin", 0.6f * get(a, "haemoglobin"));
        put(a, "yellow", 0.45f * get(a, "yellow"));
        put(a, "rosy", 0.7f * get(a, "rosy"));
        put(a, "lipRed", (1 - manly) * Math.abs(get(a, "lipRed")) * 1.1f - 0.3f);
        put(a, "lipDark", 0.4f * get(a, "lipDark") + (melanin > 0.8f ? 0.4f : 0));
        boolean pale = melanin < 0.2f;
        put(
                a,
                "irisBlue",
                pale && dice.chance(0.55) ? dice.between(0.6f, 2) : dice.between(-0.8f, 0));
        put(a, "irisLight", pale ? dice.between(-0.6f, 1.4f) : dice.between(-1.8f, -0.4f));
        put(a, "irisGreen", pale && dice.chance(0.3) ? dice.between(0.5f, 1.8f) : 0);
        put(a, "cheekRed", 0.7f * get(a, "cheekRed") + (pale ? 0.4f : -0.2f));
        put(a, "noseRed", 0.5f * get(a, "noseRed") + 0.3f);
        put(a, "beardShadow", 0);
        put(a, "darkCircles", 0.5f * Math.abs(get(a, "darkCircles")) + 0.7f * age);
        put(a, "scleraWarm", 0.5f * Math.abs(get(a, "scleraWarm")) + 0.8f * age);
        return a;
    }

    private static float get(float[] a, String name) {
        return a[ALBEDO.indexOf(name)];
    }

    private static void put(float[] a, String name, float value) {
        a[ALBEDO.indexOf(name)] = value;
    }
}
