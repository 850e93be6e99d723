package mien.engine.world;

/** What is printed or woven into cloth. */
public enum Pattern {
    PLAIN(""),
    STRIPES("striped "),
    PINSTRIPES("pinstriped "),
    CHECKS("checked "),
    DOTS("dotted "),
    GRADIENT("shaded "),
    PRINT("printed ");

    private final String words;

    Pattern(String words) {
        this.words = words;
    }

    /**
     * @return how a caption says it, with a space behind it
     */
    public String words() {
        return words;
    }

    /** Share of the second colour at a place of the cloth (centimetres). */
    float second(float u, float v, float scale, int seed) {
        return switch (this) {
            case PLAIN -> 0;
            case STRIPES -> band(v / (2.6f * scale));
            case PINSTRIPES ->
                    0.8f * band(u / (1.5f * scale) - 0.3f) * band(u / (1.5f * scale) + 0.3f);
            case CHECKS -> 0.55f * band(u / (3f * scale)) + 0.45f * band(v / (3f * scale));
            case DOTS -> dot(u / (2.4f * scale), v / (2.4f * scale));
            case GRADIENT -> Math.max(0, Math.min(1, -v / 12 - 0.2f));
            case PRINT -> Noise.at(u / (2.2f * scale), v / (2.2f * scale), seed) > 0.56f ? 1 : 0;
        };
    }

    private static float band(float t) {
        float s = (float) Math.sin(2 * Math.PI * t);
        return Math.max(0, Math.min(1, 0.5f + 3 * s));
    }

    private static float dot(float u, float v) {
        float row = (float) Math.floor(v);
        float du = u + 0.5f * (row % 2) - (float) Math.floor(u + 0.5f * (row % 2)) - 0.5f;
        float dv = v - row - 0.5f;
        float d = du * du + dv * dv;
        return Math.max(0, Math.min(1, (0.1f - d) * 20));
    }
}
