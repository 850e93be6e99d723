package mien.engine.picture.mask;

/**
 * How a brush fades from its middle to its edge, as a table over the squared distance: full within
 * the hard part, then down along a cosine; never steeper than one pixel.
 */
final class BrushTip {

    private static final int ENTRIES = 4096;
    private static final double EDGE = 0.5; // half a pixel beyond the radius, for a smooth edge

    private final float[] levels = new float[ENTRIES + 2];

    /**
     * @param radius in pixels
     */
    BrushTip(double radius, double hardness) {
        double outer = radius + EDGE;
        double inner = Math.min(hardness * radius, radius - EDGE);
        for (int i = 0; i < ENTRIES; i++) {
            double distance = outer * Math.sqrt((double) i / ENTRIES);
            double t = Math.max(0, Math.min(1, (distance - inner) / (outer - inner)));
            levels[i] = (float) (255 * (0.5 + 0.5 * Math.cos(Math.PI * t)));
        }
    }

    /** How far a tip of a radius reaches. */
    static double reach(double radius) {
        return radius + EDGE;
    }

    /**
     * @param squared the squared distance, as a share of the squared reach
     * @return 0 to 255
     */
    float level(float squared) {
        return levels[Math.min(ENTRIES, (int) (squared * ENTRIES))];
    }
}
