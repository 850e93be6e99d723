package mien.engine.world;

import java.util.List;
import mien.engine.flame.head.BuiltinHead;

/** Draws looks: moods, head turns, gazes, lights, framings, places. */
final class Directing {
    private static final List<String> NAMES = BuiltinHead.rig().expressionNames();

    private Directing() {}

    static Look look(long seed, int index) {
        Dice dice = Dice.of(seed * 1009 + index, "look");
        float[] expression = new float[NAMES.size()];
        float jaw = mood(dice, expression);
        float[] head = {spread(dice, 0.70f), spread(dice, 0.34f), spread(dice, 0.21f)};
        // eyes tend to stay with the viewer while the head turns
        float stay = dice.chance(0.5) ? -0.5f : 0;
        float[] gaze = {
            clamp(stay * head[0] + spread(dice, 0.42f), 0.48f),
            clamp(stay * head[1] + spread(dice, 0.24f), 0.3f)
        };
        float[] light = Lights.drawn(Dice.of(seed * 1009 + index, "light"));
        Dice place = Dice.of(seed * 1009 + index, "place");
        return new Look(
                expression,
                jaw,
                gaze,
                head,
                light,
                place.between(5.1f, 5.8f),
                place.between(-0.07f, 0.07f),
                place.between(0.02f, 0.12f),
                Backdrop.values()[place.weighted(0.8, 1.1, 1, 1.1, 1, 1)],
                place.below(1 << 20));
    }

    /** Between uniform and bell: wide turns are as frequent as the networks need them. */
    private static float spread(Dice dice, float limit) {
        return dice.chance(0.55)
                ? dice.between(-limit, limit)
                : clamp(0.3f * limit * dice.bell(), limit);
    }

    private static float clamp(float v, float limit) {
        return Math.max(-limit, Math.min(limit, v));
    }

    /** Fills an expression and returns the jaw's angle. */
    private static float mood(Dice dice, float[] e) {
        float k = dice.between(0.35f, 1.1f);
        float tilt = dice.between(-0.25f, 0.25f);
        float jaw = 0;
        switch (dice.weighted(1.3, 1.5, 1.2, 0.7, 0.7, 0.8, 0.6, 0.9, 0.5, 1.0)) {
            case 1 -> both(e, "smile", k, tilt);
            case 2 -> {
                both(e, "smile", k, tilt);
                put(e, "upperLipRaise", 0.55f * k);
                put(e, "lowerLipDrop", 0.25f * k);
                put(e, "squint", 0.45f * k);
                jaw = 0.1f * k;
            }
            case 3 -> {
                both(e, "frown", k, tilt);
                put(e, "browInnerUp", 0.7f * k);
            }
            case 4 -> {
                put(e, "browFurrow", k);
                put(e, "lipPress", 0.7f * k);
                put(e, "squint", 0.5f * k);
                put(e, "noseWrinkle", 0.4f * k);
            }
            case 5 -> {
                put(e, "eyesWide", 0.9f * k);
                put(e, "browInnerUp", 0.8f * k);
                both(e, "browOuterUp", 0.8f * k, 0);
                jaw = 0.27f * k;
            }
            case 6 -> put(e, dice.chance(0.5) ? "pucker" : "cheekPuff", k);
            case 7 -> {
                jaw = dice.between(0.04f, 0.3f);
                put(e, dice.chance(0.5) ? "funnel" : "mouthStretch", 0.7f * k);
            }
            case 8 -> both(e, "blink", dice.chance(0.5) ? 1 : k, dice.chance(0.4) ? 1 : 0);
            case 9 -> {
                for (int i = 0; i < e.length; i++) { // a little of everything
                    e[i] = dice.chance(0.35) ? dice.between(0, 0.5f) : 0;
                }
                jaw = dice.chance(0.4) ? dice.between(0, 0.2f) : 0;
            }
            default -> {}
        }
        for (int i = 0; i < e.length; i++) {
            e[i] = Math.max(-0.1f, Math.min(1.2f, e[i] + 0.05f * dice.bell()));
        }
        for (String lid : List.of("blinkLeft", "blinkRight")) {
            put(e, lid, clamp(e[NAMES.indexOf(lid)], 1));
        }
        return jaw;
    }

    private static void put(float[] e, String name, float value) {
        e[NAMES.indexOf(name)] = value;
    }

    private static void both(float[] e, String name, float value, float tilt) {
        put(e, name + "Left", Math.max(0, value * (1 + tilt)));
        put(e, name + "Right", Math.max(0, value * (1 - tilt)));
    }
}
