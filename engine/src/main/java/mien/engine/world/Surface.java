package mien.engine.world;

/** What one sample sees, while it is being coloured. */
final class Surface {
    /** Colour before light. */
    final float[] rgb = new float[3];

    /** Place on the material. */
    float u;

    float v;
    float w;

    /** Normal toward the viewer's side. */
    float nx;

    float ny;
    float nz;

    /** Share of sky and of key light that arrive. */
    float open;

    float lit;

    /** Strength and sharpness of the highlight. */
    float shine;

    float gloss;

    /** Face-parsing class. */
    byte label;

    void tint(float r, float g, float b, float share) {
        rgb[0] += (r - rgb[0]) * share;
        rgb[1] += (g - rgb[1]) * share;
        rgb[2] += (b - rgb[2]) * share;
    }

    void tint(float[] colour, float k, float share) {
        tint(k * colour[0], k * colour[1], k * colour[2], share);
    }

    void darken(float by) {
        rgb[0] *= 1 - by * 0.85f;
        rgb[1] *= 1 - by;
        rgb[2] *= 1 - by;
    }
}
