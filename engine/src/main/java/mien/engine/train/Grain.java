package mien.engine.train;

import mien.engine.tensor.NoiseSource;

/**
 * What a camera and a half-finished denoising do to a picture: another exposure and contrast, blur,
 * and noise. Normal numbers come from a table, since a batch needs a million of them.
 */
final class Grain {

    private static final int TABLE = 1 << 16;
    private static final double SOFTENED = 0.35;
    private static final double NOISY = 0.5;
    private static final double MOST_NOISE = 0.12; // of the range from black to white

    private final float[] normal = new NoiseSource(1).normal(TABLE);

    /**
     * Changes a picture in place.
     *
     * @param unit planar red, green, blue, 0 to 1 [3·side²]
     * @param strength how often and how much, 0 to 1
     */
    void over(float[] unit, int side, double strength, NoiseSource random) {
        if (random.uniform() < SOFTENED * strength) {
            int times = 1 + random.integer(3);
            for (int i = 0; i < times; i++) {
                soften(unit, side);
            }
        }
        float contrast = (float) (1 + strength * (0.35 * random.uniform() - 0.2));
        float lift = (float) (strength * 0.1 * (random.uniform() - 0.5)) + 0.5f * (1 - contrast);
        boolean noisy = random.uniform() < NOISY * strength;
        float sigma = noisy ? (float) (MOST_NOISE * random.uniform()) : 0;
        int from = random.integer(TABLE);
        int stride = 2 * random.integer(TABLE / 2) + 1; // odd: every entry in turn
        for (int i = 0; i < unit.length; i++) {
            unit[i] = unit[i] * contrast + lift + sigma * normal[from + i * stride & TABLE - 1];
        }
    }

    /** The mean of each pixel and its eight neighbours, rows first, then columns. */
    private static void soften(float[] planes, int side) {
        for (int from = 0; from < planes.length; from += side) {
            soften(planes, from, 1, side);
        }
        for (int plane = 0; plane < planes.length; plane += side * side) {
            for (int column = 0; column < side; column++) {
                soften(planes, plane + column, side, side);
            }
        }
    }

    private static void soften(float[] line, int from, int step, int count) {
        float before = line[from];
        float here = before;
        for (int k = 0; k < count; k++) {
            int at = from + k * step;
            float after = k + 1 < count ? line[at + step] : here;
            line[at] = (before + here + after) / 3;
            before = here;
            here = after;
        }
    }
}
