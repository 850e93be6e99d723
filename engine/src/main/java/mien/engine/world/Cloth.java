package mien.engine.world;

/** Where cloth covers the torso and what colour it has; centimetres from the root joint. */
final class Cloth {
    private Cloth() {}

    /**
     * Signed height under the neckline: positive where cloth is; {@code front} is how far forward
     * it lies, centimetres.
     */
    static float below(Garment garment, float x, float y, float front) {
        float ax = Math.abs(x);
        float f = Math.max(0, Math.min(1, front / 6));
        float line =
                switch (garment) {
                    case CREW -> 0.9f - 1.7f * f * f;
                    case V_NECK -> 0.4f - (front > 0 ? Math.max(0, 7.4f - 1.25f * ax) : 0);
                    case SCOOP -> 0.1f - (front > 0 ? Math.max(0, 4.4f - 0.075f * ax * ax) : 0);
                    case DRESS ->
                            ax > 7.4f && ax < 12.5f
                                    ? 0.5f
                                    : -3.6f + (ax > 12 ? -0.35f * (ax - 12) : 0);
                    case SHIRT -> 0.6f - (front > 0 ? Math.max(0, 4.6f - 2.1f * ax) : 0);
                    case JACKET -> 0.8f - (front > 0 ? Math.max(0, 3.0f - 0.2f * ax * ax) : 0);
                    case HOODIE -> 0.6f - 1.2f * f;
                    case TURTLENECK -> 2;
                };
        return line - y;
    }

    static boolean covers(Garment garment, float x, float y, float front) {
        return below(garment, x, y, front) > 0;
    }

    /** Colour of the cloth at a place of the torso. */
    static void colour(Outfit o, float x, float y, float front, int seed, float[] rgb) {
        Garment g = o.garment();
        float second = o.pattern().second(x, y, o.scale(), seed);
        float ax = Math.abs(x);
        float hem = below(g, x, y, front);
        float tone = 1;
        if (hem < 0.9f && g != Garment.SHIRT && g != Garment.JACKET) {
            second *= 0.15f;
            tone = hem < 0.75f ? 0.93f : 0.8f; // the ribbed hem and its seam
        }
        boolean inner = false;
        if (front > 0 && g == Garment.SHIRT) {
            tone *= ax < 0.9f && ax > 0.75f ? 0.84f : 1;
            float by = y + 3.4f;
            float button = by - 3.2f * Math.round(by / 3.2f);
            if (ax * ax + button * button < 0.09f && y < -4) {
                tone = 0.55f;
            }
        }
        if (front > 0 && g == Garment.JACKET) {
            float opening = 6.2f + 0.42f * (y + 0.5f);
            inner = ax < opening;
            float lapel = ax - opening;
            tone *= lapel > 0 && lapel < 3.2f + 0.12f * y ? 0.86f : 1;
            tone *= lapel > 0 && lapel < 0.25f ? 0.65f : 1;
        }
        if (g == Garment.HOODIE && front > 0 && y < -2 && y > -10) {
            float cord = Math.abs(ax - 2.6f - 0.2f * (float) Math.sin(y));
            if (cord < 0.32f) {
                set(rgb, 0.9f, 0.9f, 0.88f);
                return;
            }
        }
        for (int i = 0; i < 3; i++) {
            float first = inner ? 0.75f * o.second()[i] + 0.2f : o.first()[i];
            float other = inner ? first : o.second()[i];
            rgb[i] = tone * (first + (other - first) * second);
        }
    }

    private static void set(float[] rgb, float r, float g, float b) {
        rgb[0] = r;
        rgb[1] = g;
        rgb[2] = b;
    }
}
