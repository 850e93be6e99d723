package mien.engine.face;

/**
 * Points out of heat maps: the brightest pixel, moved a quarter towards its brighter neighbours.
 */
public final class HeatMaps {
    private HeatMaps() {}

    /**
     * @param maps square maps, one a point, row-major [n·side·side]
     * @param side of a map
     * @return x and y of each point in map pixels, the first pixel's middle at one half [2n]
     */
    public static float[] points(float[] maps, int side) {
        int plane = side * side;
        float[] points = new float[2 * (maps.length / plane)];
        for (int p = 0; p < points.length / 2; p++) {
            int at = brightest(maps, p * plane, plane);
            int x = at % plane % side;
            int y = at % plane / side;
            float dx = 0;
            float dy = 0;
            if (x > 0 && x < side - 1 && y > 0 && y < side - 1) {
                dx = 0.25f * Math.signum(maps[at + 1] - maps[at - 1]);
                dy = 0.25f * Math.signum(maps[at + side] - maps[at - side]);
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
    public static float[] scores(float[] maps, int side) {
        int plane = side * side;
        float[] scores = new float[maps.length / plane];
        for (int p = 0; p < scores.length; p++) {
            scores[p] = maps[brightest(maps, p * plane, plane)];
        }
        return scores;
    }

    private static int brightest(float[] maps, int start, int plane) {
        int best = start;
        for (int i = start + 1; i < start + plane; i++) {
            if (maps[i] > maps[best]) {
                best = i;
            }
        }
        return best;
    }
}
