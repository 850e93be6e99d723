package mien.engine.world;

import static mien.engine.flame.head.FaceChart.smooth;

import mien.engine.flame.head.FaceChart;

/**
 * What is drawn on the head's skin beyond the rig's albedo: pores, brow hairs, beard, freckles,
 * moles, lines, lashes, make-up, hair roots; and which face-parsing class a place has. u, v, w are
 * the place on the mean head, centimetres.
 */
final class SkinPaint {
    private final Identity who;
    private final Marks marks;
    private final float[] hair;
    private final int seed;
    private final boolean roots;
    private final float[][] moles;

    SkinPaint(Identity who) {
        this.who = who;
        this.marks = who.marks();
        this.hair = who.hair().rgb();
        this.seed = (int) (who.seed() * 131 + 17);
        this.roots = who.hair().style() != HairStyle.BALD;
        Dice dice = Dice.of(who.seed(), "moles");
        moles = new float[marks.moles()][3];
        for (float[] mole : moles) {
            mole[0] = dice.between(-5, 5);
            mole[1] = dice.between(-10, 1.5f);
            mole[2] = dice.between(0.1f, 0.2f);
        }
    }

    void paint(Surface s) {
        float x = s.u;
        float y = s.v;
        float z = s.w;
        float ax = Math.abs(x);
        s.shine = 0.05f + 0.09f * marks.shine();
        s.gloss = 14;
        s.label =
                FaceChart.neck(y, z)
                        ? Parsing.NECK
                        : FaceChart.nose(x, y, z) ? Parsing.NOSE : Parsing.SKIN;
        float mottle = Noise.at(x * 1.1f, y * 1.1f, z * 1.1f, seed) - 0.5f;
        float around =
                x > 0 ? x - 0.8f * z : x + 0.8f * z; // grows along the skin on front and side
        float pores = Noise.at(around * 4.5f, y * 4.5f, seed + 3) - 0.5f;
        float k = 1 + 0.05f * mottle + 0.05f * pores;
        s.rgb[0] *= k;
        s.rgb[1] *= k - 0.02f * mottle;
        s.rgb[2] *= k - 0.03f * mottle;
        if (z > 2) {
            face(s, x, y, z, ax, around);
        }
        if (y > -10 && s.label != Parsing.NOSE) {
            rootsOfHair(s, x, y, z);
        }
    }

    private void face(Surface s, float x, float y, float z, float ax, float around) {
        float tzone = smooth(3.2f, 1, ax) * smooth(-5, -3.5f, y) * smooth(7, 5, y);
        s.shine *= 1 + 0.9f * tzone;
        s.gloss += 12 * tzone;
        if (marks.freckles() > 0) {
            freckles(s, x, y, ax);
        }
        for (float[] mole : moles) {
            float dx = x - mole[0];
            float dy = y - mole[1];
            s.tint(
                    0.16f,
                    0.09f,
                    0.06f,
                    0.8f
                            * smooth(
                                    mole[2] * 1.3f,
                                    mole[2] * 0.7f,
                                    (float) Math.sqrt(dx * dx + dy * dy)));
        }
        if (y > 0.4f && y < 4.2f) {
            brow(s, x, y, z, ax);
        } else if (y < -4) {
            mouthAndBeard(s, x, y, z, around);
        }
        if (y > -2 && y < 1.9f && ax > 1 && ax < 5.4f) {
            lids(s, y, ax);
        }
        if (marks.age() > 0.3f) {
            lines(s, y, ax);
        }
    }

    private void freckles(Surface s, float x, float y, float ax) {
        float where = smooth(6, 2.5f, ax) * smooth(-6, -3, y) * smooth(1.2f, -0.8f, y);
        float n = Noise.at(x * 3.1f, y * 3.1f, seed + 9);
        s.tint(0.52f, 0.30f, 0.19f, 0.55f * marks.freckles() * where * smooth(0.62f, 0.78f, n));
    }

    private void brow(Surface s, float x, float y, float z, float ax) {
        float half = FaceChart.browHalf(ax) * (0.45f + 0.75f * marks.brows());
        if (half == 0 || z < 3) {
            return;
        }
        float off = (y - FaceChart.browMiddle(ax)) / half;
        float mask = smooth(1.35f, 0.55f, Math.abs(off));
        if (mask > 0) {
            float lean = 1.6f * (ax - 1.2f) - 0.5f * (ax - 3);
            float strand =
                    Noise.at((x > 0 ? 1 : -1) * (ax * 5 - y * 2.6f) + lean, y * 1.7f, seed + 21);
            float share =
                    mask * (0.62f + 0.5f * (strand - 0.25f)) * (0.55f + 0.45f * marks.brows());
            s.tint(hair, 0.62f, Math.min(0.95f, Math.max(0, share)));
            s.shine *= 1 - 0.6f * mask;
            if (Math.abs(off) < 1) {
                s.label = x > 0 ? Parsing.LEFT_BROW : Parsing.RIGHT_BROW;
            }
        }
    }

    private void mouthAndBeard(Surface s, float x, float y, float z, float around) {
        float lips = FaceChart.lips(x, y, z);
        float hairy =
                Math.max(
                        marks.beard() * FaceChart.beard(x, y, z),
                        marks.moustache() * FaceChart.moustache(x, y, z) * smooth(-8.6f, -7.5f, y));
        if (hairy > 0.02f) {
            float n = Noise.at(around * 2.6f + y * 0.7f, y * 0.9f, seed + 31);
            float fine = Noise.at(around * 6, y * 2.6f, seed + 33);
            float share = smooth(0.1f, 0.62f, hairy * (0.45f + 0.9f * n)) * (0.75f + 0.25f * fine);
            s.tint(hair, 0.5f + 0.6f * fine, 0.94f * share);
            s.shine *= 1 - 0.7f * share;
        }
        if (marks.stubble() > 0.05f) {
            float dots = Noise.at(around * 6, y * 6, seed + 35);
            float share =
                    marks.stubble()
                            * FaceChart.beard(x, y, z)
                            * (0.12f + 0.4f * smooth(0.45f, 0.8f, dots));
            s.tint(hair, 0.7f, share);
        }
        if (lips > 0.02f) {
            float line = Noise.at(x * 5, y * 0.8f, seed + 37) - 0.5f;
            s.darken(0.14f * lips * line);
            s.shine += (0.16f + 0.2f * marks.makeup()) * lips;
            s.gloss += 20 * lips;
            if (lips > 0.5f) {
                s.label = y > FaceChart.MOUTH_Y ? Parsing.UPPER_LIP : Parsing.LOWER_LIP;
            }
        }
        float seam = Math.abs(y - FaceChart.MOUTH_Y);
        s.darken(0.55f * smooth(0.16f, 0.02f, seam) * smooth(2.75f, 2.2f, Math.abs(x)));
    }

    /** Lash line, crease and shadow over the upper lid. */
    private void lids(Surface s, float y, float ax) {
        float upper = FaceChart.lidLine(ax, true);
        float lower = FaceChart.lidLine(ax, false);
        float inside = smooth(1.3f, 1.75f, ax) * smooth(4.85f, 4.35f, ax);
        float lash =
                smooth(0.17f + 0.1f * marks.makeup(), 0.02f, y - upper)
                        * (y >= upper - 0.02f ? 1 : 0);
        float lowLash = smooth(0.1f, 0.01f, lower - y) * (y <= lower + 0.02f ? 1 : 0);
        s.tint(
                0.06f,
                0.045f,
                0.04f,
                inside * (0.85f * lash + (0.25f + 0.3f * marks.makeup()) * lowLash));
        float crease = smooth(0.16f, 0.02f, Math.abs(y - upper - 0.46f));
        s.darken(0.28f * crease * inside);
        float shadow = smooth(0.95f, 0.25f, y - upper) * (y > upper ? 1 : 0) * inside;
        if (marks.makeup() > 0.2f) {
            s.tint(0.45f + 0.2f * who.hair().part(), 0.28f, 0.32f, 0.45f * marks.makeup() * shadow);
        }
        s.darken(
                0.1f
                        * marks.age()
                        * smooth(0.5f, 0, Math.abs(y + 1.35f + 0.12f * (ax - 3) * (ax - 3)))
                        * inside);
    }

    /** Nasolabial folds, forehead lines, crow's feet. */
    private void lines(Surface s, float y, float ax) {
        float age = (marks.age() - 0.3f) * 1.15f;
        float fold = 1.75f + 0.34f * (-4.2f - y);
        float band = smooth(-3.9f, -4.6f, y) * smooth(-8.2f, -6.9f, y);
        float dark = 0.42f * smooth(0.26f, 0.03f, Math.abs(ax - fold)) * band;
        float wavy = y + 0.12f * (float) Math.sin(ax * 1.3f);
        float forehead = smooth(4.5f, 3, ax) * smooth(3, 3.6f, y) * smooth(7, 6, y);
        dark += 0.2f * forehead * smooth(0.55f, 0.95f, (float) Math.sin(wavy * 6.3f));
        float crow =
                smooth(4.7f, 5.1f, ax)
                        * smooth(6.2f, 5.6f, ax)
                        * smooth(1.4f, 0.6f, Math.abs(y + 0.1f));
        dark += 0.22f * crow * smooth(0.3f, 0.9f, (float) Math.sin((y - 0.3f * (ax - 5)) * 9));
        dark +=
                0.25f
                        * smooth(0.12f, 0.02f, Math.abs(ax - 0.45f))
                        * smooth(0.9f, 1.3f, y)
                        * smooth(2.6f, 2.1f, y);
        s.darken(age * dark);
    }

    private void rootsOfHair(Surface s, float x, float y, float z) {
        if (!roots || z > 7.5f && y < 4) {
            return;
        }
        float angle = (float) Math.atan2(x, z);
        float line = HairPiece.hairline(angle, who.hair().hairline());
        float over = y - line + 0.7f * (Noise.at(x * 2.4f, y * 2.4f, z, seed + 41) - 0.5f);
        float share = smooth(-0.25f, 0.5f, over);
        if (share > 0) {
            boolean buzz = who.hair().style() == HairStyle.BUZZ;
            float n = Noise.at(x * 5, y * 5, z * 5, seed + 43);
            s.tint(hair, 0.75f + 0.5f * n, share * (buzz ? 0.62f + 0.3f * n : 0.6f));
            s.shine *= 1 - 0.5f * share;
            if (buzz && share > 0.4f && s.label != Parsing.NECK) {
                s.label = Parsing.HAIR;
            }
        }
    }
}
