package mien.engine.face;

/**
 * Points out of heat maps: the brightest pixel, moved a quarter towards its brighter neighbours.
 */
public final class HeatMaps {
    private static final int SIDE = FanCrop.MAP;

    private HeatMaps() {}

    /**
     * @param maps one map of 64 × 64 a point, row-major [n·64·64]
     * @return x and y of each point in map pixels, the first pixel's middle at one half [2n]
     */
    public static float[] points(float[] maps) {
        int count = maps.length / (SIDE * SIDE);
        float[] points = new float[2 * count];
        for (int p = 0; p < count; p++) {
            int start = p * SIDE * SIDE;
            int best = brightest(maps, start) - start;
            int x = best % SIDE;
            int y = best / SIDE;
            float dx = 0;
            float dy = 0;
            if (x > 0 && x < SIDE - 1 && y > 0 && y < SIDE - 1) {
                int at = start + best;
                dx = 0.25f * Math.signum(maps[at + 1] - maps[at - 1]);
                dy = 0.25f * Math.signum(maps[at + SIDE] - maps[at - SIDE]);
            }
            points[2 * p] = x + 0.5f + dx;
            points[2 * p + 1] = y + 0.5f + dy;
        }
        return points;
    }

    /**
     * @param maps as for {@link #points}
     * @return the brightness of each point's pixel [n]
     */
    public static float[] scores(float[] maps) {
        float[] scores = new float[maps.length / (SIDE * SIDE)];
        for (int p = 0; p < scores.length; p++) {
            scores[p] = maps[brightest(maps, p * SIDE * SIDE)];
        }
        return scores;
    }

    private static int brightest(float[] maps, int start) {
        int best = start;
        for (int i = start + 1; i < start + SIDE * SIDE; i++) {
            if (maps[i] > maps[best]) {
                best = i;
            }
        }
        return best;
    }
}
