package mien.engine.world;

import mien.engine.flame.FlameCode;
import mien.engine.flame.SphericalHarmonics;

/** Nine-band lights: lamps are projected onto the bands, and a key lamp is read back from them. */
public final class Lights {
    private Lights() {}

    /**
     * Adds a distant lamp: max(0, n·d) ≈ 1/4 + (n·d)/2 + 5/16·P₂(n·d) (Ramamoorthi and Hanrahan
     * 2001).
     *
     * @param light 27 numbers, added to
     * @param x direction toward the lamp, unit length: right
     * @param y up
     * @param z toward the viewer
     * @param rgb its strength
     */
    public static void addLamp(float[] light, float x, float y, float z, float... rgb) {
        float p2 = 5f / 16;
        float[] bands = {
            0.25f,
            0.5f * x,
            0.5f * y,
            0.5f * z,
            p2 * 3 * x * y,
            p2 * 3 * x * z,
            p2 * 3 * y * z,
            p2 * 0.75f * (x * x - y * y),
            p2 * 0.25f * (3 * z * z - 1)
        };
        for (int k = 0; k < 9; k++) {
            for (int c = 0; c < 3; c++) {
                light[3 * k + c] += bands[k] * rgb[c] / SphericalHarmonics.constant(k);
            }
        }
    }

    /** Adds light that comes from everywhere alike. */
    public static void addAmbient(float[] light, float... rgb) {
        for (int c = 0; c < 3; c++) {
            light[c] += rgb[c] / SphericalHarmonics.constant(0);
        }
    }

    /**
     * A natural light drawn from a seed: key, fill, rim and sky.
     *
     * @param dice the source of chance
     * @return 27 numbers
     */
    static float[] drawn(Dice dice) {
        float[] light = new float[FlameCode.LIGHT];
        float warmth = dice.between(-1, 1);
        float azimuth = dice.between(-1.45f, 1.45f);
        float elevation = dice.between(-0.15f, 1.0f);
        float contrast = dice.between(0.25f, 1);
        float key = 0.45f + 0.75f * contrast;
        lamp(light, azimuth, elevation, key, warmth);
        lamp(
                light,
                -azimuth + dice.between(-0.5f, 0.5f),
                dice.between(-0.2f, 0.5f),
                dice.between(0.05f, 0.3f),
                -0.7f * warmth + dice.between(-0.3f, 0.3f));
        if (dice.chance(0.35)) { // rim light from behind
            lamp(
                    light,
                    Math.copySign(dice.between(2.0f, 2.6f), dice.between(-1, 1)),
                    dice.between(0, 0.6f),
                    dice.between(0.2f, 0.6f),
                    dice.between(-1, 1));
        }
        float sky = dice.between(-0.06f, 0.1f);
        addLamp(light, 0, 1, 0, sky * 0.8f, sky * 0.95f, sky * 1.2f);
        float base = 0.62f - 0.34f * contrast + dice.between(-0.03f, 0.06f);
        addAmbient(light, base * (1 - 0.03f * warmth), base, base * (1 + 0.03f * warmth));
        return light;
    }

    private static void lamp(float[] light, float azimuth, float elevation, float k, float warmth) {
        float x = (float) (Math.sin(azimuth) * Math.cos(elevation));
        float z = (float) (Math.cos(azimuth) * Math.cos(elevation));
        addLamp(
                light,
                x,
                (float) Math.sin(elevation),
                z,
                k * (1 + 0.1f * warmth),
                k,
                k * (1 - 0.16f * warmth));
    }

    /**
     * The lamp that explains the linear bands.
     *
     * @param light 27 numbers
     * @return direction x, y, z (unit) and red, green, blue of a lamp there
     */
    static float[] key(float[] light) {
        float[] d = new float[3];
        for (int i = 0; i < 3; i++) {
            d[i] = luminance(light[3 + 3 * i], light[4 + 3 * i], light[5 + 3 * i]);
        }
        float n = (float) Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
        if (n < 1e-4f) {
            return new float[] {0, 0.6f, 0.8f, 0, 0, 0};
        }
        float[] key = {d[0] / n, d[1] / n, d[2] / n, 0, 0, 0};
        for (int c = 0; c < 3; c++) {
            float along = 0;
            for (int i = 0; i < 3; i++) {
                along += light[3 + 3 * i + c] * key[i];
            }
            key[3 + c] = Math.max(0, 2 * SphericalHarmonics.constant(1) * along);
        }
        return key;
    }

    static float luminance(float r, float g, float b) {
        return 0.299f * r + 0.587f * g + 0.114f * b;
    }
}
