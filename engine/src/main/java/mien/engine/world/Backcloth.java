package mien.engine.world;

/** Paints a backdrop; places run from -1 to 1, x right, y up. Out of focus by nature: smooth. */
final class Backcloth {
    private final Backdrop kind;
    private final int seed;
    private final float[] a = new float[3];
    private final float[] b = new float[3];
    private final float[][] spots;
    private final float slant;
    private final float side;

    Backcloth(Backdrop kind, int seed) {
        this.kind = kind;
        this.seed = seed;
        Dice dice = Dice.of(seed, "backdrop");
        float hue = dice.unit();
        float level =
                kind == Backdrop.BOKEH
                        ? dice.between(0.07f, 0.2f)
                        : kind == Backdrop.FOLIAGE
                                ? dice.between(0.25f, 0.5f)
                                : dice.between(0.28f, 0.8f);
        if (kind == Backdrop.FOLIAGE) {
            hue = dice.between(0.2f, 0.36f);
        }
        float vivid = kind == Backdrop.FOLIAGE ? 0.42f : dice.between(0.03f, 0.3f);
        hsv(hue, vivid, level, a);
        hsv(hue + dice.between(-0.08f, 0.08f), vivid, level * dice.between(0.35f, 0.75f), b);
        slant = dice.between(-0.6f, 0.6f);
        side = dice.between(-0.5f, 0.5f);
        int n = kind == Backdrop.BOKEH ? 22 : kind == Backdrop.ROOM ? 8 : 0;
        spots = new float[n][8];
        for (float[] s : spots) {
            s[0] = dice.between(-1.1f, 1.1f);
            s[1] = dice.between(-1.1f, 1.1f);
            s[2] = kind == Backdrop.BOKEH ? dice.between(0.05f, 0.17f) : dice.between(0.1f, 0.45f);
            s[3] = dice.between(0.12f, 0.6f);
            float[] c = new float[3];
            boolean lights = kind == Backdrop.BOKEH;
            hsv(
                    lights
                            ? dice.chance(0.6) ? dice.between(0.04f, 0.14f) : dice.unit()
                            : dice.unit(),
                    lights ? 0.55f : dice.between(0.05f, 0.45f),
                    lights ? dice.between(0.35f, 0.9f) : dice.between(0.15f, 0.85f),
                    c);
            s[4] = c[0];
            s[5] = c[1];
            s[6] = c[2];
            s[7] = dice.between(0.4f, 0.95f);
        }
    }

    void colour(float x, float y, float[] rgb) {
        switch (kind) {
            case PLAIN -> mix(rgb, 0.08f * (x * x + y * y));
            case GRADIENT -> {
                float dx = x - side;
                float dy = y - 0.1f;
                mix(rgb, Math.min(1, 0.62f * (dx * dx + dy * dy)));
            }
            case WINDOW -> window(x, y, rgb);
            case ROOM -> room(x, y, rgb);
            case FOLIAGE -> foliage(x, y, rgb);
            case BOKEH -> bokeh(x, y, rgb);
        }
    }

    private void mix(float[] rgb, float t) {
        for (int i = 0; i < 3; i++) {
            rgb[i] = a[i] + (b[i] - a[i]) * t;
        }
    }

    private void window(float x, float y, float[] rgb) {
        mix(rgb, 0.55f + 0.25f * x * Math.signum(side));
        float u = (x - side + slant * y) * 1.3f;
        float v = (y - 0.25f + 0.3f * slant * x) * 1.1f;
        float frame = edge(0.75f - Math.abs(u), 0.09f) * edge(0.85f - Math.abs(v), 0.09f);
        float bars =
                edge(Math.abs(u) - 0.04f, 0.06f)
                        * edge(Math.abs(Math.abs(v) - 0.28f) - 0.03f, 0.06f);
        float lit = frame * bars;
        for (int i = 0; i < 3; i++) {
            rgb[i] *= 1 + lit * (0.75f - 0.18f * i);
        }
    }

    private void room(float x, float y, float[] rgb) {
        mix(rgb, 0.25f + 0.3f * edge(-0.45f - y, 0.1f));
        for (float[] s : spots) {
            float in =
                    edge(s[2] - Math.abs(x - s[0]), 0.09f)
                            * edge(s[3] - Math.abs(y - s[1]), 0.09f)
                            * s[7];
            for (int i = 0; i < 3; i++) {
                rgb[i] += (s[4 + i] - rgb[i]) * in;
            }
        }
    }

    private void foliage(float x, float y, float[] rgb) {
        float n =
                0.6f * Noise.at(x * 2.6f, y * 2.6f, seed)
                        + 0.32f * Noise.at(x * 5.7f, y * 5.7f, seed + 1)
                        + 0.08f * Noise.at(x * 12, y * 12, seed + 2);
        float light = edge(n - 0.52f, 0.34f);
        float sky = edge(n - 0.68f - 0.08f * y, 0.12f);
        for (int i = 0; i < 3; i++) {
            rgb[i] = b[i] * 0.7f + a[i] * 0.85f * light;
            rgb[i] += ((i == 2 ? 0.80f : 0.84f) - rgb[i]) * 0.55f * sky;
        }
    }

    private void bokeh(float x, float y, float[] rgb) {
        mix(rgb, 0.5f - 0.4f * y);
        for (float[] s : spots) {
            float dx = x - s[0];
            float dy = y - s[1];
            float d = dx * dx + dy * dy;
            if (d < s[2] * s[2] * 1.5f) {
                float r = (float) Math.sqrt(d);
                float in = edge(s[2] - r, 0.025f) * (0.65f + 0.35f * r / s[2]) * s[7];
                for (int i = 0; i < 3; i++) {
                    rgb[i] += s[4 + i] * in * 0.75f;
                }
            }
        }
    }

    private static float edge(float v, float soft) {
        return Shell.smooth(-soft, soft, v);
    }

    static void hsv(float h, float s, float v, float[] rgb) {
        for (int i = 0; i < 3; i++) {
            float k = (h + (3 - i) % 3 / 3f) * 6;
            k -= 6 * (float) Math.floor(k / 6);
            float f = Math.max(0, Math.min(1, Math.abs(k - 3) - 1));
            rgb[i] = v * (1 - s + s * f);
        }
    }
}
