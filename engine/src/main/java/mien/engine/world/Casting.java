package mien.engine.world;

import mien.engine.flame.head.BuiltinHead;

/** Draws a person from a seed, so that no kind of person is rare. */
final class Casting {
    private static final String[] HAIR_NAMES = {
        "black",
        "dark brown",
        "brown",
        "chestnut",
        "auburn",
        "red",
        "blond",
        "light blond",
        "grey",
        "white",
        "pink",
        "blue",
        "green",
        "purple"
    };
    private static final float[][] HAIR_RGB = {
        {0.075f, 0.065f, 0.065f},
        {0.17f, 0.11f, 0.08f},
        {0.29f, 0.19f, 0.12f},
        {0.38f, 0.22f, 0.13f},
        {0.45f, 0.20f, 0.10f},
        {0.62f, 0.27f, 0.11f},
        {0.70f, 0.53f, 0.30f},
        {0.86f, 0.73f, 0.50f},
        {0.50f, 0.50f, 0.51f},
        {0.84f, 0.83f, 0.81f},
        {0.86f, 0.42f, 0.58f},
        {0.20f, 0.33f, 0.66f},
        {0.20f, 0.50f, 0.36f},
        {0.45f, 0.27f, 0.60f}
    };
    private static final String[] CLOTH_NAMES = {
        "white",
        "black",
        "grey",
        "navy",
        "blue",
        "light blue",
        "red",
        "dark red",
        "green",
        "olive",
        "yellow",
        "orange",
        "pink",
        "purple",
        "beige",
        "brown",
        "teal"
    };
    private static final float[][] CLOTH_RGB = {
        {0.90f, 0.90f, 0.88f}, {0.10f, 0.10f, 0.11f}, {0.48f, 0.49f, 0.51f}, {0.12f, 0.16f, 0.32f},
        {0.18f, 0.34f, 0.68f}, {0.55f, 0.72f, 0.88f}, {0.75f, 0.16f, 0.16f}, {0.42f, 0.10f, 0.13f},
        {0.18f, 0.48f, 0.27f}, {0.40f, 0.41f, 0.22f}, {0.90f, 0.76f, 0.25f}, {0.88f, 0.47f, 0.16f},
        {0.90f, 0.60f, 0.68f}, {0.42f, 0.25f, 0.55f}, {0.80f, 0.71f, 0.57f}, {0.42f, 0.28f, 0.19f},
        {0.12f, 0.47f, 0.50f}
    };

    private Casting() {}

    static Identity person(long seed) {
        Dice dice = Dice.of(seed, "person");
        float manly = FaceTraits.squash(dice.between(-1.6f, 1.6f));
        float age = dice.unit();
        float melanin = dice.between(-1.75f, 2.0f);
        float[] shape = FaceTraits.shape(Dice.of(seed, "shape"), manly, age);
        float[] albedo = FaceTraits.albedo(Dice.of(seed, "albedo"), manly, age, melanin);
        Hair hair = hair(Dice.of(seed, "hair"), manly, age, melanin);
        float dark = 1 - Lights.luminance(hair.rgb()[0], hair.rgb()[1], hair.rgb()[2]);
        albedo[BuiltinHead.albedoNames().indexOf("browDark")] = 2.4f * dark - 1.3f;
        albedo[BuiltinHead.albedoNames().indexOf("browWarm")] = 2 * (hair.rgb()[0] - hair.rgb()[2]);
        Marks marks = marks(Dice.of(seed, "marks"), manly, age, melanin);
        albedo[BuiltinHead.albedoNames().indexOf("beardShadow")] =
                1.4f * Math.max(marks.stubble(), marks.beard());
        return new Identity(
                seed, shape, albedo, hair, marks, outfit(Dice.of(seed, "outfit"), manly));
    }

    private static Hair hair(Dice dice, float manly, float age, float melanin) {
        double m = manly;
        double w = 1 - manly;
        double old = Math.max(0, age - 0.45);
        double curls = melanin > 0.6 ? 1.6 : 0.5;
        int style =
                dice.weighted(
                        0.35 * m + 0.9 * old * m,
                        0.7 * m + 0.1,
                        1.3 * m + 0.45,
                        1.1 * m + 0.35,
                        0.7 * m + 0.5,
                        1.25 * w + 0.05,
                        1.2 * w + 0.1,
                        1.3 * w + 0.1,
                        0.55 * curls,
                        0.45 * curls,
                        0.8 * w,
                        0.75 * w + 0.05,
                        0.45 * w);
        double pale = melanin < 0.3 ? 1 : 0.06;
        double grey = 2.6 * Math.max(0, age - 0.55);
        int colour =
                dice.weighted(
                        melanin > 0.5 ? 2.6 : 0.9,
                        1.3,
                        1.2 * pale + 0.3,
                        0.8 * pale,
                        0.5 * pale,
                        0.5 * pale,
                        0.9 * pale,
                        0.7 * pale,
                        1.2 * grey,
                        1.2 * grey,
                        0.12,
                        0.12,
                        0.1,
                        0.1);
        float[] rgb = HAIR_RGB[colour].clone();
        float shade = dice.between(0.85f, 1.15f);
        for (int i = 0; i < 3; i++) {
            rgb[i] = Math.min(0.93f, rgb[i] * shade);
        }
        float wave = dice.chance(0.5) ? dice.between(0, 0.25f) : dice.between(0.3f, 1);
        float part = Math.copySign(dice.between(0.15f, 0.75f), dice.between(-1, 1));
        float line = dice.between(-0.5f, 0.7f) + 1.5f * manly * (float) old * dice.unit();
        return new Hair(
                HairStyle.values()[style],
                rgb,
                HAIR_NAMES[colour],
                dice.between(0.75f, 1.35f),
                wave,
                dice.between(0.85f, 1.15f),
                part,
                line);
    }

    private static Marks marks(Dice dice, float manly, float age, float melanin) {
        boolean canBeard = manly > 0.5f;
        int kind = canBeard ? dice.weighted(0.4, 0.25, 0.2, 0.1, 0.12) : 0;
        float beard = kind == 2 ? dice.between(0.35f, 0.7f) : kind == 3 ? dice.between(0.7f, 1) : 0;
        float moustache = kind >= 2 ? dice.between(0.45f, 0.9f) : 0;
        float stubble = kind == 1 ? dice.between(0.4f, 1) : canBeard ? dice.between(0, 0.25f) : 0;
        float freckles = melanin < -0.2f && dice.chance(0.4) ? dice.between(0.3f, 1) : 0;
        float makeup = manly < 0.5f ? dice.between(0, 1) * dice.unit() : 0;
        return new Marks(
                age,
                freckles,
                dice.chance(0.5) ? 1 + dice.below(4) : 0,
                beard,
                moustache,
                stubble,
                dice.between(0.45f, 0.75f) + 0.25f * manly,
                makeup,
                dice.between(0.3f, 1));
    }

    private static Outfit outfit(Dice dice, float manly) {
        double w = 1 - manly;
        int garment = dice.weighted(1.1, 0.8, 0.2 + 0.7 * w, 1.1, 0.8, 0.6, 0.7 * w, 0.9);
        int pattern = dice.weighted(1.5, 1, 0.5, 0.7, 0.6, 0.4, 0.6);
        int first = dice.below(CLOTH_RGB.length);
        int second = dice.below(CLOTH_RGB.length);
        int head = dice.weighted(0.82, 0.05, 0.05, 0.04, 0.05 * w + 0.01);
        int glasses = dice.weighted(0.72, 0.09, 0.08, 0.07, 0.04);
        float[] head1 = CLOTH_RGB[dice.below(CLOTH_RGB.length)];
        float[] frame =
                dice.chance(0.6)
                        ? new float[] {0.08f, 0.075f, 0.07f}
                        : dice.chance(0.5)
                                ? new float[] {0.55f, 0.47f, 0.30f}
                                : CLOTH_RGB[dice.below(17)];
        return new Outfit(
                Garment.values()[garment],
                Pattern.values()[pattern],
                CLOTH_RGB[first],
                CLOTH_RGB[second == first ? (first + 5) % CLOTH_RGB.length : second],
                CLOTH_NAMES[first],
                dice.between(0.7f, 1.4f),
                Headwear.values()[head],
                head1,
                Glasses.values()[glasses],
                frame,
                dice.chance(0.15 + 0.45 * w),
                dice.between(0.9f, 1.02f) + 0.1f * manly);
    }
}
